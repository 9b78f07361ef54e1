import type { Aggregation } from '../engine/aggregation.ts';
import type { Survey } from '../engine/survey.ts';
import type { ItemCounts } from '../statistics/item-counts.ts';
import type { Tally } from '../statistics/tally.ts';
import { askedPeople, type AskedOf } from './asked-of.ts';
import type { Catalogue, Target } from './catalogue.ts';
import { cellWriter } from './cell-writer.ts';
import { definableGroups } from './definable-groups.ts';
import { mayBeRenewed, NO_LEDGER, sunkVectors, type Ledger } from './ledger.ts';
import { totalOf } from './layer.ts';
import { mergeCounts } from './merge-counts.ts';
import { protectPopulations, type ProtectedPopulations } from './protect-populations.ts';
import { protectQuestion } from './protect-question.ts';
import { protectSplits, withoutCannotSay } from './protect-splits.ts';
import type { CellStandings, QuestionFacts } from './question-facts.ts';
import { questionPlans, type QuestionPlan } from './question-plan.ts';
import { finishRelease, type FinishFacts, type JudgedCell, type ProtectedRelease } from './finish-release.ts';
import { residualGroups, type ResidualGroups } from './residual-groups.ts';
import type { SafeCell } from './safe-table.ts';
import { ALL_RULES, type Switches } from './switches.ts';
import { toldBy } from './told-release.ts';
import { protectWindows, type ProtectedWindows } from './protect-windows.ts';
import type { PooledRound, Window } from './window-catalogue.ts';

export type ReleaseFacts = {
  survey: Survey;
  aggregations: ReadonlyMap<string, Aggregation>;
  /** Who may be spoken of, over the atoms that were counted. */
  catalogue: Catalogue;
  /** The raw counts of each atom, by its key. */
  tally: Tally;
  /** Questions that some graduates alone are asked. */
  askedOf?: ReadonlyMap<string, AskedOf>;
  /** What was published of these people before. */
  ledger?: Ledger;
  /** Told after each question how many are done, of how many. */
  onQuestion?: (done: number, of: number) => void;
  /** The catalogue with splits, whose atoms are counted besides. */
  divided?: Catalogue;
  /** Rounds before, and what may be shown of several rounds together. */
  pooling?: Pooling;
  /** For tests: rules that are off. */
  switches?: Partial<Switches>;
};

export type Pooling = {
  /** Years of the round of the release. */
  period: string;
  targets: readonly Target[];
  /** Other rounds of which something is published, in order of time. */
  others: readonly PooledRound[];
  windows: readonly Window[];
  /** For tests: rules that are off for windows alone. */
  switches?: Partial<Switches>;
};

type Work = Pick<QuestionFacts, 'catalogue' | 'groups' | 'switches' | 'people' | 'respondents'> & { ledger: Ledger };

/**
 * Turns raw counts into the only figures that may leave the server. The one maker of SafeTable.
 * The same facts give the same table, whatever the order in which responses were counted.
 * Rules and their sources: docs/statistics.md.
 */
