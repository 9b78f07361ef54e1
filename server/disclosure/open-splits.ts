import { isOfferedIn } from './asked-of.ts';
import type { Catalogue } from './catalogue.ts';
import { answersTo } from './cells.ts';
import { rowsOfLate, thinRows, toldAtoms } from './definable-groups.ts';
import {
  areParallel,
  createElimination,
  insert,
  isNothing,
  remainder,
  sumOf,
  watch,
  type Elimination,
  type Vector,
} from './elimination.ts';
import { DIVIDED_LEVELS, narrowest } from './keep-splits.ts';
import { rankOf, totalOf } from './layer.ts';
import { FIRST_PRIME } from './modular.ts';
import { thresholdOf } from './protect-populations.ts';
import type { QuestionFacts } from './question-facts.ts';
import { RULES } from './rules.ts';

/** Splits that a question may show, and what follows then of numbers of answers: everybody else's and theirs. */
export type OpenSplits = { splits: readonly number[]; system: Elimination };

/**
 * The splits of which the number of answers may be told, of those that the release speaks of: with answers enough,
 * and so that with all totals nothing follows of fewer. Who took part has been seen to once for all questions; here
 * what differs is looked at again: those who answered. Where something follows, the splits nearest to it go.
 *
 * Source: docs/statistics.md, splits. Example: of 12 men 9 answered → not they, nor the women beside them.
 */
export function* openSplits(facts: QuestionFacts): Generator<void, OpenSplits> {
  const { catalogue, plan, switches } = facts;
  const counted = countedIn(facts);
  const { weights, totals } = counted;
  let splits: readonly number[] = catalogue.populations.flatMap((population, index) => {
    const isEnough = (counted.answers[index] ?? 0) >= (counted.least[index] ?? 0);
    const isDivided = DIVIDED_LEVELS.some((level) => level === population.level);
    const isWanted = population.split !== '' && isDivided && facts.open.has(index);
    return isWanted && isEnough && isOfferedIn(catalogue, population, plan.askedOf) ? [index] : [];
  });
  const few = fewIn(facts, counted);
  const found = new Map<string, Vector>();
  for (;;) {
    yield;
    const hidden = [...found.values()];
    const published = publishInOrder(catalogue, weights, { totals, splits, hidden, small: plan.threshold });
    splits = published.splits;
    if (!switches.secondary) return published;
    const rests = switches.leftovers ? smallRests(facts, counted, splits) : [];
    // A rest may follow in other ways than from the whole and its own part.
    for (const { rest } of rests) found.set(nameOf(rest), rest);
    const away = new Set(rests.map(({ split }) => split));
    for (const split of tellSilent(facts, counted, splits)) away.add(split);
    splits = splits.filter((index) => !away.has(index));
    if (away.size > 0) continue;
    const told = toldIn(facts, counted, few, published.system);
    if (told.length === 0) return published;
    const last = told.every((vector) => found.has(nameOf(vector)));
    if (last) splits = splits.slice(0, -1);
    for (const vector of told) found.set(nameOf(vector), vector);
  }
}

type ToPublish = {
  totals: readonly number[];
  splits: readonly number[];
  hidden: readonly Vector[];
  /** Atoms of fewer answers come late: what is told of them alone is looked for. Five if not said. */
  small?: number;
};

/**
 * Splits in the order of publication, but those that would make one of the hidden vectors follow from the totals
 * and the splits before.
 */
export function publishInOrder(
  catalogue: Catalogue,
  weights: ArrayLike<number>,
  { totals, splits, hidden, small = SMALL }: ToPublish,
): OpenSplits {
  const system = systemOf(catalogue, weights, totals, small);
  for (const vector of hidden) watch(system, vector);
  const kept = inOrder(catalogue, weights, splits).filter((index) => {
    const vector = sumOf(answeringIn(catalogue.populations[index]?.atoms ?? [], weights));
    const rest = remainder(system, vector);
    if (!isNothing(rest) && system.watched.some(({ print }) => areParallel(print, rest, system.prime))) return false;
    insert(system, vector);
    return true;
  });
  return { splits: kept, system };
}

function inOrder({ populations }: Catalogue, weights: ArrayLike<number>, splits: readonly number[]): number[] {
  const facts = splits.flatMap((index) => {
    const population = populations[index];
    return population ? [{ index, rank: rankOf(population), n: totalOf(weights, population.atoms) }] : [];
  });
  return facts.sort((a, b) => a.rank - b.rank || b.n - a.n || a.index - b.index).map(({ index }) => index);
}

function nameOf({ plus, minus }: Vector): string {
  return `${plus.join()}-${minus.join()}`;
}

type Counted = {
  /** Answers by atom. */
  weights: Int32Array;
  /** Answers and fewest answers by population. */
  answers: readonly number[];
  least: readonly number[];
  /** Totals whose number of answers is told. */
  totals: readonly number[];
  /** What totals alone tell. */
  before: Elimination;
};

