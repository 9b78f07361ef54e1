/** A bound that stands: at least as many as now, less `room`, gave `answer`. */
export type Bound = { answer: number; room: number };

/** What is known of the answers to one question, atom by atom. */
export type Exchangeable = {
  /** True counts of each answer, by atom. */
  counts: readonly (readonly number[])[];
  /** Numbers of the published populations that hold an atom and are told exactly, ascending. */
  facts: readonly (readonly number[])[];
  /** Numbers of those that hold it and are told as a bound only. */
  held?: readonly (readonly number[])[];
  bounds?: readonly Bound[];
  /** Ways to look for partners: atoms of the same number may change places; −1 has none. More find more, and take longer. */
  near: readonly (readonly number[])[];
};

/** Atoms whom no fact tells apart: their people are alike. */
export type Alike = {
  atoms: readonly number[];
  counts: readonly number[];
  facts: readonly number[];
  held: readonly number[];
  /** Sum of the marks of its facts: equal for equal facts. */
  mark: number;
};

/** Two groups that may change places. The facts of `one` less those of `other` are the bucket's difference. */
export type Pair = { one: number; other: number };

/** All pairs of one difference. */
export type Bucket = { pairs: Pair[]; facts: ReadonlyMap<number, number> };

export type ExchangeIndex = {
  width: number;
  groups: readonly Alike[];
  bounds: readonly Bound[];
  /** By difference of marks, which is positive; 0: pairs whom only bounds tell apart. */
  buckets: ReadonlyMap<number, Bucket>;
  /** Differences with a fact. */
  byFact: ReadonlyMap<number, readonly number[]>;
  pairsOf: readonly (readonly Pair[])[];
  /** Pairs of a difference of whom the one can give an answer and the other another. */
  able: Map<string, readonly Pair[]>;
};

/** Of a group, somebody gives `from` for `to`; of the partner, somebody `to` for `from`. `need`: what of facts others must restore. */
export type Move = { group: number; partner: number; from: number; to: number; need: number };

/** Partners that are looked at in one place. */
const MOST_NEAR = 150;

/** Groups of people alike, and who may change places with whom. */
export function exchangeIndex({ counts, facts, held, bounds = [], near }: Exchangeable): ExchangeIndex {
  const answering = [...counts.keys()].filter((atom) => counts[atom]?.some((count) => count > 0));
  const keyOf = (atom: number): string => `${facts[atom]?.join() ?? ''};${held?.[atom]?.join() ?? ''}`;
  const marks = marksOf(facts);
  const groups = [...Map.groupBy(answering, keyOf).values()].map((atoms): Alike => {
    const [first = -1] = atoms;
    const own = facts[first] ?? [];
    const sums = Array.from({ length: counts[first]?.length ?? 0 }, (_, answer) =>
      atoms.reduce((total, atom) => total + (counts[atom]?.[answer] ?? 0), 0),
    );
    const mark = own.reduce((total, fact) => total + (marks[fact] ?? 0), 0);
    return { atoms, counts: sums, facts: own, held: held?.[first] ?? [], mark };
  });
  const pairs = pairsIn(groups, near);
  const buckets = new Map<number, { pairs: Pair[]; facts: ReadonlyMap<number, number> }>();
  const byFact = new Map<number, number[]>();
  const pairsOf = groups.map((): Pair[] => []);
  for (const pair of pairs) {
    pairsOf[pair.one]?.push(pair);
    pairsOf[pair.other]?.push(pair);
    const mark = (groups[pair.one]?.mark ?? 0) - (groups[pair.other]?.mark ?? 0);
    const bucket = buckets.get(mark) ?? { pairs: [], facts: differenceOf(groups, pair) };
    if (bucket.pairs.push(pair) > 1) continue;
    buckets.set(mark, bucket);
    for (const fact of bucket.facts.keys()) byFact.set(fact, [...(byFact.get(fact) ?? []), mark]);
  }
  return { width: counts[0]?.length ?? 0, groups, bounds, buckets, byFact, pairsOf, able: new Map() };
}

/** With whom somebody of a group who gave an answer can change places, where nothing but facts is asked. */
export function* movesOf({ groups, width, pairsOf }: ExchangeIndex, group: number, from: number): Generator<Move> {
  for (const { one, other } of pairsOf[group] ?? []) {
    const partner = one === group ? other : one;
    const need = (groups[group]?.mark ?? 0) - (groups[partner]?.mark ?? 0);
    for (let to = 0; to < width; to += 1) {
      if (to !== from && (groups[partner]?.counts[to] ?? 0) > 0) yield { group, partner, from, to, need };
    }
  }
}

/** Pairs of a difference (of either sign) of whom the first can give `first`, the second `second`, oriented to it. */
export function ablePairs(index: ExchangeIndex, difference: number, first: number, second: number): readonly Pair[] {
  const key = `${difference}:${first}:${second}`;
  const known = index.able.get(key);
  if (known) return known;
  const has = (group: number, answer: number): boolean => (index.groups[group]?.counts[answer] ?? 0) > 0;
  const all = index.buckets.get(Math.abs(difference))?.pairs ?? [];
  const turned = (pairs: readonly Pair[]): Pair[] => pairs.map(({ one, other }) => ({ one: other, other: one }));
  const oriented = difference > 0 ? all : difference < 0 ? turned(all) : [...all, ...turned(all)];
  const found = oriented.filter(({ one, other }) => has(one, first) && has(other, second));
  index.able.set(key, found);
  return found;
}

function pairsIn(groups: readonly Alike[], near: Exchangeable['near']): Pair[] {
  const found = new Map<number, Pair>();
  for (const places of near) {
    const members = new Map<number, Set<number>>();
    for (const [group, { atoms }] of groups.entries()) {
      for (const place of new Set(atoms.map((atom) => places[atom] ?? -1))) {
        if (place >= 0) members.set(place, (members.get(place) ?? new Set()).add(group));
      }
    }
    for (const some of members.values()) {
      const few = [...some].slice(0, MOST_NEAR);
      for (const [at, a] of few.entries()) {
        for (const b of few.slice(at + 1)) found.set(a * groups.length + b, oriented(groups, a, b));
      }
    }
  }
  return [...found.values()];
}

function oriented(groups: readonly Alike[], a: number, b: number): Pair {
  return (groups[a]?.mark ?? 0) >= (groups[b]?.mark ?? 0) ? { one: a, other: b } : { one: b, other: a };
}

function differenceOf(groups: readonly Alike[], { one, other }: Pair): Map<number, number> {
  const [plus, minus] = [new Set(groups[one]?.facts), new Set(groups[other]?.facts)];
  const difference = new Map<number, number>();
  for (const fact of plus) if (!minus.has(fact)) difference.set(fact, 1);
  for (const fact of minus) if (!plus.has(fact)) difference.set(fact, -1);
  return difference;
}

/** A number for each fact, so that sums tell sets apart; below 2^46, the same on every machine (Park and Miller). */
function marksOf(facts: Exchangeable['facts']): number[] {
  let state = 20_261_126;
  const next = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state;
  };
  const most = facts.reduce((highest, of) => of.reduce((high, fact) => Math.max(high, fact), highest), -1);
  return Array.from({ length: most + 1 }, () => (next() % 2 ** 23) * 2 ** 23 + (next() % 2 ** 23));
}
