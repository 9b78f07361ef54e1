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

/** Facts that the first of two has and the other has not, as fact + 1; the other way round as −(fact + 1). */
export type Difference = readonly number[];

/** All pairs of one difference, and what it is of facts; as far as they were asked for, able pairs. */
export type Bucket = { pairs: Pair[]; facts: Difference; able: Map<number, readonly Pair[]> | null };

export type ExchangeIndex = {
  width: number;
  groups: readonly Alike[];
  /** The group of an atom whose people answered. */
  groupOf: ReadonlyMap<number, number>;
  bounds: readonly Bound[];
  /** By difference of marks, which is positive; 0: pairs whom only bounds tell apart. */
  buckets: ReadonlyMap<number, Bucket>;
  /** Differences with a fact. */
  byFact: ReadonlyMap<number, readonly number[]>;
  pairsOf: readonly (readonly Pair[])[];
  /** Differences with a fact, oriented, of whom some pair can give one answer and another. */
  ableAt: Map<number, readonly number[]>;
  /** By fact and answer, zeros: where a world's changes are added up, and taken out again. */
  sums: Int32Array;
};

/** Of a group, somebody gives `from` for `to`; of the partner, somebody `to` for `from`. `need`: what of facts others must restore. */
export type Move = { group: number; partner: number; from: number; to: number; need: number };

/** Partners that are looked at in one place. */
const MOST_NEAR = 150;

/** Groups of people alike, and who may change places with whom. */
export function exchangeIndex({ counts, facts, held, bounds = [], near }: Exchangeable): ExchangeIndex {
  const width = counts[0]?.length ?? 0;
  const groups = alikeIn({ counts, facts, ...(held ? { held } : {}) }, width);
  const pairsOf = groups.map((): Pair[] => []);
  const buckets = new Map<number, Bucket>();
  for (const pair of pairsIn(groups, near)) {
    pairsOf[pair.one]?.push(pair);
    pairsOf[pair.other]?.push(pair);
    const mark = (groups[pair.one]?.mark ?? 0) - (groups[pair.other]?.mark ?? 0);
    const bucket = buckets.get(mark);
    if (bucket) bucket.pairs.push(pair);
    else buckets.set(mark, { pairs: [pair], facts: differenceOf(groups, pair), able: null });
  }
  const byFact = new Map<number, number[]>();
  for (const [mark, { facts: of }] of buckets) {
    for (const signed of of) {
      const fact = Math.abs(signed) - 1;
      const known = byFact.get(fact);
      if (known) known.push(mark);
      else byFact.set(fact, [mark]);
    }
  }
  const groupOf = new Map(groups.flatMap(({ atoms }, group) => atoms.map((atom) => [atom, group] as const)));
  const most = facts.reduce((highest, of) => Math.max(highest, of.at(-1) ?? 0), 0); // they ascend
  const sums = new Int32Array((most + 1) * width);
  return { width, groups, groupOf, bounds, buckets, byFact, pairsOf, ableAt: new Map(), sums };
}

/** People who answered, put together where neither a fact nor a bound tells them apart. */
function alikeIn({ counts, facts, held }: Pick<Exchangeable, 'counts' | 'facts' | 'held'>, width: number): Alike[] {
  const marks = marksOf(facts);
  const byMark = new Map<number, Map<string, Alike & { atoms: number[]; counts: number[] }>>();
  const groups: Alike[] = [];
  for (const [atom, own] of counts.entries()) {
    if (!own.some((count) => count > 0)) continue;
    const of = facts[atom] ?? [];
    const mark = of.reduce((total, fact) => total + (marks[fact] ?? 0), 0);
    const alike = byMark.get(mark) ?? new Map<string, Alike & { atoms: number[]; counts: number[] }>();
    byMark.set(mark, alike);
    const key = `${of.join()};${held?.[atom]?.join() ?? ''}`;
    const known = alike.get(key);
    if (known) {
      known.atoms.push(atom);
      for (let answer = 0; answer < width; answer += 1) {
        known.counts[answer] = (known.counts[answer] ?? 0) + (own[answer] ?? 0);
      }
    } else {
      const group = { atoms: [atom], counts: [...own], facts: of, held: held?.[atom] ?? [], mark };
      alike.set(key, group);
      groups.push(group);
    }
  }
  return groups;
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
  const { buckets, width } = index;
  const bucket = buckets.get(Math.abs(difference));
  if (!bucket) return NOBODY;
  if (bucket.pairs.length <= FEW_PAIRS) return ableOf(index, bucket, difference, [first, second]);
  const way = ((difference < 0 ? width : 0) + first) * width + second;
  const known = bucket.able?.get(way);
  if (known) return known;
  const found = ableOf(index, bucket, difference, [first, second]);
  bucket.able ??= new Map();
  bucket.able.set(way, found);
  return found;
}
/** So many are looked through faster than remembered. */
const FEW_PAIRS = 8;

function ableOf(
  { groups }: ExchangeIndex,
  { pairs }: Bucket,
  difference: number,
  [first, second]: readonly [number, number],
): readonly Pair[] {
  let found: Pair[] | null = null;
  for (const pair of pairs) {
    for (let way = 0; way < 2; way += 1) {
      if (way === 0 ? difference < 0 : difference > 0) continue;
      const [one, other] = way === 0 ? [pair.one, pair.other] : [pair.other, pair.one];
      const isAble = (groups[one]?.counts[first] ?? 0) > 0 && (groups[other]?.counts[second] ?? 0) > 0;
      if (isAble) (found ??= []).push({ one, other });
    }
  }
  return found ?? NOBODY;
}
const NOBODY: readonly Pair[] = [];

function pairsIn(groups: readonly Alike[], near: Exchangeable['near']): Pair[] {
  const pairs: Pair[] = [];
  const known = new Set<number>();
  for (const places of near) {
    const members = new Map<number, number[]>();
    for (const [group, { atoms }] of groups.entries()) {
      for (const place of new Set(atoms.map((atom) => places[atom] ?? -1))) {
        if (place < 0) continue;
        const some = members.get(place);
        if (some) some.push(group);
        else members.set(place, [group]);
      }
    }
    for (const some of members.values()) {
      const few = some.slice(0, MOST_NEAR);
      for (const [at, a] of few.entries()) {
        for (let next = at + 1; next < few.length; next += 1) {
          const b = few[next] ?? a;
          const key = a * groups.length + b;
          if (known.has(key)) continue;
          known.add(key);
          pairs.push(oriented(groups, a, b));
        }
      }
    }
  }
  return pairs;
}

function oriented(groups: readonly Alike[], a: number, b: number): Pair {
  return (groups[a]?.mark ?? 0) >= (groups[b]?.mark ?? 0) ? { one: a, other: b } : { one: b, other: a };
}

/** Both lists of facts ascend. */
function differenceOf(groups: readonly Alike[], { one, other }: Pair): Difference {
  const [plus, minus] = [groups[one]?.facts ?? [], groups[other]?.facts ?? []];
  const difference: number[] = [];
  for (let at = 0, to = 0; at < plus.length || to < minus.length;) {
    const [more = Infinity, less = Infinity] = [plus[at], minus[to]];
    if (more < less) difference.push(more + 1);
    if (less < more) difference.push(-less - 1);
    if (more <= less) at += 1;
    if (less <= more) to += 1;
  }
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
