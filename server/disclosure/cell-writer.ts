import type { ItemCounts } from '../statistics/item-counts.ts';
import { mergeCounts } from './merge-counts.ts';
import type { ProtectedPopulations } from './protect-populations.ts';
import { standingOf, type QuestionPlan } from './question-plan.ts';
import type { CellStandings } from './question-standings.ts';
import type { ReleaseUnit } from './release-tree.ts';
import type { ResidualGroups } from './residual-groups.ts';
import { boundedCell, exactCell, gapCell } from './safe-cells.ts';
import type { SafeCell } from './safe-table.ts';

export type WriterFacts = {
  plan: QuestionPlan;
  standings: readonly CellStandings[];
  populations: ProtectedPopulations;
  groups: ResidualGroups;
  counts: (key: string) => ItemCounts;
};

type Written = { population: string; cell: SafeCell };

/**
 * The cells of one question in every population and residual group where something may be said.
 * What may be said has been settled by `protectQuestion`; this puts it into figures.
 */
export function* cellWriter(facts: WriterFacts): Generator<Written> {
  for (const unit of facts.populations.shown) yield* cellsOfPopulation(facts, unit);
  for (const { parent } of facts.populations.families) yield* cellsOfGroups(facts, parent);
}

function* cellsOfPopulation(
  { plan, standings, counts }: WriterFacts,
  { key, target }: ReleaseUnit,
): Generator<Written> {
  const { aggregation } = plan;
  for (const { cell, exact, bounded, cannotSay } of standings) {
    if (exact.has(key)) {
      const facts = { aggregation, cell, counts: counts(key), target };
      yield { population: key, cell: exactCell(facts, cannotSay.has(key)) };
    } else if (bounded.has(key)) {
      yield { population: key, cell: boundedCell(cell, counts(key)) };
    }
  }
  if (aggregation.kind === 'pair' && standings.every(({ exact }) => exact.has(key))) {
    yield { population: key, cell: gapCell(plan.code, aggregation.scores, counts(key), target) };
  }
}

function* cellsOfGroups({ plan, standings, groups, counts }: WriterFacts, parent: ReleaseUnit): Generator<Written> {
  const { aggregation } = plan;
  const written: string[] = [];
  for (const { cell, combined, cannotSayCombined } of standings) {
    const members = combined.get(parent.key);
    if (!members) continue;
    const together = mergeCounts(members.map(({ key }) => counts(key)));
    if (standingOf(plan, cell, cell.vector(together)) !== 'exact') continue;
    const { key, target } = groups.groupOf(parent, members);
    const facts = { aggregation, cell, counts: together, target };
    yield { population: key, cell: exactCell(facts, cannotSayCombined.has(parent.key)) };
    written.push(key);
    // The gap of a group needs both parts in the same group.
    if (aggregation.kind === 'pair' && written.length === 2 && written[0] === written[1]) {
      yield { population: key, cell: gapCell(plan.code, aggregation.scores, together, target) };
    }
  }
}
