import type { ShownGroup, ShownGroups } from './figure.ts';

/**
 * Fields and the nation of releases with their cells, as they were read. They stand beside every degree,
 * and a release never changes, so that they are read once and not with each report.
 */
export type KeptGroups = {
  /** Those of a release, by key. */
  of: (releaseId: string) => ReadonlyMap<string, ShownGroup>;
  keep: (releaseId: string, groups: ShownGroups) => void;
};

/** Of so many releases at most, the longest unread first to go. */
export function makeKeptGroups(mostReleases: number): KeptGroups {
  const releases = new Map<string, Map<string, ShownGroup>>();
  const touch = (releaseId: string): Map<string, ShownGroup> => {
    const groups = releases.get(releaseId) ?? new Map<string, ShownGroup>();
    releases.delete(releaseId); // a map keeps the order of setting: the one asked for now is the last to go
    releases.set(releaseId, groups);
    for (const oldest of releases.keys()) {
      if (releases.size <= mostReleases) break;
      releases.delete(oldest);
    }
    return groups;
  };
  return {
    of: touch,
    keep: (releaseId, { field, nation }) => {
      const groups = touch(releaseId);
      for (const group of [field, nation]) if (group) groups.set(group.population.key, group);
    },
  };
}

/** Keeps nothing: for one report alone. */
export const nothingKept: Pick<KeptGroups, 'of'> = { of: () => new Map() };
