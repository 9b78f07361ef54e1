import { cellWriter } from './cell-writer.ts';
import { totalOf, type Settled } from './layer.ts';
import { protectPopulations } from './protect-populations.ts';
import { protectQuestion } from './protect-question.ts';
import type { CellStandings, QuestionFacts } from './question-facts.ts';
import type { QuestionPlan } from './question-plan.ts';
import { residualGroups } from './residual-groups.ts';
import type { SafeCell, SafePopulation } from './safe-table.ts';
import { standingIn, type ToldRelease } from './told-release.ts';
import { windowCatalogue, type PooledRound, type Window } from './window-catalogue.ts';
import { makeWindowGate } from './window-gate.ts';
import { countsOf, isFresh, namedPopulations, onlyFresh, settledBy, type WindowWork } from './window-standings.ts';

export type WindowFacts = {
  /** All rounds of which something is published, in order of time; that of the release is one of them. */
  rounds: readonly PooledRound[];
  /** What the release may show anew: several of these rounds together. */
  windows: readonly Window[];
  plans: readonly QuestionPlan[];
  switches: QuestionFacts['switches'];
  onQuestion?: (done: number, of: number) => void;
};

export type ProtectedWindows = {
  populations: SafePopulation[];
  cells: Map<string, Map<string, SafeCell>>;
  /** Keys of the atoms of each window's population that is shown. */
  people: Map<string, readonly string[]>;
};

type Work = WindowWork & Pick<WindowFacts, 'rounds' | 'switches'>;

/**
 * Figures of several rounds together, where that is safe beside all that the rounds' releases show, which stays
 * as it is: no figure of a round is given up for a window. Windows that earlier releases show are settled too.
 * Totals alone, and only questions that ask the same in all rounds; no "cannot say" and no combined groups.
 *
 * Source: rounds before windows, example D08 (docs/statistics.md).
 * Example: a degree with 3, 4 and 3 respondents, hidden in each round → shown with 10, if a field's other hidden
 * degrees leave it so; one with 6, 3 and 7, of which 6 and 7 are shown → not, since the three would follow.
 */
export function* protectWindows(facts: WindowFacts): Generator<void, ProtectedWindows> {
  const made = windowCatalogue(facts.rounds, facts.windows);
  const { catalogue, atoms } = made;
  const people = Int32Array.from(atoms, ({ round, key }) => round.respondents(key));
  const respondents = catalogue.populations.map((one) => totalOf(people, one.atoms));
  const work = { ...made, rounds: facts.rounds, switches: facts.switches, people, respondents };
  const shownBy = (told: ToldRelease, key: string): Settled => (told.populations.has(key) ? 'exact' : 'silent');
  const { open } = yield* protectPopulations({
    ...work,
    isCandidate: () => true,
    sunk: [],
    settled: settledBy(work, shownBy),
  });
  const cells: ProtectedWindows['cells'] = new Map();
  const settledCells = new Map<string, CellStandings>();
  for (const [index, plan] of facts.plans.entries()) {
    if (isAskedInAll(facts, plan)) yield* protectOne(work, plan, { open, settledCells, cells });
    facts.onQuestion?.(index + 1, facts.plans.length);
    yield;
  }
  return { ...shownOf(work, open), cells };
}

/** Own questions are not pooled, nor is what another round did not ask or asked otherwise. */
function isAskedInAll({ rounds, windows }: WindowFacts, { code, askedOf }: QuestionPlan): boolean {
  const inside = rounds.filter(({ period }) => windows.some((window) => window.rounds.includes(period)));
  return !askedOf && inside.every(({ isPooled }) => isPooled(code));
}

type Kept = {
  open: ReadonlySet<number>;
  settledCells: Map<string, CellStandings>;
  cells: ProtectedWindows['cells'];
};

function* protectOne(work: Work, plan: QuestionPlan, { open, settledCells, cells }: Kept): Generator<void, void> {
  const counted = countsOf(work, plan.code);
  const isTold = (told: ToldRelease, key: string): Settled =>
    plan.cells.some(({ id }) => standingIn(told, id, key) !== 'silent') ? 'exact' : 'silent';
  const settledAnswers = settledBy(work, isTold);
  const settledCell = new Map(
    plan.cells.map(({ id }) => [id, settledBy(work, (told, key) => standingIn(told, id, key))] as const),
  );
  const question: QuestionFacts = {
    ...work,
    plan,
    open,
    ...counted,
    isExact: (cell, index) => settledCells.get(cell)?.exact.has(index) ?? false,
    sunk: () => [],
    settled: (of, index) => (of === 'answers' ? settledAnswers : settledCell.get(of.id))?.(index) ?? null,
    gate: makeWindowGate,
  };
  const standings = yield* protectQuestion(question);
  for (const standing of standings) settledCells.set(standing.cell.id, standing);
  const fresh = standings.map((standing) => onlyFresh(work, standing));
  // The writer names populations by their keys, which rounds and windows share.
  const named = { ...question, catalogue: { ...work.catalogue, populations: namedPopulations(work) } };
  const groups = residualGroups(work.catalogue, work.respondents);
  for (const { population, cell } of cellWriter({ question: named, standings: fresh, groups })) {
    cells.set(population, (cells.get(population) ?? new Map<string, SafeCell>()).set(cell.id, cell));
  }
}

function shownOf(work: Work, open: ReadonlySet<number>): Pick<ProtectedWindows, 'populations' | 'people'> {
  const { catalogue, respondents } = work;
  const populations: SafePopulation[] = [];
  const people = new Map<string, readonly string[]>();
  for (const [index, population] of namedPopulations(work).entries()) {
    if (!isFresh(work, index) || !open.has(index)) continue;
    const { key, level, institution, field, degree, target, window: period = '' } = population;
    const n = respondents[index] ?? 0;
    const place = { key, level, institution, field, degree, split: '', split_value: '', members: [] };
    populations.push({ ...place, target, respondents: n, pooled: period });
    people.set(
      key,
      population.atoms.map((atom) => catalogue.atoms[atom]?.key ?? ''),
    );
  }
  return { populations, people };
}
