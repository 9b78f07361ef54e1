import { sql } from 'kysely';
import { compiledRead } from '../db/compiled-once.ts';
import type { Db } from '../db/schema/index.ts';
import type { RoleGrantTable, SignInWay, StaffPersonTable, StaffSessionTable } from '../db/schema/staff.ts';

/** A session with its person; null where there is none of this token. Ended and old ones come too. */
export async function selectSession(db: Db, tokenHash: Buffer) {
  const row = await db
    .selectFrom('staff.session as session')
    .innerJoin('staff.person as person', 'person.id', 'session.person_id')
    .select(['session.id as session_id', 'stage', 'way', 'expires_at', 'ended_at'])
    .select(['person.id as person_id', 'email', 'name', 'language', 'disabled_on'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertSession(db: Db, row: StaffSessionTable): Promise<void> {
  await db.insertInto('staff.session').values(row).execute();
}

/** Ends sessions of a person: one of them, or all but one where `but` names it. */
export async function endSessions(
  db: Db,
  { personId, id, but, at }: { personId: string; id?: string; but?: string; at: Date },
): Promise<number> {
  let query = db
    .updateTable('staff.session')
    .set({ ended_at: at })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null);
  if (id !== undefined) query = query.where('id', '=', id);
  if (but !== undefined) query = query.where('id', '!=', but);
  const [result] = await query.execute();
  return Number(result?.numUpdatedRows ?? 0);
}

/** Open sessions of a person, newest first. */
export async function selectOpenSessions(db: Db, personId: string, now: Date) {
  return db
    .selectFrom('staff.session')
    .select(['id', 'browser', 'way', 'started_at', 'expires_at'])
    .where('person_id', '=', personId)
    .where('stage', '=', 'open')
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('started_at', 'desc')
    .execute();
}

/** How the person of a session came in; null where there is none. */
export async function selectSessionWay(db: Db, id: string): Promise<SignInWay | null> {
  const row = await db.selectFrom('staff.session').select('way').where('id', '=', id).executeTakeFirst();
  return row?.way ?? null;
}

/** Sessions, kept forms and used challenges that nobody can use any more. */
export async function deleteOldRows(db: Db, before: Date, now: Date): Promise<void> {
  await db.deleteFrom('staff.session').where('expires_at', '<', before).execute();
  await db.deleteFrom('staff.kept_form').where('expires_at', '<', now).execute();
  await db.deleteFrom('staff.used_challenge').where('expires_at', '<', before).execute();
}

/** Grants of a person that are not revoked, whatever their days. */
export async function selectGrants(db: Db, personId: string) {
  return db
    .selectFrom('staff.role_grant')
    .select(['id', 'role', 'institution', 'degree', 'from_on', 'until_on'])
    .where('person_id', '=', personId)
    .where('revoked_on', 'is', null)
    .orderBy('from_on')
    .orderBy('id')
    .execute();
}

export async function insertGrant(db: Db, row: RoleGrantTable): Promise<void> {
  await db.insertInto('staff.role_grant').values(row).execute();
}

/** Takes a grant back; false where it is none of this person's, or taken back already. */
export async function revokeGrant(
  db: Db,
  { id, personId, by, on }: { id: string; personId: string; by: string | null; on: string },
): Promise<boolean> {
  const [result] = await db
    .updateTable('staff.role_grant')
    .set({ revoked_on: on, revoked_by: by })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('revoked_on', 'is', null)
    .execute();
  return Number(result?.numUpdatedRows ?? 0) === 1;
}

/** Gives a grant back that was taken; false where it was not. */
export async function restoreGrant(db: Db, { id, personId }: { id: string; personId: string }): Promise<boolean> {
  const [result] = await db
    .updateTable('staff.role_grant')
    .set({ revoked_on: null, revoked_by: null })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('revoked_on', 'is not', null)
    .execute();
  return Number(result?.numUpdatedRows ?? 0) === 1;
}

/** Everyone with an account, by name. */
export async function selectPeople(db: Db) {
  return db
    .selectFrom('staff.person')
    .select(['id', 'email', 'name', 'language', 'created_on', 'disabled_on'])
    .orderBy('email')
    .execute();
}

/** All grants of everyone that are not revoked. */
export async function selectAllGrants(db: Db) {
  return db
    .selectFrom('staff.role_grant')
    .select(['id', 'person_id', 'role', 'institution', 'degree', 'from_on', 'until_on'])
    .where('revoked_on', 'is', null)
    .orderBy('from_on')
    .orderBy('id')
    .execute();
}

export async function selectPerson(db: Db, by: { id: string } | { email: string }) {
  const query = db.selectFrom('staff.person').selectAll();
  const row = await (
    'id' in by ? query.where('id', '=', by.id) : query.where('email', '=', by.email)
  ).executeTakeFirst();
  return row ?? null;
}

export async function insertPerson(db: Db, row: StaffPersonTable): Promise<boolean> {
  const inserted = await db
    .insertInto('staff.person')
    .values(row)
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .execute();
  return inserted.length === 1;
}

export async function setDisabled(db: Db, personId: string, on: string | null): Promise<void> {
  await db.updateTable('staff.person').set({ disabled_on: on }).where('id', '=', personId).execute();
}

/** Whether anyone who can sign in is an administrator on this day. */
export async function hasAdministrator(db: Db, today: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select from staff.role_grant g join staff.person p on p.id = g.person_id
      where g.role = 'administrator' and g.revoked_on is null and p.disabled_on is null
        and g.from_on <= ${today} and (g.until_on is null or g.until_on >= ${today})
    ) as found`.execute(db);
  return rows[0]?.found ?? false;
}

/** Names and addresses of those who hold one of these roles on this day, everywhere. */
export async function selectHolders(db: Db, role: string, today: string) {
  return db
    .selectFrom('staff.role_grant as grant')
    .innerJoin('staff.person as person', 'person.id', 'grant.person_id')
    .select(['name', 'email'])
    .distinct()
    .where('role', '=', role)
    .where('revoked_on', 'is', null)
    .where('disabled_on', 'is', null)
    .where('from_on', '<=', today)
    .where((eb) => eb.or([eb('until_on', 'is', null), eb('until_on', '>=', today)]))
    .orderBy('email')
    .limit(5)
    .execute();
}

const allInvented = compiledRead(
  () => sql<{ all_invented: boolean }>`
    select not exists (select from survey.round where invented is false)
      and not exists (select from release.release where not invented) as all_invented`,
);

/** Whether everything in the database is invented: no round with real people and no release of one. */
export async function selectIsAllInvented(db: Db): Promise<boolean> {
  return (await allInvented(db, []))[0]?.all_invented ?? false;
}
