import { ablePairs, type Difference, type ExchangeIndex, type Move, type Pair } from './exchange-index.ts';

/** Somebody of a group gives up one answer for another. */
export type Changed = { group: number; from: number; to: number };

/** Pairs of one difference that are tried at the end of a search, and before it. */
const TRIED_LAST = 40;
const TRIED_BEFORE = 2;
/** More facts than this are not set right any more. */
const MOST_FACTS = 24;

/**
 * Worlds in which a move and exactly so many others restore what of facts is amiss; whether there are people
 * enough, and bounds stand, is for `isPossible` to see. `budget`: steps of the search that are left.
 *
 * Example: a man gives 1 for 2 and a woman of his degree 2 for 1 → a man of another degree who gave 2 and a
 * woman there who gave 1 do the opposite.
 */
export function otherMoves(
  index: ExchangeIndex,
  move: Move,
  others: number,
  budget: Budget = { left: Infinity },
): Generator<readonly Changed[]> {
  const { from, to, need } = move;
  return restored(
    index,
    { need, facts: subtracted(NO_FACTS, index, -need), world: firstOf(move), others, from, to },
    budget,
  );
}

/** The two who begin. */
export function firstOf({ group, partner, from, to }: Move): Changed[] {
  return [
    { group, from, to },
    { group: partner, from: to, to: from },
  ];
}

export type Budget = { left: number };

type Search = {
  need: number;
  facts: ReadonlyMap<number, number>;
  world: readonly Changed[];
  /** How many more pairs, exactly. */
  others: number;
  from: number;
  to: number;
};

/** Worlds in which exactly so many more pairs restore what of facts is amiss. */
export function* restored(index: ExchangeIndex, search: Search, budget: Budget): Generator<readonly Changed[]> {
  const { need, facts, world, others, from, to } = search;
  if (others === 0) {
    if (facts.size === 0) yield world;
    return;
  }
  if (facts.size === 0) return;
  const joined = (pair: Pair): Changed[] => [
    ...world,
    { group: pair.one, from: to, to: from },
    { group: pair.other, from, to },
  ];
  if (others === 1) {
    budget.left -= 1;
    for (const pair of ablePairs(index, need, to, from).slice(0, TRIED_LAST)) yield joined(pair);
    return;
  }
  for (const difference of differencesFor(index, facts, to, from)) {
    if (difference === need) continue;
    if (budget.left < 0) return;
    budget.left -= 1;
    // The last step needs no facts: whether they are as they were is counted in the end.
    if (others === 2 && ablePairs(index, need - difference, to, from).length === 0) continue;
    const left = subtracted(facts, index, difference);
    if (left.size === 0 || left.size > MOST_FACTS) continue;
    const more = { need: need - difference, facts: left, others: others - 1, from, to };
    for (const pair of ablePairs(index, difference, to, from).slice(0, TRIED_BEFORE))
      yield* restored(index, { ...more, world: joined(pair) }, budget);
  }
}

/** Differences, oriented, of able pairs that hold one of the facts as it is needed: of the fact with the fewest. */
function differencesFor(
  index: ExchangeIndex,
  facts: ReadonlyMap<number, number>,
  first: number,
  second: number,
): readonly number[] {
  let [rarest, needed, fewest] = [-1, 0, Infinity];
  for (const [fact, amount] of facts) {
    const differences = index.byFact.get(fact)?.length ?? 0;
    if (differences < fewest) [rarest, needed, fewest] = [fact, amount, differences];
  }
  return fewest === 0 ? [] : ableDifferences(index, needed > 0 ? rarest : -1 - rarest, first, second);
}

/** Differences, oriented, that hold a fact once more (`signed` negative: −1 − fact, once less), of pairs able to. */
function ableDifferences(index: ExchangeIndex, signed: number, first: number, second: number): readonly number[] {
  const key = (signed * index.width + first) * index.width + second;
  const known = index.ableAt.get(key);
  if (known) return known;
  const [fact, sign] = signed < 0 ? [-1 - signed, -1] : [signed, 1];
  const found = (index.byFact.get(fact) ?? [])
    .map((mark) => (index.buckets.get(mark)?.facts.includes(sign * (fact + 1)) ? mark : -mark))
    .filter((difference) => ablePairs(index, difference, first, second).length > 0);
  index.ableAt.set(key, found);
  return found;
}

const NO_FACTS: ReadonlyMap<number, number> = new Map();
const NO_DIFFERENCE: Difference = [];

/** Facts less those of a difference of either sign. */
function subtracted(
  facts: ReadonlyMap<number, number>,
  { buckets }: ExchangeIndex,
  difference: number,
): Map<number, number> {
  const left = new Map(facts);
  const sign = difference < 0 ? -1 : 1;
  for (const signed of buckets.get(Math.abs(difference))?.facts ?? NO_DIFFERENCE) {
    const fact = Math.abs(signed) - 1;
    const rest = (left.get(fact) ?? 0) - sign * Math.sign(signed);
    if (rest === 0) left.delete(fact);
    else left.set(fact, rest);
  }
  return left;
}

/** Whether enough people gave what is given up, every figure stands (counted anew), and bounds do. */
export function isPossible(index: ExchangeIndex, world: readonly Changed[]): boolean {
  return areEnough(index, world) && isUntold(index, world);
}

function areEnough({ groups }: ExchangeIndex, world: readonly Changed[]): boolean {
  return world.every(({ group, from }, at) => {
    let taken = 1;
    for (const other of world.slice(0, at)) if (other.group === group && other.from === from) taken += 1;
    return taken <= (groups[group]?.counts[from] ?? 0);
  });
}

function isUntold({ groups, width, bounds, sums }: ExchangeIndex, world: readonly Changed[]): boolean {
  let amiss = 0;
  const add = (key: number, amount: number): void => {
    const before = sums[key] ?? 0;
    sums[key] = before + amount;
    amiss += Math.abs(before + amount) - Math.abs(before);
  };
  const addAll = (sign: 1 | -1): void => {
    for (const { group, from, to } of world) {
      for (const fact of groups[group]?.facts ?? []) {
        add(fact * width + from, -sign);
        add(fact * width + to, sign);
      }
    }
  };
  addAll(1);
  if (amiss === 0) return areBoundsKept(groups, bounds, world);
  addAll(-1); // the sums are zero between two calls
  return false;
}

function areBoundsKept(
  groups: ExchangeIndex['groups'],
  bounds: ExchangeIndex['bounds'],
  world: readonly Changed[],
): boolean {
  if (bounds.length === 0) return true;
  const bounded = new Map<number, number>();
  const add = (bound: number, amount: number): Map<number, number> =>
    bounded.set(bound, (bounded.get(bound) ?? 0) + amount);
  for (const { group, from, to } of world) {
    for (const bound of groups[group]?.held ?? []) {
      if (bounds[bound]?.answer === from) add(bound, -1);
      if (bounds[bound]?.answer === to) add(bound, 1);
    }
  }
  return [...bounded].every(([bound, amount]) => (bounds[bound]?.room ?? 0) + amount >= 0);
}
