import type { Db } from '../db/schema/index.ts';
import type { SafeTable } from '../disclosure/safe-table.ts';
import { insertCells, insertPopulations, insertRelease, lockReleases, type CellRow } from './store.ts';

const CELLS_AT_ONCE = 1000;
const POPULATIONS_AT_ONCE = 200;

/**
 * Stores a release: everything or nothing, in one transaction, since readers must never see a part
 * of one. It holds figures only, so a saver waits for some seconds at most on the embedded database.
 */
export async function writeRelease(
  db: Db,
  release: { row: Parameters<typeof insertRelease>[1]; table: SafeTable; progress: (line: string) => void },
): Promise<void> {
  const { row, table, progress } = release;
  const cells: CellRow[] = [];
  for (const [population_key, ofPopulation] of table.cells) {
    for (const [item, cell] of ofPopulation) cells.push({ population_key, item, cell });
  }
  await db.transaction().execute(async (trx) => {
    await lockReleases(trx);
    await insertRelease(trx, row);
    for (const batch of batches(table.populations, POPULATIONS_AT_ONCE)) await insertPopulations(trx, row.id, batch);
    let stored = 0;
    for (const batch of batches(cells, CELLS_AT_ONCE)) {
      await insertCells(trx, row.id, batch);
      stored += batch.length;
      progress(`stored ${stored} of ${cells.length} cells`);
    }
  });
}

function* batches<T>(things: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < things.length; start += size) yield things.slice(start, start + size);
}
