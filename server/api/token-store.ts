import type { Db } from '../db/schema/index.ts';

export type TokenRow = NonNullable<Awaited<ReturnType<typeof selectOptionalToken>>>;

/** A token by its hash, or null. */
export async function selectOptionalToken(db: Db, hash: string) {
  const row = await db
    .selectFrom('publication.api_token')
    .select(['name', 'scope', 'institution', 'expires_on', 'revoked_on', 'last_used_on'])
    .where('hash', '=', hash)
    .executeTakeFirst();
  return row ?? null;
}

export async function selectTokens(db: Db) {
  return db
    .selectFrom('publication.api_token')
    .select(['name', 'scope', 'institution', 'created_on', 'expires_on', 'revoked_on', 'last_used_on'])
    .execute();
}

/** False when there is or was a token of that name. */
export async function insertToken(
  db: Db,
  row: { name: string; hash: string; scope: string; institution: string; created_on: string; expires_on: string },
): Promise<boolean> {
  const added = await db
    .insertInto('publication.api_token')
    .values({ ...row, revoked_on: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}

/** False when there is no such token in force. */
export async function revokeToken(db: Db, name: string, on: string): Promise<boolean> {
  const changed = await db
    .updateTable('publication.api_token')
    .set({ revoked_on: on })
    .where('name', '=', name)
    .where('revoked_on', 'is', null)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** Notes the day on which a token opened something. */
export async function markUsed(db: Db, name: string, on: string): Promise<void> {
  await db.updateTable('publication.api_token').set({ last_used_on: on }).where('name', '=', name).execute();
}
