import { isOfferedIn } from './asked-of.ts';
import { answersTo, type Cell } from './cells.ts';
import { makeGate } from './gate.ts';
import { makeLayer, totalOf, type LayerFacts, type Wish } from './layer.ts';
import { protectCannotSay } from './protect-cannot-say.ts';
import { combinedParts, exactPopulations, groupThreshold, thresholdOf } from './protect-populations.ts';
import { noStandings, type CellStandings, type QuestionFacts } from './question-facts.ts';
import { classOf, standingOf, type QuestionPlan } from './question-plan.ts';
import { RULES } from './rules.ts';
import { solveLayer, type Solved } from './solve-layer.ts';

/**
 * Decides what of a question may be shown in each population of the catalogue. First on the number of
 * answers, once for all cells of the question, since they share it; then on the counts of each cell,
 * with the gate; then on "cannot say". Source: docs/statistics.md.
 *
 * Example: [9, 3] in a degree is exact; its follow-up, asked of the three, is hidden with its n.
 */
export function* protectQuestion(facts: QuestionFacts): Generator<void, CellStandings[]> {
  if (!facts.switches.questionThreshold) return yield* protectCells(anyThreshold(facts), facts.open);
  const { open } = yield* openPopulations(facts);
  return yield* protectCells(facts, open);
}

/** For tests: the same with no threshold of the question's own. */
export function anyThreshold(facts: QuestionFacts): QuestionFacts {
  return {
    ...facts,
    plan: { ...facts.plan, threshold: 1 },
    switches: { ...facts.switches, splitThreshold: false },
  };
}

function* protectCells(facts: QuestionFacts, open: ReadonlySet<number>): Generator<void, CellStandings[]> {
  const standings: CellStandings[] = [];
  for (const cell of facts.plan.cells) {
    const standing =
      facts.plan.aggregation.kind === 'bands' ? placeNumbers(facts, cell, open) : yield* placeCell(facts, cell, open);
    if (!facts.settled) yield* protectCannotSay(facts, standing, open);
    standings.push(standing);
  }
  return standings;
}

/** Whether the question may be shown of a population at all: at a common level, or of those alone who are asked it. */
function isOffered({ plan: { askedOf }, catalogue }: QuestionFacts, index: number): boolean {
  const population = catalogue.populations[index];
  return population !== undefined && isOfferedIn(catalogue, population, askedOf);
}

/** Whether the number of answers tells of the question that leads to this one. */
function isLedInTheDark({ plan, counts, respondents, isExact, switches }: QuestionFacts, index: number): boolean {
  if (!switches.routing) return false;
  if (plan.routing.cells.some((cell) => !isExact(cell, index))) return true;
  const answers = answersOf(counts, index);
  return plan.routing.coarse && (respondents[index] ?? 0) - answers <= RULES.slack;
}

export type OpenPopulations = { open: ReadonlySet<number>; solved: Solved };

/** The populations whose number of answers may be told, and all that is told of numbers of answers then. */
export function* openPopulations(facts: QuestionFacts): Generator<void, OpenPopulations> {
  const { plan, catalogue, people, respondents, atoms, switches } = facts;
  const thresholds = catalogue.populations.map((population) => thresholdOf(population, plan.threshold, switches));
  const answers = catalogue.populations.map((_, index) => answersOf(facts.counts, index));
  const wishes = answers.map((n, index): Wish => {
    if (n === 0) return 'absent';
    if (n < (thresholds[index] ?? 0)) return 'few';
    if (!isOffered(facts, index)) return 'dark';
    return facts.open.has(index) && !isLedInTheDark(facts, index) ? 'exact' : 'hidden';
  });
  const weights = Int32Array.from(atoms, answersTo);
  const layer = makeLayer({
    catalogue,
    weights,
    people,
    counts: answers.map((n, index) => [n, respondents[index] ?? 0]),
    wishes,
    thresholds,
    isSafe: ([n = 0, asked = 0], threshold) => n >= threshold && (!plan.routing.coarse || asked - n > RULES.slack),
    ...settledIn(facts, 'answers'),
  });
  const solved = yield* solveLayer({
    layer,
    groups: facts.groups,
    isUnsafe: (of, isWhole) => totalOf(weights, of) < groupThreshold(isWhole, plan.threshold, switches),
    least: plan.threshold,
    sunk: facts.sunk('answers'),
    switches,
  });
  return { open: yield* withoutSilent(facts, exactPopulations(solved)), solved };
}

/**
 * Of populations that may be shown those from which it does not follow that all of some other
 * population left the question out: for that, who took part counts, not who answered.
 */
