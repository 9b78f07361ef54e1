import type { SafeTable } from '../disclosure/safe-table.ts';

export type LedgerFacts = {
  releaseId: string;
  roundId: string;
  edition: number;
  table: SafeTable;
  /** Keys of the atoms of each population that is shown. */
  people: ReadonlyMap<string, readonly string[]>;
};

/** What is written into the ledger when a release is published. */
export type LedgerRows = {
  people: readonly { release_id: string; population_key: string; atoms: readonly string[] }[];
  told: readonly { release_id: string; kind: 'answers' | 'cell'; item: string; populations: readonly string[] }[];
};

/**
 * What a release tells of whom: populations with their people, then numbers of answers by question and exact
 * cells. People are told apart by round and edition as well, so that a name means the same people for good.
 * Combined groups are left out: each is a shown population less others. No figure stands in it.
 *
 * Example: 'autumn-2026#1/X0101/671112' are the people of that degree who were counted in the first edition.
 */
export function ledgerRows({ releaseId: release_id, roundId, edition, table, people }: LedgerFacts): LedgerRows {
  const [answers, cells] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  const note = (where: Map<string, Set<string>>, item: string, key: string) =>
    void where.set(item, (where.get(item) ?? new Set()).add(key));
  for (const [key, ofPopulation] of table.cells) {
    if (!people.has(key)) continue;
    for (const [id, cell] of ofPopulation) {
      if (cell.status !== 'exact') continue;
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
      atoms: atoms.map((atom) => (atom.includes('#') ? atom : `${roundId}#${edition}/${atom}`)),
    })),
    told: [...told('answers', answers), ...told('cell', cells)],
  };
}