function countedIn({ catalogue, atoms, plan, switches, settled }: QuestionFacts): Counted {
  const weights = Int32Array.from(atoms, answersTo);
  const { populations } = catalogue;
  const totals = [...populations.keys()].filter((index) => settled?.('answers', index) === 'exact');
  return {
    weights,
    before: systemOf(catalogue, weights, totals, plan.threshold),
    totals,
    answers: populations.map((population) => totalOf(weights, population.atoms)),
    least: populations.map((population) => thresholdOf(population, plan.threshold, switches)),
  };
}

/** Units, splits and groups of the register that too few answered; none that totals tell anyway. */
function fewIn({ catalogue, groups, plan, switches }: QuestionFacts, { weights, least, before }: Counted): Vector[] {
  if (!switches.definableGroups) return [];
  const ofGroups = thresholdOf({ split: 'any' }, plan.threshold, switches);
  const all = [
    ...catalogue.populations.map(({ atoms }, index) => ({ atoms, enough: least[index] ?? 0 })),
    ...groups.map(({ atoms }) => ({ atoms, enough: ofGroups })),
  ];
  return all.flatMap(({ atoms, enough }) => {
    const own = answeringIn(atoms, weights);
    const n = totalOf(weights, own);
    return n > 0 && n < enough && !isNothing(remainder(before, sumOf(own))) ? [sumOf(own)] : [];
  });
}

/** What follows and must not: of few who answered, of small atoms and of sums and differences of them. */
function toldIn(
  { plan, switches }: QuestionFacts,
  { weights, before }: Counted,
  few: readonly Vector[],
  system: Elimination,
): Vector[] {
  const told = few.filter((vector) => isNothing(remainder(system, vector)));
  if (!switches.thinPairs || told.length > 0) return told;
  const layer = { weights, fingerprints: new Map<string, number>() };
  const rows = thinRows(layer, rowsOfLate(system), system.prime, plan.threshold);
  return [...toldAtoms(layer, system, plan.threshold), ...rows].filter(
    (vector) => !isNothing(remainder(before, vector)),
  );
}

/** Rests that shown parts leave of a shown whole and that are too few to be told; of each, the smallest part that is shown. */
function smallRests(
  { catalogue }: QuestionFacts,
  { weights, answers, least, totals }: Counted,
  splits: readonly number[],
): { split: number; rest: Vector }[] {
  const shown = new Set([...totals, ...splits]);
  const { populations } = catalogue;
  const isSplitWay = (whole: number, way: readonly number[]): boolean =>
    populations[whole]?.split !== populations[way[0] ?? -1]?.split;
  return [...shown].flatMap((whole) =>
    (populations[whole]?.parts ?? []).flatMap((way) => {
      if (populations[way[0] ?? -1]?.split === '') return [];
      const parts = { shown: [] as number[], rest: [] as number[] };
      const visit = (index: number): void => {
        const [below = []] = populations[index]?.parts ?? [];
        if (shown.has(index)) parts.shown.push(index);
        else if (below.length > 0 && !isSplitWay(index, below)) for (const part of below) visit(part);
        else parts.rest.push(...answeringIn(populations[index]?.atoms ?? [], weights));
      };
      for (const part of way) visit(part);
      const n = totalOf(weights, parts.rest);
      const [split] = parts.shown.toSorted((a, b) => (answers[a] ?? 0) - (answers[b] ?? 0));
      if (n === 0 || split === undefined || n >= (least[way[0] ?? -1] ?? 0)) return [];
      return [{ split, rest: sumOf(parts.rest) }];
    }),
  );
}

/** Splits from which it follows that all of some unit or split left the question out: for that, who took part counts. */
function tellSilent(
  { catalogue, people }: QuestionFacts,
  { answers, totals }: Counted,
  splits: readonly number[],
): number[] {
  const silent = catalogue.populations.filter(({ atoms }, index) => answers[index] === 0 && totalOf(people, atoms) > 0);
  if (silent.length === 0) return [];
  const before = systemOf(catalogue, people, totals);
  const system = systemOf(catalogue, people, [...totals, ...splits]);
  return silent.flatMap(({ atoms }) => {
    const vector = sumOf(answeringIn(atoms, people));
    if (!isNothing(remainder(system, vector)) || isNothing(remainder(before, vector))) return [];
    return narrowest(catalogue, splits, atoms[0] ?? -1);
  });
}

/** What is published of these populations, over those who answered; atoms of fewer than `small` answers late. */
export function systemOf(
  { populations }: Catalogue,
  weights: ArrayLike<number>,
  shown: readonly number[],
  small: number = SMALL,
): Elimination {
  const system = createElimination(weights.length, FIRST_PRIME, shown.length + 1);
  for (let atom = 0; atom < weights.length; atom += 1) if ((weights[atom] ?? 0) < small) system.late[atom] = 1;
  for (const index of shown) insert(system, sumOf(answeringIn(populations[index]?.atoms ?? [], weights)));
  return system;
}
/** Atoms of fewer people cannot hide anybody. */
const SMALL = RULES.threshold;

/** Those of atoms who answered. */
export function answeringIn(atoms: readonly number[], weights: ArrayLike<number>): number[] {
  return atoms.filter((atom) => (weights[atom] ?? 0) > 0);
}
