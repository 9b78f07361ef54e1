import { ablePairs, type ExchangeIndex, type Move } from './exchange-index.ts';

/** Somebody of a group gives up one answer for another. */
export type Changed = { group: number; from: number; to: number };

/** Pairs that join a move at most: four and four people change places. */
const MOST_OTHERS = 3;
/** Pairs of one difference that are tried at the end of a search, and before it. */
const TRIED_LAST = 40;
const TRIED_BEFORE = 2;
/** Steps of the search for one move. */
const MOST_STEPS = 1500;

/**
 * Worlds in which a move and others leave every published figure as it is: nobody gives an answer more than
 * gave it, and bounds stand.
 *
 * Example: a man gives 1 for 2 and a woman of his degree 2 for 1 → a man of another degree who gave 2 and a
 * woman there who gave 1 do the opposite.
 */
export function* otherMoves(index: ExchangeIndex, move: Move): Generator<readonly Changed[]> {
  const { group, partner, from, to, need } = move;
  const world = [
    { group, from, to },
    { group: partner, from: to, to: from },
  ];
  const budget = { left: MOST_STEPS };
  for (let others = 0; others <= MOST_OTHERS; others += 1) {
    for (const found of restored(index, { need, facts: differenceOf(index, need), world, others, from, to }, budget)) {
      if (isPossible(index, found)) yield found;
    }
  }
}

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
function* restored(
  index: ExchangeIndex,
  { need, facts, world, others, from, to }: Search,
  budget: { left: number },
): Generator<readonly Changed[]> {
  if (others === 0) {
    if (facts.size === 0) yield world;
    return;
  }
  if (others === 1) {
    if (facts.size === 0) return;
    for (const { one, other } of ablePairs(index, need, to, from).slice(0, TRIED_LAST)) {
      budget.left -= 1;
      if (budget.left < 0) return;
      yield [...world, { group: one, from: to, to: from }, { group: other, from, to }];
    }
    return;
  }
  for (const difference of differencesFor(index, facts)) {
    if (difference === need) continue;
    for (const { one, other } of ablePairs(index, difference, to, from).slice(0, TRIED_BEFORE)) {
      budget.left -= 1;
      if (budget.left < 0) return;
      const more = [...world, { group: one, from: to, to: from }, { group: other, from, to }];
      const left = subtracted(facts, differenceOf(index, difference));
      if (left.size === 0 || left.size > MOST_FACTS) continue;
      yield* restored(
        index,
        { need: need - difference, facts: left, world: more, others: others - 1, from, to },
        budget,
      );
    }
  }
}
const MOST_FACTS = 16;

/** Differences, oriented, that hold one of the facts as it is needed: of the fact with the fewest. */
function differencesFor(index: ExchangeIndex, facts: ReadonlyMap<number, number>): number[] {
  let fewest: { marks: readonly number[]; fact: number; sign: number } | null = null;
  for (const [fact, amount] of facts) {
    const marks = index.byFact.get(fact) ?? [];
    if (!fewest || marks.length < fewest.marks.length) fewest = { marks, fact, sign: Math.sign(amount) };
  }
  if (!fewest) return [];
  const { fact, sign } = fewest;
  return fewest.marks.map((mark) => (index.buckets.get(mark)?.facts.get(fact) === sign ? mark : -mark));
}

/** The facts of a difference of either sign. */
function differenceOf({ buckets }: ExchangeIndex, difference: number): ReadonlyMap<number, number> {
  const facts = buckets.get(Math.abs(difference))?.facts ?? new Map<number, number>();
  return difference < 0 ? new Map([...facts].map(([fact, amount]) => [fact, -amount])) : facts;
}

function subtracted(facts: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>): Map<number, number> {
  const left = new Map(facts);
  for (const [fact, amount] of other) {
    const rest = (left.get(fact) ?? 0) - amount;
    if (rest === 0) left.delete(fact);
    else left.set(fact, rest);
  }
  return left;
}

/** Whether enough people gave what is given up, every figure stands (counted anew), and bounds do. */
function isPossible({ groups, width, bounds }: ExchangeIndex, world: readonly Changed[]): boolean {
  const taken = new Map<number, number>();
  const told = new Map<number, number>();
  const bounded = new Map<number, number>();
  const add = (to: Map<number, number>, key: number, amount: number): void => {
    to.set(key, (to.get(key) ?? 0) + amount);
  };
  for (const { group, from, to } of world) {
    const { counts = [], facts = [], held = [] } = groups[group] ?? {};
    add(taken, group * width + from, 1);
    if ((taken.get(group * width + from) ?? 0) > (counts[from] ?? 0)) return false;
    for (const fact of facts) {
      add(told, fact * width + from, -1);
      add(told, fact * width + to, 1);
    }
    for (const bound of held) {
      if (bounds[bound]?.answer === from) add(bounded, bound, -1);
      if (bounds[bound]?.answer === to) add(bounded, bound, 1);
    }
  }
  if ([...told.values()].some((amount) => amount !== 0)) return false;
  return [...bounded].every(([bound, amount]) => (bounds[bound]?.room ?? 0) + amount >= 0);
}
