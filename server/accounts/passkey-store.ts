import type { Db } from '../db/schema/index.ts';
import type { PasskeyTable, UsedChallengeTable } from '../db/schema/staff.ts';

/** A passkey and whether its person's account is open; null where there is none of this id. */
export async function selectPasskey(db: Db, credentialId: Buffer) {
  const row = await db
    .selectFrom('staff.passkey as passkey')
    .innerJoin('staff.person as person', 'person.id', 'passkey.person_id')
    .select(['person_id', 'public_key', 'disabled_on'])
    .where('credential_id', '=', credentialId)
    .executeTakeFirst();
  return row ?? null;
}

/** The passkeys of a person, in the order of their days. */
export async function selectPasskeys(db: Db, personId: string) {
  return db
    .selectFrom('staff.passkey')
    .select(['credential_id', 'name', 'transports', 'added_on'])
    .where('person_id', '=', personId)
    .orderBy('added_on')
    .orderBy('name')
    .orderBy('credential_id')
    .execute();
}

/** Adds a passkey; false where it is there already, whoever's it is. */
export async function insertPasskey(db: Db, row: PasskeyTable): Promise<boolean> {
  const inserted = await db
    .insertInto('staff.passkey')
    .values(row)
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .returning('person_id')
    .execute();
  return inserted.length === 1;
}

/** Takes passkeys of a person away: one, or all. How many there were. */
export async function deletePasskeys(
  db: Db,
  { personId, credentialId }: { personId: string; credentialId?: Buffer },
): Promise<number> {
  let query = db.deleteFrom('staff.passkey').where('person_id', '=', personId);
  if (credentialId !== undefined) query = query.where('credential_id', '=', credentialId);
  const [result] = await query.execute();
  return Number(result?.numDeletedRows ?? 0);
}

/** Notes how far a device has counted; false where it has counted further before. One that does not count says 0. */
export async function raiseCounter(db: Db, credentialId: Buffer, counter: number): Promise<boolean> {
  const [result] = await db
    .updateTable('staff.passkey')
    .set({ counter: String(counter) })
    .where('credential_id', '=', credentialId)
    .where('counter', counter === 0 ? '=' : '<', String(counter))
    .execute();
  return Number(result?.numUpdatedRows ?? 0) === 1;
}

/** Remembers a challenge; false where it was there. */
export async function insertUsedChallenge(db: Db, row: UsedChallengeTable): Promise<boolean> {
  const inserted = await db
    .insertInto('staff.used_challenge')
    .values(row)
    .onConflict((conflict) => conflict.column('challenge_hash').doNothing())
    .returning('challenge_hash')
    .execute();
  return inserted.length === 1;
}
