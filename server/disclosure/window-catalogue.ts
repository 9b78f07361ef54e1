import type { ItemCounts } from '../statistics/item-counts.ts';
import { makeCatalogue, type Atom, type Catalogue, type Population, type Target } from './catalogue.ts';
import { definableGroups, type DefinableGroup } from './definable-groups.ts';
import type { ToldRelease } from './told-release.ts';

/** Several rounds together: the years of all, and the years of each. */
export type Window = { period: string; rounds: readonly string[] };

/** A round that windows are made of, as it was counted and as its release shows it. */
export type PooledRound = {
  period: string;
  /**
   * Put before the keys of its atoms, so that no two rounds share one: its name in the ledger, and the edition that
   * counted them ('autumn-2026#1/'). '' for the round of the release.
   */
  name: string;
  /** Over atoms as fine as its release tells people apart. */
  catalogue: Catalogue;
  targets: readonly Target[];
  respondents: (atom: string) => number;
  counts: (atom: string, question: string) => ItemCounts;
  told: ToldRelease;
  /** Windows that its release shows. */
  windows: readonly Window[];
  /** Questions that ask in the round what they ask in the round of the release. */
  isPooled: (question: string) => boolean;
};

/** A population of the catalogue of windows, and what it is of. */
export type Place =
  | { of: 'round'; round: PooledRound; key: string }
  /** `told`: of a window of an earlier release, what that shows. `rounds`: the populations that make it up, if they do. */
  | { of: 'window'; key: string; period: string; told: ToldRelease | null; rounds: readonly number[] | null };

export type WindowCatalogue = {
  catalogue: Catalogue;
  /** By population. */
  places: readonly Place[];
  /** By atom: its round, and its key there. */
  atoms: readonly { round: PooledRound; key: string }[];
  groups: readonly DefinableGroup[];
};

/** 'degree/02467/671101~2018-2020': the name of a population over several rounds. */
export function windowKey(key: string, period: string): string {
  return `${key}~${period}`;
}

/** Whether an atom of a release is one of another round, by its key: those have the names that their rounds gave them. */
export function isOfOtherRound(atom: string): boolean {
  return atom.includes('#');
}

/**
 * One catalogue over the people of several rounds: the populations of each round, windows that earlier releases
 * show, and those that a new release may show. A window's population is made up of narrower ones of the same
 * window, and of the same population in each round.
 *
 * Example: a degree of two rounds → 'degree/a/b' of each, and 'degree/a/b~2019-2020' over the atoms of both.
 */
export function windowCatalogue(rounds: readonly PooledRound[], fresh: readonly Window[]): WindowCatalogue {
  const atoms = rounds.flatMap((round) => round.catalogue.atoms.map((atom) => ({ round, key: atom.key, atom })));
  const populations: Population[] = [];
  const places: Place[] = [];
  const groups: DefinableGroup[] = [];
  const indexOf = new Map<string, number>();
  let offset = 0;
  for (const round of rounds) {
    const [atomsBefore, before] = [offset, populations.length];
    const moved = (indexes: readonly number[], by: number): number[] => indexes.map((index) => index + by);
    for (const one of round.catalogue.populations) {
      indexOf.set(`${round.period} ${one.key}`, populations.length);
      const parts = one.parts.map((way) => moved(way, before));
      populations.push({ ...one, atoms: moved(one.atoms, atomsBefore), parts });
      places.push({ of: 'round', round, key: one.key });
    }
    for (const group of definableGroups(round.catalogue)) groups.push({ atoms: moved(group.atoms, atomsBefore) });
    offset += round.catalogue.atoms.length;
  }
  for (const { window, told } of [...earlierWindows(rounds), ...fresh.map((window) => ({ window, told: null }))]) {
    const before = populations.length;
    for (const one of populationsOf(rounds, window, atoms)) {
      const parts = one.parts.map((way) => way.map((index) => index + before));
      const made = window.rounds.flatMap((period) => indexOf.get(`${period} ${one.key}`) ?? []);
      const own = made.length > 0 && isMadeUp(one.atoms, made, populations) ? made : null;
      populations.push({ ...one, window: window.period, parts: own ? [...withFirst(parts), own] : parts });
      places.push({ of: 'window', key: windowKey(one.key, window.period), period: window.period, told, rounds: own });
    }
  }
  const newest = rounds.at(-1)?.catalogue;
  groups.push(...groupsOfWindows({ rounds, fresh, atoms, populations }));
  const catalogue = {
    splits: [],
    atoms: atoms.map(({ atom, round, key }) => ({ ...atom, key: round.name + key, round: round.period })),
    populations,
    indexOf: new Map(),
    fieldOf: fieldsOf(rounds),
    commonLevels: newest?.commonLevels ?? [],
  };
  return { catalogue, places, atoms, groups };
}

/**
 * Groups over several rounds that are no populations: those of windows by values of the splits; and what the last
 * rounds of a window are together, which is a population of a later release's window if nobody of it comes then.
 */
function groupsOfWindows({
  rounds,
  fresh,
  atoms,
  populations,
}: {
  rounds: readonly PooledRound[];
  fresh: readonly Window[];
  atoms: readonly { round: PooledRound; atom: Atom }[];
  populations: readonly Population[];
}): DefinableGroup[] {
  const ends = fresh.flatMap((window) =>
    window.rounds.slice(1, -1).map((_, at): Window => ({ ...window, rounds: window.rounds.slice(at + 1) })),
  );
  const whole = ends.flatMap((window) => populationsOf(rounds, window, atoms));
  const windows = [...populations.filter(({ window }) => window !== undefined), ...whole];
  const splits = rounds.at(-1)?.catalogue.splits ?? [];
  return [
    ...whole.map((one) => ({ atoms: one.atoms, isWhole: true })),
    ...definableGroups({ populations: windows, atoms: atoms.map(({ atom }) => atom), splits }),
  ];
}

/** The first way is that of narrower populations, also where there are none. */
function withFirst(parts: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return parts.length > 0 ? parts : [[]];
}

function earlierWindows(rounds: readonly PooledRound[]): { window: Window; told: ToldRelease }[] {
  return rounds.flatMap(({ windows, told }) => windows.map((window) => ({ window, told })));
}

/** The populations of a window, over the atoms of all rounds. */
function populationsOf(
  rounds: readonly PooledRound[],
  window: Window,
  atoms: readonly { round: PooledRound; atom: Atom }[],
): Population[] {
  const inside = rounds.filter(({ period }) => window.rounds.includes(period));
  if (inside.length !== window.rounds.length) throw new Error(`rounds of the window ${window.period} are missing`);
  // Keys that sort as the atoms do, so that indexes agree.
  const numbered = atoms.map(({ atom, round }, index) => ({
    ...atom,
    key: String(index).padStart(9, '0'),
    current: inside.includes(round),
  }));
  const targets = inside.flatMap((round) => round.targets.filter(({ split }) => split === ''));
  const made = makeCatalogue({ splits: [], targets, atoms: numbered, fieldOf: fieldsOf(rounds) });
  return [...made.populations];
}

/** Fields of degrees, as the newest round that knows a degree has them. */
function fieldsOf(rounds: readonly PooledRound[]): Map<string, string> {
  return new Map(rounds.flatMap(({ catalogue }) => [...catalogue.fieldOf]));
}

/** Whether populations of rounds are together the same people: a degree may have changed its field. */
function isMadeUp(atoms: readonly number[], made: readonly number[], populations: readonly Population[]): boolean {
  const together = made.flatMap((index) => populations[index]?.atoms ?? []);
  return together.length === atoms.length && new Set([...together, ...atoms]).size === atoms.length;
}
