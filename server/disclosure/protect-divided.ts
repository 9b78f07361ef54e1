import { answersTo, type Cell } from './cells.ts';
import { isNothing, remainder, sumOf, type Elimination } from './elimination.ts';
import { keepSplits, tellsCannotSay, type SplitCell } from './keep-splits.ts';
import { answeringIn, openSplits, publishInOrder, systemOf } from './open-splits.ts';
import { added, anyThreshold, rulesOf } from './protect-question.ts';
import { thresholdOf } from './protect-populations.ts';
import { noStandings, type CellStandings, type QuestionFacts } from './question-facts.ts';
import { classOf, standingOf } from './question-plan.ts';

/** A group of whom the answers of a cell may not follow: by its atoms that answered. */
type Told = readonly number[];

/**
 * Decides in which splits the cells of a question may be shown, beside totals that are settled. What follows
 * by sums and differences is worked out once, of the numbers of answers, with all splits that could be shown of
 * any cell: whatever of them a cell shows tells no more. So a cell has to look again only at the groups that
 * follow there, where they are nearly all alike; and then at doubt.
 *
 * Source: docs/statistics.md, splits.
 */
export function* protectDivided(facts: QuestionFacts): Generator<void, CellStandings[]> {
  const { switches, plan } = facts;
  const given = switches.questionThreshold ? facts : anyThreshold(facts);
  const { splits, system } = yield* openSplits(given);
  const told = switches.secondary ? toldIn(given, system) : [];
  const standings: CellStandings[] = [];
  for (const cell of plan.cells) {
    standings.push(yield* placeSplits(given, cell, splits, told));
    yield;
  }
  return standings;
}

/** Populations and groups of the register of whom the sum follows from all that could be shown. */
function toldIn({ catalogue, groups, atoms }: QuestionFacts, system: Elimination): Told[] {
  const weights = Int32Array.from(atoms, answersTo);
  return [...catalogue.populations, ...groups].flatMap((group) => {
    const own = answeringIn(group.atoms, weights);
    return own.length > 0 && isNothing(remainder(system, sumOf(own))) ? [own] : [];
  });
}

function* placeSplits(
  facts: QuestionFacts,
  cell: Cell,
  open: readonly number[],
  told: readonly Told[],
): Generator<void, CellStandings> {
  const { plan, catalogue, switches } = facts;
  const vectors = facts.atoms.map((counts) => cell.vector(counts));
  const counts = facts.counts.map((found) => cell.vector(found));
  const stands = (wanted: 'exact' | 'bounded') =>
    new Set([...catalogue.populations.keys()].filter((index) => facts.settled?.(cell, index) === wanted));
  const splits = open.filter((index) => {
    const population = catalogue.populations[index];
    if (!population || !switches.topCoding) return switches.topCoding === false;
    const rules = rulesOf(plan, thresholdOf(population, plan.threshold, switches));
    return standingOf(rules, cell, counts[index] ?? []) === 'exact';
  });
  const question: SplitCell = {
    catalogue,
    vectors,
    counts,
    exact: stands('exact'),
    bounded: stands('bounded'),
    least: plan.threshold,
  };
  const rules = rulesOf(plan, thresholdOf({ split: 'any' }, plan.threshold, switches));
  const unsafe = told.filter((of) => classOf(rules, added(vectors, of)) !== 'exact');
  const bearable = withoutUnsafe(question, splits, unsafe);
  yield;
  const kept = switches.gate ? yield* keepSplits(question, bearable) : new Set(bearable);
  return { ...noStandings(cell), exact: kept };
}

/**
 * The cells of a question whose "cannot say" may not be shown beside its splits: with the number of answers of a
 * split it is told how many of it could not say. `shown`: totals of which "cannot say" is shown, by cell.
 *
 * Example: of 14 men all answered, of a degree one person could not say → a woman; of whom there may be one.
 */
export function* silencedCells(
  facts: QuestionFacts,
  splits: readonly number[],
  shown: ReadonlyMap<string, ReadonlySet<number>>,
): Generator<void, string[]> {
  const { plan, catalogue } = facts;
  const silenced: string[] = [];
  for (const cell of plan.cells) {
    const totals = shown.get(cell.id) ?? new Set<number>();
    if (totals.size === 0 || splits.length === 0) continue;
    const told = [...catalogue.populations.keys()].filter((index) => facts.settled?.('answers', index) === 'exact');
    const vector = (counts: QuestionFacts['atoms'][number]): number[] => [
      cell.cannotSay(counts) ?? 0,
      answersTo(counts),
    ];
    const world: SplitCell = {
      catalogue,
      vectors: facts.atoms.map(vector),
      counts: facts.counts.map(vector),
      exact: new Set([...told, ...totals].toSorted((a, b) => a - b)),
      bounded: new Set(),
      least: plan.threshold,
    };
    if (yield* tellsCannotSay(world, splits)) silenced.push(cell.id);
  }
  return silenced;
}

/** Splits from which, with the totals, nothing follows of these groups that does not follow from totals alone. */
function withoutUnsafe(cell: SplitCell, splits: readonly number[], unsafe: readonly Told[]): readonly number[] {
  if (unsafe.length === 0 || splits.length === 0) return splits;
  const { catalogue, exact } = cell;
  const weights = Int32Array.from(cell.vectors, (vector) => vector.reduce((total, count) => total + count, 0));
  const totals = systemOf(catalogue, weights, [...exact]);
  const hidden = unsafe.map(sumOf).filter((vector) => !isNothing(remainder(totals, vector)));
  return publishInOrder(catalogue, weights, { totals: [...exact], splits, hidden }).splits;
}
