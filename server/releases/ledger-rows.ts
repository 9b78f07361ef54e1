import type { SafeTable } from '../disclosure/safe-table.ts';
import { isOfOtherRound } from '../disclosure/window-catalogue.ts';

export type LedgerFacts = {
  releaseId: string;
  roundId: string;
  table: SafeTable;
  /** Keys of the atoms of each population that is told anew, each after the edition that counted it first: '1/X0101/671112'. */
  people: ReadonlyMap<string, readonly string[]>;
};

/** What is written into the ledger when a release is published. */
export type LedgerRows = {
  people: readonly { release_id: string; population_key: string; atoms: readonly string[] }[];
  told: readonly { release_id: string; kind: 'answers' | 'cell'; item: string; populations: readonly string[] }[];
};

/**
 * What a release tells of whom: populations with their people, then numbers of answers by question and exact
 * cells. People are told apart by round and by the edition that counted them first, so that a name means the same
 * people for good. What stands from an earlier edition is in the ledger already.
 * Combined groups are left out: each is a shown population less others. No figure stands in it.
 *
 * Example: 'autumn-2026#1/X0101/671112' are the people of that degree who were counted in the first edition.
 */
export function ledgerRows({ releaseId: release_id, roundId, table, people }: LedgerFacts): LedgerRows {
  const [answers, cells] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  const note = (where: Map<string, Set<string>>, item: string, key: string) =>
    void where.set(item, (where.get(item) ?? new Set()).add(key));
  for (const [key, ofPopulation] of table.cells) {
    if (!people.has(key)) continue;
    for (const [id, cell] of ofPopulation) {
      if (cell.status !== 'exact' || cell.as_of !== undefined) continue;
      note(answers, cell.item, key);
      note(cells, id, key);
    }
  }
  const told = (kind: 'answers' | 'cell', of: ReadonlyMap<string, ReadonlySet<string>>) =>
    [...of].map(([item, keys]) => ({ release_id, kind, item, populations: [...keys].toSorted() }));
  return {
    people: [...people].map(([population_key, atoms]) => ({
      release_id,
      population_key,
      // People of other rounds, in windows, have the names that those gave them.
      atoms: atoms.map((atom) => (isOfOtherRound(atom) ? atom : `${roundId}#${atom}`)),
    })),
    told: [...told('answers', answers), ...told('cell', cells)],
  };
}
