import type { Aggregation } from '../engine/aggregation.ts';
import type { Survey } from '../engine/survey.ts';
import type { Tally } from '../statistics/tally.ts';
import { coverageOf, type Coverage } from './coverage.ts';
import { cellWriter } from './cell-writer.ts';
import { protectPopulations, type ProtectedPopulations } from './protect-populations.ts';
import { protectQuestion } from './protect-question.ts';
import { questionPlans, type QuestionPlan } from './question-plan.ts';
import type { CellStandings } from './question-standings.ts';
import { unitsOf, type ReleaseUnit } from './release-tree.ts';
import { residualGroups, type ResidualGroups } from './residual-groups.ts';
import { LEVELS, type SafeCell, type SafePopulation, type SafeTable } from './safe-table.ts';

export type ReleaseFacts = {
  survey: Survey;
  aggregations: ReadonlyMap<string, Aggregation>;
  /** The tree of populations with their targets (`releaseTree`). */
  nation: ReleaseUnit;
  /** The raw counts of each population of the tree. */
  tally: Tally;
};

export type ProtectedRelease = {
  table: SafeTable;
  coverage: Coverage;
  /** Over the whole nation: cells of the tree (groups aside) shown exactly, as a bound, and hidden. */
  cells: { exact: number; at_least: number; hidden: number };
};

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

/** The same, one question a step, for a caller that lets others work in between. */
export function* protectReleaseSteps(facts: ReleaseFacts): Generator<void, ProtectedRelease> {
  const { survey, aggregations, nation, tally } = facts;
  const populations = protectPopulations(nation, tally.respondents);
  const groups = residualGroups(tally.respondents);
  nameHiddenPopulations(populations, groups, tally);
  const cells = new Map<string, Map<string, SafeCell>>();
  const settled = new Map<string, CellStandings>();
  const judged: { plan: QuestionPlan; standing: CellStandings }[] = [];
  for (const plan of questionPlans(survey, aggregations)) {
    const counts = remembered((key) => tally.item(key, plan.code));
    const standings = protectQuestion({
      plan,
      populations,
      counts,
      respondents: tally.respondents,
      isExact: (cell, key) => settled.get(cell)?.exact.has(key) ?? false,
    });
    for (const standing of standings) {
      settled.set(standing.cell.id, standing);
      judged.push({ plan, standing });
    }
    const write = cellWriter({ plan, standings, populations, groups, counts });
    for (const { population, cell } of write) {
      const row = cells.get(population) ?? new Map<string, SafeCell>();
      cells.set(population, row.set(cell.id, cell));
    }
    yield;
  }
  return finished(facts, populations, groups, cells, judged);
}

function finished(
  { nation, tally }: ReleaseFacts,
  populations: ProtectedPopulations,
  groups: ResidualGroups,
  cells: ReadonlyMap<string, ReadonlyMap<string, SafeCell>>,
  judged: readonly { plan: QuestionPlan; standing: CellStandings }[],
): ProtectedRelease {
  const units = unitsOf(nation);
  const exact = judged.reduce((total, { standing }) => total + standing.exact.size, 0);
  const at_least = judged.reduce((total, { standing }) => total + standing.bounded.size, 0);
  const safe = { populations: inOrder([...populations.shown.map(safePopulation(tally)), ...groups.all()]), cells };
  return {
    // The brand says that these figures have passed the rules above; nobody else may write it.
    table: safe as unknown as SafeTable,
    coverage: coverageOf({
      degrees: units
        .filter(({ level }) => level === 'degree')
        .map(({ key }) => ({ key, respondents: tally.respondents(key) })),
      shown: new Set(populations.shown.map(({ key }) => key)),
      cells: judged.map(({ plan, standing }) => ({ kind: plan.kind, exact: standing.exact })),
    }),
    cells: { exact, at_least, hidden: units.length * judged.length - exact - at_least },
  };
}

/** Hidden populations are a group of their own, even where no question is asked of it. */
function nameHiddenPopulations({ families }: ProtectedPopulations, groups: ResidualGroups, tally: Tally): void {
  for (const { parent, children, hidden } of families) {
    const members = children.filter(({ key }) => hidden.has(key));
    const answered = members.some(({ key }) => tally.respondents(key) > 0);
    if (answered && members.length < children.length) groups.groupOf(parent, members);
  }
}

function safePopulation(tally: Tally): (unit: ReleaseUnit) => SafePopulation {
  return ({ children: _children, ...unit }) => ({ ...unit, members: [], respondents: tally.respondents(unit.key) });
}

function inOrder(populations: readonly SafePopulation[]): SafePopulation[] {
  const rank = (population: SafePopulation): number => LEVELS.indexOf(population.level);
  return populations.toSorted((a, b) => rank(a) - rank(b) || (a.key < b.key ? -1 : 1));
}

function remembered<T>(find: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const existing = known.get(key);
    if (existing !== undefined) return existing;
    const found = find(key);
    known.set(key, found);
    return found;
  };
}
