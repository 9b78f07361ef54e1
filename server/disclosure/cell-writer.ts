import type { ItemCounts } from '../statistics/item-counts.ts';
import type { Population } from './catalogue.ts';
import { mergeCounts } from './merge-counts.ts';
import type { CellStandings, QuestionFacts } from './question-facts.ts';
import { standingOf } from './question-plan.ts';
import type { ResidualGroups } from './residual-groups.ts';
import { boundedCell, exactCell, gapCell } from './safe-cells.ts';
import type { SafeCell } from './safe-table.ts';

export type WriterFacts = {
  question: Pick<QuestionFacts, 'plan' | 'catalogue' | 'counts'>;
  standings: readonly CellStandings[];
  groups: ResidualGroups;
  /** False where a pair's gap is not told: its deviation joins the two answers of a person. */
  gaps?: boolean;
};

type Written = { population: string; cell: SafeCell };

/**
 * The cells of one question in every population and residual group where something may be said.
 * What may be said has been settled by `protectQuestion`; this puts it into figures.
 */
export function* cellWriter(facts: WriterFacts): Generator<Written> {
  const { catalogue, counts } = facts.question;
  for (const [index, population] of catalogue.populations.entries()) {
    const found = counts[index];
    if (found) yield* cellsOfPopulation(facts, index, population, found);
  }
  for (const index of catalogue.populations.keys()) yield* cellsOfGroups(facts, index);
}

function* cellsOfPopulation(
  { question: { plan }, standings, gaps = true }: WriterFacts,
  index: number,
  { key, target }: Population,
  counts: ItemCounts,
): Generator<Written> {
  const { aggregation } = plan;
  for (const { cell, exact, bounded, cannotSay } of standings) {
    if (exact.has(index)) {
      yield { population: key, cell: exactCell({ aggregation, cell, counts, target }, cannotSay.has(index)) };
    } else if (bounded.has(index)) {
      yield { population: key, cell: boundedCell(cell, counts) };
    }
  }
  if (gaps && aggregation.kind === 'pair' && standings.every(({ exact }) => exact.has(index))) {
    yield { population: key, cell: gapCell(plan.code, aggregation.scores, counts, target) };
  }
}

function* cellsOfGroups({ question, standings, groups }: WriterFacts, parent: number): Generator<Written> {
  const { plan } = question;
  const { aggregation } = plan;
  const written: string[] = [];
  for (const { cell, combined, cannotSayCombined } of standings) {
    const members = combined.get(parent);
    if (!members) continue;
    const counts = mergeCounts(members.flatMap((member) => question.counts[member] ?? []));
    if (standingOf(plan, cell, cell.vector(counts)) !== 'exact') continue;
    const { key, target } = groups.groupOf(parent, members);
    yield {
      population: key,
      cell: exactCell({ aggregation, cell, counts, target }, cannotSayCombined.has(parent)),
    };
    written.push(key);
    // The gap of a group needs both parts in the same group.
    if (aggregation.kind === 'pair' && written.length === 2 && written[0] === written[1]) {
      yield { population: key, cell: gapCell(plan.code, aggregation.scores, counts, target) };
    }
  }
}
