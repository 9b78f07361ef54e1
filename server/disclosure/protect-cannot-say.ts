import { answersTo } from './cells.ts';
import { classify } from './classify.ts';
import { makeGate } from './gate.ts';
import { makeLayer, type Wish } from './layer.ts';
import type { Fact } from './propagate.ts';
import { combinedParts, exactPopulations, thresholdOf } from './protect-populations.ts';
import type { CellStandings, QuestionFacts } from './question-facts.ts';
import { RULES } from './rules.ts';
import { solveLayer } from './solve-layer.ts';

/**
 * Decides where the number of "cannot say" may be shown: a cell of its own, ["cannot say", answers],
 * only where the item is exact, and by the same elimination and gate. `open`: populations whose number of
 * answers is not hidden.
 *
 * Whoever knows how many were asked can tell "cannot say" from n, or bound it. So those whose n is
 * hidden must bear the figure by themselves, without the company of parts whose n is known; and what bounds
 * and figures together tell is looked at by the gate.
 *
 * Example: 4 "cannot say" beside 12 answers → may be shown; 2 beside 12 → not.
 */
export function* protectCannotSay(
  facts: QuestionFacts,
  standing: CellStandings,
  open: ReadonlySet<number>,
): Generator<void> {
  const { plan, catalogue, people, switches } = facts;
  const { cell } = standing;
  const [first] = facts.atoms;
  if (!first || cell.cannotSay(first) === null) return;
  const counts = facts.counts.map((found) => [cell.cannotSay(found) ?? 0, answersTo(found)]);
  const atoms = facts.atoms.map((found) => [cell.cannotSay(found) ?? 0, answersTo(found)]);
  const thresholds = catalogue.populations.map((population) => thresholdOf(population, plan.threshold, switches));
  const isSafe = (vector: readonly number[], threshold: number, slack: number = RULES.slack): boolean =>
    classify(vector, { threshold, categories: 1, slack }) === 'exact';
  const wishes = counts.map((vector, index): Wish => {
    if (standing.exact.has(index)) return isSafe(vector, thresholds[index] ?? 0) ? 'exact' : 'hidden';
    return open.has(index) ? 'hidden' : 'few';
  });
  if (!wishes.includes('exact')) return;
  const layer = makeLayer({
    catalogue,
    weights: Int32Array.from(facts.atoms, (found) => (cell.cannotSay(found) ?? 0) + answersTo(found)),
    people,
    counts,
    wishes,
    thresholds,
    isSafe,
    isDark: (index) => !open.has(index),
  });
  const solved = yield* solveLayer({
    layer,
    groups: [],
    isUnsafe: () => false,
    least: 0,
    sunk: facts.sunk(cell),
    switches,
    ...(switches.gate ? { gate: makeGate(atoms, plan.threshold, boundsByAnswers(facts, open)) } : {}),
  });
  standing.cannotSay = switches.cannotSay ? exactPopulations(solved) : new Set(standing.exact);
  for (const [index, members] of combinedParts(solved)) {
    if (standing.combined.get(index)?.join() === members.join()) standing.cannotSayCombined.add(index);
  }
}

/** No more "cannot say" than took part and did not answer, wherever the number of answers is told. */
function boundsByAnswers({ counts, catalogue, respondents }: QuestionFacts, open: ReadonlySet<number>): Fact[] {
  return [...open].flatMap((index): Fact[] => {
    const [population, found] = [catalogue.populations[index], counts[index]];
    if (!population || !found) return [];
    const n = answersTo(found);
    const most = (respondents[index] ?? 0) - n;
    return [{ atoms: population.atoms, coefficients: null, low: [0, 0], high: [most, n + most] }];
  });
}
