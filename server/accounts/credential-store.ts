import type { Db } from '../db/schema/index.ts';
import type { KeptFormTable, StaffInvitationTable } from '../db/schema/staff.ts';

/** The hash of a person's password; null where they have none. */
export async function selectPassword(db: Db, personId: string): Promise<string | null> {
  const row = await db.selectFrom('staff.password').select('hash').where('person_id', '=', personId).executeTakeFirst();
  return row?.hash ?? null;
}

export async function upsertPassword(db: Db, row: { person_id: string; hash: string; changed_on: string }) {
  await db
    .insertInto('staff.password')
    .values(row)
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ hash: row.hash, changed_on: row.changed_on }))
    .execute();
}

export async function selectSecondFactor(db: Db, personId: string) {
  const row = await db
    .selectFrom('staff.second_factor')
    .select(['secret', 'pending', 'confirmed_on', 'last_counter'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row ?? null;
}

/** A new secret that waits for its first code. The confirmed one stays until then. */
export async function upsertPendingSecret(db: Db, personId: string, pending: Buffer): Promise<void> {
  const none = { secret: null, confirmed_on: null, last_counter: null };
  await db
    .insertInto('staff.second_factor')
    .values({ person_id: personId, pending, ...none })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ pending }))
    .execute();
}

/** The pending secret becomes the secret; false where it is no longer the pending one. */
export async function confirmSecret(
  db: Db,
  { personId, pending, counter, on }: { personId: string; pending: Buffer; counter: number; on: string },
): Promise<boolean> {
  const [result] = await db
    .updateTable('staff.second_factor')
    .set({ secret: pending, pending: null, confirmed_on: on, last_counter: counter })
    .where('person_id', '=', personId)
    .where('pending', '=', pending)
    .execute();
  return Number(result?.numUpdatedRows ?? 0) === 1;
}

/** Uses up a code's time step; false where it, or a later one, has been used. */
export async function takeCounter(db: Db, personId: string, counter: number): Promise<boolean> {
  const [result] = await db
    .updateTable('staff.second_factor')
    .set({ last_counter: counter })
    .where('person_id', '=', personId)
    .where((eb) => eb.or([eb('last_counter', 'is', null), eb('last_counter', '<', counter)]))
    .execute();
  return Number(result?.numUpdatedRows ?? 0) === 1;
}

/** Takes the second factor away: the next sign-in sets up a new one. */
export async function clearSecondFactor(db: Db, personId: string): Promise<void> {
  await db
    .updateTable('staff.second_factor')
    .set({ secret: null, pending: null, confirmed_on: null, last_counter: null })
    .where('person_id', '=', personId)
    .execute();
  await db.deleteFrom('staff.recovery_code').where('person_id', '=', personId).execute();
}

/** Recovery codes in place of those there were. */
export async function replaceRecoveryCodes(db: Db, personId: string, hashes: readonly Buffer[]): Promise<void> {
  await db.deleteFrom('staff.recovery_code').where('person_id', '=', personId).execute();
  await db
    .insertInto('staff.recovery_code')
    .values(hashes.map((hash) => ({ person_id: personId, hash, used_on: null })))
    .execute();
}

/** Uses up a recovery code; false where there is none such left. */
export async function takeRecoveryCode(db: Db, personId: string, hash: Buffer, on: string): Promise<boolean> {
  const [result] = await db
    .updateTable('staff.recovery_code')
    .set({ used_on: on })
    .where('person_id', '=', personId)
    .where('hash', '=', hash)
    .where('used_on', 'is', null)
    .execute();
  return Number(result?.numUpdatedRows ?? 0) === 1;
}

export async function countRecoveryCodes(db: Db, personId: string): Promise<number> {
  const row = await db
    .selectFrom('staff.recovery_code')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('person_id', '=', personId)
    .where('used_on', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function insertInvitation(db: Db, row: StaffInvitationTable): Promise<void> {
  await db.insertInto('staff.invitation').values(row).execute();
}

/** Links that no longer open: of this person, or all of the first administrator's. */
export async function deleteInvitations(db: Db, of: { personId: string } | { kind: 'first' }): Promise<void> {
  const query = db.deleteFrom('staff.invitation').where('used_at', 'is', null);
  await ('kind' in of ? query.where('kind', '=', of.kind) : query.where('person_id', '=', of.personId)).execute();
}

/** A link that can still be used; null where there is none. */
export async function selectInvitation(db: Db, tokenHash: Buffer, now: Date) {
  const row = await db
    .selectFrom('staff.invitation')
    .select(['person_id', 'kind', 'expires_at'])
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row ?? null;
}

/** Uses up a link; false where somebody was faster. */
export async function takeInvitation(db: Db, tokenHash: Buffer, now: Date): Promise<boolean> {
  const [result] = await db
    .updateTable('staff.invitation')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .execute();
  return Number(result?.numUpdatedRows ?? 0) === 1;
}

export async function insertKeptForm(db: Db, row: KeptFormTable): Promise<void> {
  await db.insertInto('staff.kept_form').values(row).execute();
}

export async function selectKeptForm(db: Db, id: string, now: Date) {
  const row = await db
    .selectFrom('staff.kept_form')
    .select(['id', 'person_id', 'address', 'fields'])
    .where('id', '=', id)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row ?? null;
}

export async function deleteKeptForm(db: Db, id: string): Promise<void> {
  await db.deleteFrom('staff.kept_form').where('id', '=', id).execute();
}

/** The person whom a provider knows by this subject, or by any; null where nobody is. */
export async function selectIdentity(
  db: Db,
  issuer: string,
  by: { subject: string } | { personId: string },
): Promise<string | null> {
  const query = db.selectFrom('staff.identity').select('person_id').where('issuer', '=', issuer);
  const row = await (
    'subject' in by ? query.where('subject', '=', by.subject) : query.where('person_id', '=', by.personId)
  ).executeTakeFirst();
  return row?.person_id ?? null;
}

export async function insertIdentity(
  db: Db,
  row: { issuer: string; subject: string; person_id: string; linked_on: string },
): Promise<void> {
  await db.insertInto('staff.identity').values(row).execute();
}
