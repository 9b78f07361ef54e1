import type { ShownGroup, ShownGroups } from './figure.ts';

/**
 * Fields and the nation of releases with their cells, as they were read. They stand beside every degree,
 * and a release never changes, so that they are read once and not with each report.
 */
export type KeptGroups = {
  /** Those of a release, by key. */
  of: (releaseId: string) => ReadonlyMap<string, ShownGroup>;
  keep: (releaseId: string, groups: ShownGroups) => void;
  /** Groups by background of a field, an institution or the nation of a release, by unit and cells. */
  divided: (releaseId: string) => KeptDivisions;
};
export type KeptDivisions = {
  get: (name: string) => readonly ShownGroup[] | undefined;
  set: (name: string, groups: readonly ShownGroup[]) => void;
};

/** Units of one release whose divisions are kept, some 50 cells each. */
const MOST_UNITS = 200;

/** Of so many releases at most, the longest unread first to go. */
export function makeKeptGroups(mostReleases: number): KeptGroups {
  type Kept = { groups: Map<string, ShownGroup>; divided: Map<string, readonly ShownGroup[]> };
  const releases = new Map<string, Kept>();
  const touch = (releaseId: string): Kept => {
    const groups: Kept = releases.get(releaseId) ?? { groups: new Map(), divided: new Map() };
    releases.delete(releaseId); // a map keeps the order of setting: the one asked for now is the last to go
    releases.set(releaseId, groups);
    for (const oldest of releases.keys()) {
      if (releases.size <= mostReleases) break;
      releases.delete(oldest);
    }
    return groups;
  };
  return {
    of: (releaseId) => touch(releaseId).groups,
    divided: (releaseId) => {
      const { divided } = touch(releaseId);
      return {
        get: (name) => divided.get(name),
        set: (name, groups) => {
          divided.set(name, groups);
          for (const oldest of divided.keys()) {
            if (divided.size <= MOST_UNITS) break;
            divided.delete(oldest);
          }
        },
      };
    },
    keep: (releaseId, { field, nation }) => {
      const { groups } = touch(releaseId);
      for (const group of [field, nation]) if (group) groups.set(group.population.key, group);
    },
  };
}

/** Keeps nothing: for one report alone. */
export const nothingKept: Pick<KeptGroups, 'of' | 'divided'> = { of: () => new Map(), divided: () => new Map() };
