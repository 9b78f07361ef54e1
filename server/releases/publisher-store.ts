import type { Db } from '../db/schema/index.ts';

/** The key of a publisher by its name, or null. */
export async function selectOptionalPublisherKey(db: Db, name: string) {
  const row = await db.selectFrom('publication.publisher_key').selectAll().where('name', '=', name).executeTakeFirst();
  return row ?? null;
}

export async function selectPublisherKeys(db: Db) {
  return db.selectFrom('publication.publisher_key').select(['name', 'created_on', 'revoked_on']).execute();
}

/** False when there is a key of that name, also a revoked one: a name stays one person's. */
export async function insertPublisherKey(
  db: Db,
  row: { name: string; hash: string; created_on: string },
): Promise<boolean> {
  const added = await db
    .insertInto('publication.publisher_key')
    .values({ ...row, revoked_on: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}

/** False when there is no such key in force. */
export async function revokePublisherKey(db: Db, name: string, on: string): Promise<boolean> {
  const changed = await db
    .updateTable('publication.publisher_key')
    .set({ revoked_on: on })
    .where('name', '=', name)
    .where('revoked_on', 'is', null)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}
