import type { Catalogue, CatalogueLevel, Population } from './catalogue.ts';

/**
 * What the counts of a population allow by themselves: to be shown exactly, to be shown as a bound, or
 * nothing. `few`: nothing for want of answers, which the same people may have under another name.
 * `dark`: not to be shown, for a reason that was settled before. `absent`: nobody answered.
 */
export type Wish = 'hidden' | 'exact' | 'bounded' | 'few' | 'dark' | 'absent';

/** One question of what may be shown, asked of all populations at once: of respondents, of answers, or of a cell. */
export type LayerFacts = {
  catalogue: Catalogue;
  /** Answers by atom. Atoms without are no part of the system. */
  weights: ArrayLike<number>;
  /** Respondents by atom. */
  people: ArrayLike<number>;
  /** Counts by population. */
  counts: readonly (readonly number[])[];
  wishes: readonly Wish[];
  /** Fewest answers by population. */
  thresholds: readonly number[];
  /** Whether counts left over when everything exact is taken away may be told, with so much slack. */
  isSafe: (counts: readonly number[], threshold: number, slack: number) => boolean;
  /** Populations that must bear what is left over without the company of others. */
  isDark?: (population: number) => boolean;
  /** How populations stand of which it was settled before: totals, when only splits are asked about. */
  settled?: (population: number) => Settled | null;
};

export type Settled = 'exact' | 'bounded' | 'silent';

/** Populations whose answering atoms are the same: one vector, shown or hidden as one. */
export type Unit = {
  atoms: readonly number[];
  n: number;
  members: readonly number[];
  rank: number;
  wish: Wish;
  threshold: number;
  settled: Settled | null;
};

export type Layer = LayerFacts & {
  /** In the order in which they are published. */
  units: readonly Unit[];
  unitOf: Int32Array;
  fingerprints: ReadonlyMap<string, number>;
};

/** Totals before splits, and rounds before several together; wide before narrow, but what a degree's report needs before what serves other reports. */
const RANKS: Record<CatalogueLevel, number> = {
  nation: 0,
  field: 1,
  institution: 1,
  degree_national: 2,
  degree: 3,
  institution_field: 4,
};
const SPLIT_RANK = 10;
const WINDOW_RANK = 20;
/** What populations with the same answers want together: the first of these that one of them wants. */
const WISHES: readonly Wish[] = ['hidden', 'exact', 'bounded', 'few', 'dark', 'absent'];

const SETTLED: readonly Settled[] = ['exact', 'bounded', 'silent'];

/** The rank of a population in the order of publication; lower ones are published first. */
export function rankOf({ level, split, window }: Population): number {
  return RANKS[level] + (split === '' ? 0 : SPLIT_RANK) + (window === undefined ? 0 : WINDOW_RANK);
}

/** Whether a rank is that of a total that reports of degrees need, and which is therefore kept while others go. */
export function isBackbone(rank: number): boolean {
  return rank % SPLIT_RANK <= RANKS.institution;
}

/**
 * The layer of some counts: populations become units, alike ones together, in the order of publication
 * (rank, then more answers first, then key).
 */
export function makeLayer(facts: LayerFacts): Layer {
  const { catalogue, weights, wishes, thresholds } = facts;
  const groups = new Map<string, { atoms: number[]; members: number[] }>();
  for (const [index, { atoms }] of catalogue.populations.entries()) {
    const answering = atoms.filter((atom) => (weights[atom] ?? 0) > 0);
    if (answering.length === 0) continue;
    const print = fingerprint(answering);
    const group = groups.get(print) ?? { atoms: answering, members: [] };
    group.members.push(index);
    groups.set(print, group);
  }
  const rank = (index: number): number => {
    const population = catalogue.populations[index];
    return population ? rankOf(population) : 0;
  };
  const prints = [...groups.keys()];
  const units = [...groups.values()].map(({ atoms, members }, place): Unit & { print: string } => {
    const best = members.toSorted((a, b) => rank(a) - rank(b))[0] ?? 0;
    const wish = WISHES.find((one) => members.some((member) => wishes[member] === one)) ?? 'absent';
    const n = atoms.reduce((total, atom) => total + (weights[atom] ?? 0), 0);
    const threshold = Math.min(...members.map((member) => thresholds[member] ?? 0));
    const stands = members.flatMap((member) => facts.settled?.(member) ?? []);
    const settled = SETTLED.find((one) => stands.includes(one)) ?? null;
    return { atoms, members, n, rank: rank(best), wish, threshold, settled, print: prints[place] ?? '' };
  });
  const ordered = units.toSorted((a, b) => a.rank - b.rank || b.n - a.n || (a.members[0] ?? 0) - (b.members[0] ?? 0));
  const unitOf = new Int32Array(catalogue.populations.length).fill(-1);
  for (const [unit, { members }] of ordered.entries()) for (const member of members) unitOf[member] = unit;
  return { ...facts, units: ordered, unitOf, fingerprints: new Map(ordered.map(({ print }, unit) => [print, unit])) };
}

/** A name of a set of atoms, given in order: equal for equal sets, for different ones hardly ever. */
export function fingerprint(atoms: readonly number[]): string {
  let [one, other] = [0, 0];
  for (const atom of atoms) {
    one = Math.imul(one ^ atom, 0x01000193) + atom;
    other = Math.imul(other + atom + 1, 0x5bd1e995) ^ (other >>> 13);
  }
  return `${atoms.length}:${one}:${other}`;
}

/** The sum of weights over atoms. */
export function totalOf(weights: ArrayLike<number>, atoms: readonly number[]): number {
  return atoms.reduce((total, atom) => total + (weights[atom] ?? 0), 0);
}