export function protectRelease(facts: ReleaseFacts): ProtectedRelease {
  const steps = protectReleaseSteps(facts);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same in short steps, for a caller that lets others work in between. */
export function* protectReleaseSteps(facts: ReleaseFacts): Generator<void, ProtectedRelease> {
  const work = workOf(facts);
  const { catalogue, respondents } = work;
  const populations = yield* protectPopulations({
    ...work,
    isCandidate: mayBeRenewed(catalogue, work.ledger.populations, work.people),
    sunk: sunkVectors(catalogue, work.ledger.populations),
  });
  const groups = residualGroups(catalogue, respondents);
  for (const [parent, members] of populations.combined) groups.groupOf(parent, members);
  const cells = new Map<string, Map<string, SafeCell>>();
  const settled = new Map<string, CellStandings>();
  const judged: JudgedCell[] = [];
  const plans = [...questionPlans(facts.survey, facts.aggregations, facts.askedOf)];
  for (const [index, plan] of plans.entries()) {
    const question = questionFacts(facts, work, plan, populations, settled);
    const standings = yield* protectQuestion(question);
    for (const standing of standings) {
      settled.set(standing.cell.id, standing);
      judged.push({ plan, standing });
    }
    write(cells, question, standings, groups);
    facts.onQuestion?.(index + 1, passesOf(facts) * plans.length);
    yield;
  }
  const totals = { catalogue, respondents, open: populations.open, cells, judged };
  const found = yield* divide(facts, work, totals, groups);
  const windows = yield* pool(facts, work, found, plans);
  return finishRelease({ ...found, groups: groups.all(), ...(windows ? { windows } : {}) });
}

/** How many times each question is gone through: for totals, for splits and for several rounds together. */
function passesOf(facts: ReleaseFacts): number {
  return 1 + Number(facts.divided !== undefined) + Number(hasWindows(facts));
}

/** Whether anything is shown of several rounds together. */
function hasWindows({ pooling }: ReleaseFacts): boolean {
  return pooling !== undefined && pooling.windows.length > 0;
}

/** Adds the windows, where rounds may be taken together. */
function* pool(
  facts: ReleaseFacts,
  { switches }: Work,
  found: Omit<FinishFacts, 'groups'>,
  plans: readonly QuestionPlan[],
): Generator<void, ProtectedWindows | null> {
  const { pooling, tally } = facts;
  if (!pooling || !hasWindows(facts)) return null;
  const { period, targets, others, windows } = pooling;
  const rules = { ...switches, ...pooling.switches };
  const own: PooledRound = {
    period,
    name: '',
    catalogue: found.catalogue,
    targets,
    respondents: tally.respondents,
    counts: tally.item,
    told: toldBy(found.catalogue, found),
    windows: [],
    isPooled: () => true,
  };
  const rounds = [...others, own].toSorted((a, b) => (a.period < b.period ? -1 : 1));
  const passes = passesOf(facts);
  const onQuestion = (done: number, of: number): void => facts.onQuestion?.((passes - 1) * of + done, passes * of);
  return yield* protectWindows({ rounds, windows, plans, switches: rules, onQuestion });
}

/** Adds the splits, where there are any. */
function* divide(
  facts: ReleaseFacts,
  { switches }: Work,
  totals: Omit<FinishFacts, 'groups'>,
  groups: ResidualGroups,
): Generator<void, Omit<FinishFacts, 'groups'>> {
  const { divided, tally } = facts;
  if (!divided) return totals;
  const passes = passesOf(facts);
  const found = yield* protectSplits({
    catalogue: divided,
    totals,
    respondents: tally.respondents,
    countsOf: (question) => countsIn(divided, tally, question),
    switches,
    groups,
    onQuestion: (done, of) => facts.onQuestion?.(of + done, passes * of),
  });
  return {
    ...found,
    catalogue: divided,
    cells: new Map([...withoutCannotSay(totals.cells, found.silenced), ...found.cells]),
  };
}

function workOf({ catalogue, tally, ledger, switches }: ReleaseFacts): Work {
  const people = Int32Array.from(catalogue.atoms, ({ key }) => tally.respondents(key));
  return {
    catalogue,
    groups: definableGroups(catalogue),
    switches: { ...ALL_RULES, ...switches },
    people,
    respondents: catalogue.populations.map(({ atoms }) => totalOf(people, atoms)),
    ledger: ledger ?? NO_LEDGER,
  };
}

function questionFacts(
  { tally }: ReleaseFacts,
  { ledger, ...work }: Work,
  plan: QuestionPlan,
  populations: ProtectedPopulations,
  settled: ReadonlyMap<string, CellStandings>,
): QuestionFacts {
  const { catalogue } = work;
  const { atoms, populations: counts } = countsIn(catalogue, tally, plan.code);
  const people = askedPeople(catalogue, work.people, plan.askedOf);
  return {
    ...work,
    people,
    respondents: plan.askedOf ? catalogue.populations.map((one) => totalOf(people, one.atoms)) : work.respondents,
    plan,
    atoms,
    counts,
    open: populations.open,
    isExact: (cell, index) => settled.get(cell)?.exact.has(index) ?? false,
    sunk: (rows) =>
      sunkVectors(catalogue, (rows === 'answers' ? ledger.answers.get(plan.code) : ledger.cells.get(rows.id)) ?? []),
  };
}

/** The counts of a question by atom and by population. */
function countsIn(
  catalogue: Catalogue,
  tally: Tally,
  question: string,
): { atoms: ItemCounts[]; populations: ItemCounts[] } {
  const atoms = catalogue.atoms.map(({ key }) => tally.item(key, question));
  const nothing = tally.item('', question);
  const populations = catalogue.populations.map((population) =>
    mergeCounts([nothing, ...population.atoms.flatMap((atom) => atoms[atom] ?? [])]),
  );
  return { atoms, populations };
}

function write(
  cells: Map<string, Map<string, SafeCell>>,
  question: QuestionFacts,
  standings: readonly CellStandings[],
  groups: ResidualGroups,
): void {
  for (const { population, cell } of cellWriter({ question, standings, groups })) {
    const row = cells.get(population) ?? new Map<string, SafeCell>();
    cells.set(population, row.set(cell.id, cell));
  }
}