function* withoutSilent(facts: QuestionFacts, shown: Set<number>): Generator<void, ReadonlySet<number>> {
  const { catalogue, people, respondents, switches } = facts;
  const wishes = respondents.map((_, index): Wish => {
    if (shown.has(index)) return 'exact';
    return facts.open.has(index) && answersOf(facts.counts, index) === 0 ? 'hidden' : 'dark';
  });
  if (!wishes.includes('hidden')) return shown;
  const layer = makeLayer({
    catalogue,
    weights: people,
    people,
    counts: respondents.map((n) => [n]),
    wishes,
    thresholds: respondents.map(() => 0),
    isSafe: () => true,
    ...settledIn(facts, 'answers'),
  });
  const rules = { ...switches, leftovers: false, definableGroups: false };
  const solved = yield* solveLayer({ layer, groups: [], isUnsafe: () => false, least: 0, sunk: [], switches: rules });
  return exactPopulations(solved);
}

function answersOf(counts: QuestionFacts['counts'], index: number): number {
  const found = counts[index];
  return found ? answersTo(found) : 0;
}

/** Quartiles of numbers: no counts are told, so that nothing can be subtracted. */
function placeNumbers(
  { plan, counts, catalogue, switches }: QuestionFacts,
  cell: Cell,
  open: ReadonlySet<number>,
): CellStandings {
  const standing = noStandings(cell);
  for (const index of open) {
    const [population, found] = [catalogue.populations[index], counts[index]];
    if (!population || !found) continue;
    const rules = { ...plan, threshold: thresholdOf(population, plan.threshold, switches) };
    if (standingOf(rules, cell, cell.vector(found)) === 'exact') standing.exact.add(index);
  }
  return standing;
}

/** Second pass: on the counts of one cell. */
function* placeCell(facts: QuestionFacts, cell: Cell, open: ReadonlySet<number>): Generator<void, CellStandings> {
  const { plan, catalogue, people, switches } = facts;
  const vectors = facts.atoms.map((counts) => cell.vector(counts));
  const counts = facts.counts.map((found) => cell.vector(found));
  const thresholds = catalogue.populations.map((population) => thresholdOf(population, plan.threshold, switches));
  const wishes = counts.map((vector, index): Wish => {
    const wish = switches.topCoding ? standingOf(rulesOf(plan, thresholds[index] ?? 0), cell, vector) : 'exact';
    if (open.has(index)) return wish;
    // Beside rounds that are settled the number of answers may follow already: their counts must not all the same.
    return facts.settled && wish !== 'exact' ? 'hidden' : 'dark';
  });
  const layer = makeLayer({
    catalogue,
    weights: Int32Array.from(facts.atoms, answersTo),
    people,
    counts,
    wishes,
    thresholds,
    isSafe: (vector, threshold, slack) => classOf(rulesOf(plan, threshold), vector, slack) === 'exact',
    ...settledIn(facts, cell),
  });
  const groupRules = (isWhole: boolean) => rulesOf(plan, groupThreshold(isWhole, plan.threshold, switches));
  const solved = yield* solveLayer({
    layer,
    groups: facts.groups,
    isUnsafe: (of, isWhole) => classOf(groupRules(isWhole), added(vectors, of)) !== 'exact',
    least: 0,
    sunk: facts.sunk(cell),
    switches,
    ...(switches.gate ? { gate: (facts.gate ?? makeGate)(vectors, plan.threshold) } : {}),
  });
  const bounded = wishes.flatMap((wish, index) =>
    wish === 'bounded' && solved.standings[layer.unitOf[index] ?? -1] === 'bounded' ? [index] : [],
  );
  return {
    ...noStandings(cell),
    exact: exactPopulations(solved),
    bounded: new Set(bounded),
    combined: combinedParts(solved),
  };
}

function settledIn({ settled }: QuestionFacts, of: 'answers' | Cell): Pick<LayerFacts, 'settled'> {
  return settled ? { settled: (population) => settled(of, population) } : {};
}

/** The rules of a question with another threshold. */
export function rulesOf(plan: QuestionPlan, threshold: number): QuestionPlan {
  return { ...plan, threshold };
}

/** The sum of vectors over atoms. */
export function added(vectors: readonly (readonly number[])[], atoms: readonly number[]): number[] {
  const width = vectors[0]?.length ?? 0;
  return Array.from({ length: width }, (_, place) =>
    atoms.reduce((total, atom) => total + (vectors[atom]?.[place] ?? 0), 0),
  );
}
