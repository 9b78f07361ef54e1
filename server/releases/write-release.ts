import { letOthersIn } from '../db/long-work.ts';
import type { Db } from '../db/schema/index.ts';
import type { OwnBlock } from '../engine/own-block.ts';
import type { SafeTable } from '../disclosure/safe-table.ts';
import {
  deleteOwnBlocks,
  deletePopulations,
  insertCells,
  insertOwnBlocks,
  insertPopulations,
  insertRelease,
  lockReleases,
  type CellRow,
} from './store.ts';

const CELLS_AT_ONCE = 500;
const POPULATIONS_AT_ONCE = 100;
/** Each with some fifty cells. */
const DELETED_AT_ONCE = 20;

type Release = {
  row: Parameters<typeof insertRelease>[1];
  table: SafeTable;
  /** Own questions whose figures the table has: reports print their words. */
  blocks: readonly OwnBlock[];
  progress: (line: string) => void;
};

/**
 * Stores a release: everything or nothing, since its own row, by which readers find it, comes last.
 * On the embedded database in short steps that let savers in; on a server in one transaction, where
 * nobody waits for it but another builder.
 */
export async function writeRelease(place: { db: Db; embedded: boolean }, release: Release): Promise<void> {
  if (place.embedded) return writeParts(place.db, release);
  await place.db.transaction().execute(async (trx) => {
    await lockReleases(trx);
    await writeParts(trx, release);
  });
}

async function writeParts(db: Db, { row, table, blocks, progress }: Release): Promise<void> {
  // What an interrupted attempt left was found by no reader, and goes.
  while ((await deletePopulations(db, row.id, DELETED_AT_ONCE)) > 0) await letOthersIn();
  await deleteOwnBlocks(db, row.id);
  await insertOwnBlocks(db, row.id, blocks);
  for (const batch of batches(table.populations, POPULATIONS_AT_ONCE)) {
    await insertPopulations(db, row.id, batch);
    await letOthersIn();
  }
  const cells = cellsOf(table);
  let stored = 0;
  for (const batch of batches(cells, CELLS_AT_ONCE)) {
    await insertCells(db, row.id, batch);
    stored += batch.length;
    progress(`stored ${stored} of ${cells.length} cells`);
    await letOthersIn();
  }
  await insertRelease(db, row);
}

function cellsOf(table: SafeTable): CellRow[] {
  return [...table.cells].flatMap(([population_key, ofPopulation]) =>
    [...ofPopulation].map(([item, cell]) => ({ population_key, item, cell })),
  );
}

function* batches<T>(things: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < things.length; start += size) yield things.slice(start, start + size);
}
