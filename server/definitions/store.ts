import type { Db } from '../db/schema/index.ts';

/** Hashes of all published versions. */
export async function selectDefinitions(db: Db) {
  return db.selectFrom('survey.definition').select(['survey', 'version', 'hash']).execute();
}

export async function insertDefinition(
  db: Db,
  row: { survey: string; version: number; hash: string; published_on: string },
): Promise<void> {
  await db
    .insertInto('survey.definition')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
