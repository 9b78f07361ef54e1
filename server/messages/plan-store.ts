import { sql } from 'kysely';
import type { Db } from '../db/schema/index.ts';

// SQL of plans and of what was tested. No person is in them.

export async function selectOptionalPlan(db: Db, input: { roundId: string; version: number }) {
  const row = await db
    .selectFrom('survey.message_plan')
    .select(['content', 'hash', 'version', 'saved_on', 'institution'])
    .where('round_id', '=', input.roundId)
    .where('version', '=', input.version)
    .executeTakeFirst();
  return row ?? null;
}

/** The newest version in use of a sender ('' = the network), or null. */
export async function selectLatestPlan(db: Db, roundId: string, sender = '') {
  const row = await db
    .selectFrom('survey.message_plan')
    .select(['content', 'hash', 'version', 'saved_on'])
    .where('round_id', '=', roundId)
    .where('institution', '=', sender)
    .where('in_use', '=', true)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** The newest version of an institution that it has handed back, or null, also where it has one in use. */
export async function selectKeptPlan(db: Db, roundId: string, institution: string) {
  const { rows } = await sql<{ version: number }>`
    select max(version) as version from survey.message_plan
    where round_id = ${roundId} and institution = ${institution}
    having count(*) > 0 and not bool_or(in_use)`.execute(db);
  return rows[0] ?? null;
}

/** Takes all versions of an institution out of use. */
export async function stopUsing(db: Db, { roundId, institution }: { roundId: string; institution: string }) {
  await db
    .updateTable('survey.message_plan')
    .set({ in_use: false })
    .where('round_id', '=', roundId)
    .where('institution', '=', institution)
    .execute();
}

/** Takes one version into use. */
export async function useVersion(db: Db, place: { roundId: string; institution: string; version: number }) {
  await db
    .updateTable('survey.message_plan')
    .set({ in_use: true })
    .where('round_id', '=', place.roundId)
    .where('institution', '=', place.institution)
    .where('version', '=', place.version)
    .execute();
}

/** The newest version of a round, whoever sends by it; 0 without any. */
export async function selectLastVersion(db: Db, roundId: string): Promise<number> {
  const row = await db
    .selectFrom('survey.message_plan')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('round_id', '=', roundId)
    .executeTakeFirst();
  return row?.version ?? 0;
}

/** The institutions with a plan of their own. */
export async function selectOwnPlanners(db: Db, roundId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('survey.message_plan')
    .select('institution')
    .distinct()
    .where('round_id', '=', roundId)
    .where('institution', '!=', '')
    .where('in_use', '=', true)
    .execute();
  return rows.map(({ institution }) => institution).sort();
}

/** Adds a version. Returns false when another was saved meanwhile. */
export async function insertPlan(
  db: Db,
  row: { roundId: string; institution: string; version: number; content: string; hash: string; saved_on: string },
): Promise<boolean> {
  const { roundId, ...rest } = row;
  const result = await db
    .insertInto('survey.message_plan')
    .values({ round_id: roundId, ...rest })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function insertTest(
  db: Db,
  row: { round_id: string; template_hash: string; tested_on: string },
): Promise<void> {
  await db
    .insertInto('survey.message_test')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Which of these templates were tested as they are now. */
export async function selectTested(db: Db, roundId: string, hashes: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ template_hash: string }>`
    select template_hash from survey.message_test
    where round_id = ${roundId} and template_hash = any(${hashes})`.execute(db);
  return new Set(rows.map((row) => row.template_hash));
}
