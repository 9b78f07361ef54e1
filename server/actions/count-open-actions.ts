import type { Deps } from '../deps.ts';
import { toEntry } from './list-actions.ts';
import { selectNewest } from './store.ts';

/** Entries of a degree's log: all of them, and those that wait for something to be done. */
export type ActionCounts = { all: number; open: number };

/** How many actions each degree has, by 'institution/degree'; a degree without entries is absent. */
export async function countOpenActions({ db }: Pick<Deps, 'db'>): Promise<ReadonlyMap<string, ActionCounts>> {
  const counts = new Map<string, ActionCounts>();
  for (const row of await selectNewest(db)) {
    const { decision } = toEntry(row).content;
    const key = `${row.institution}/${row.degree}`;
    const { all, open } = counts.get(key) ?? { all: 0, open: 0 };
    const isOpen = decision === 'considering' || decision === 'decided';
    counts.set(key, { all: all + 1, open: open + (isOpen ? 1 : 0) });
  }
  return counts;
}
