import type { SafePopulation } from '../disclosure/safe-table.ts';
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
  divided: (releaseId: string) => Kept<readonly ShownGroup[]>;
  /** Groups of a release as wholes, by key and cells. */
  compared: (releaseId: string) => Kept<Promise<ShownGroup | null>>;
  /** Populations of a release, by what is read of them. */
  populations: (releaseId: string) => Kept<Promise<readonly SafePopulation[]>>;
};
export type Kept<Value> = {
  get: (name: string) => Value | undefined;
  set: (name: string, value: Value) => void;
  delete: (name: string) => void;
};

/** What is kept, else what is read: once for all who ask meanwhile, and again after a failure. */
export function readOnce<Value>(
  kept: Kept<Promise<Value>> | undefined,
  name: string,
  read: () => Promise<Value>,
): Promise<Value> {
  if (!kept) return read();
  const known = kept.get(name);
  if (known) return known;
  const value = read();
  kept.set(name, value);
  value.catch(() => kept.delete(name));
  return value;
}

/** Units of one release whose groups are kept, some 50 cells each. */
const MOST_UNITS = 200;

/** Of so many releases at most, the longest unread first to go. */
export function makeKeptGroups(mostReleases: number): KeptGroups {
  const releases = new Map<string, KeptOfRelease>();
  const touch = (releaseId: string): KeptOfRelease => {
    const known = releases.get(releaseId) ?? keptOfRelease();
    releases.delete(releaseId); // a map keeps the order of setting: the one asked for now is the last to go
    releases.set(releaseId, known);
    for (const oldest of releases.keys()) {
      if (releases.size <= mostReleases) break;
      releases.delete(oldest);
    }
    return known;
  };
  return {
    of: (releaseId) => touch(releaseId).groups,
    divided: (releaseId) => touch(releaseId).divided,
    compared: (releaseId) => touch(releaseId).compared,
    populations: (releaseId) => touch(releaseId).populations,
    keep: (releaseId, { field, nation }) => {
      const { groups } = touch(releaseId);
      for (const group of [field, nation]) if (group) groups.set(group.population.key, group);
    },
  };
}

type Named = 'divided' | 'compared' | 'populations';
type KeptOfRelease = { [One in Named]: ReturnType<KeptGroups[One]> } & { groups: Map<string, ShownGroup> };

function keptOfRelease(): KeptOfRelease {
  return { groups: new Map(), divided: keptByName(), compared: keptByName(), populations: keptByName() };
}

function keptByName<Value>(): Kept<Value> {
  const values = new Map<string, Value>();
  return {
    get: (name) => values.get(name),
    set: (name, value) => {
      values.set(name, value);
      for (const oldest of values.keys()) {
        if (values.size <= MOST_UNITS) break;
        values.delete(oldest);
      }
    },
    delete: (name) => void values.delete(name),
  };
}

/** Keeps nothing: for one report alone. */
export const nothingKept: Pick<KeptGroups, 'of'> = { of: () => new Map() };
