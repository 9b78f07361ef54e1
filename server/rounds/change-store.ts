import { sql } from 'kysely';
import type { Db } from '../db/schema/index.ts';

// SQL of changing a round that is there: publishing, more time, institutions.

/** A draft becomes a round that opens at its time. Its questions are fixed from now on. */
export async function markPublished(trx: Db, { roundId, today }: { roundId: string; today: string }): Promise<void> {
  await trx
    .updateTable('survey.round')
    .set({ draft: false, questions_locked_on: today, revision: sql<number>`revision + 1` })
    .where('id', '=', roundId)
    .execute();
}

/** A round becomes a draft again. */
export async function markDraft(trx: Db, roundId: string): Promise<void> {
  await trx
    .updateTable('survey.round')
    .set({ draft: true, questions_locked_on: null, revision: sql<number>`revision + 1` })
    .where('id', '=', roundId)
    .execute();
}

/** Throws a draft away: its people go, the row stays for its history. */
export async function markDiscarded(trx: Db, { roundId, today }: { roundId: string; today: string }): Promise<void> {
  await trx.deleteFrom('contact.replaced_code').where('round_id', '=', roundId).execute();
  await trx.deleteFrom('contact.person').where('round_id', '=', roundId).execute();
  await trx.updateTable('survey.round').set({ discarded_on: today }).where('id', '=', roundId).execute();
}

/** Whether a message of the round has left, or may have, or a letter was printed. */
export async function selectHasLeft(db: Db, roundId: string): Promise<boolean> {
  const { rows } = await sql<{ has_left: boolean }>`
    select exists (
      select 1 from contact.message where round_id = ${roundId} and state not in ('planned', 'claimed')
    ) or exists (
      select 1 from contact.person where round_id = ${roundId} and (messages > 0 or letter_exported_on is not null)
    ) as has_left`.execute(db);
  return rows[0]?.has_left ?? false;
}

/** Whether anything was answered. Asked apart from messages: the two sides share no statement. */
export async function selectHasAnswers(db: Db, roundId: string): Promise<boolean> {
  const row = await db
    .selectFrom('answer.response')
    .select('round_id')
    .where('round_id', '=', roundId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Steps of messages that wait or go on. */
export async function selectWaitingSteps(db: Db, roundId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('contact.message_step')
    .select('step')
    .where('round_id', '=', roundId)
    .where('state', 'in', ['scheduled', 'listing', 'sending', 'paused'])
    .execute();
  return rows.map(({ step }) => step);
}

/** Gives one person more time, or takes it back (null). Returns false where the round has no such person. */
export async function updatePersonTime(
  trx: Db,
  { roundId, personKey, until }: { roundId: string; personKey: string; until: Date | null },
): Promise<boolean> {
  const result = await trx
    .updateTable('contact.person')
    .set({ extended_to: until })
    .where('round_id', '=', roundId)
    .where('person_key', '=', personKey)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) return false;
  await sql`
    update survey.round set extended_to =
      (select max(extended_to) from contact.person where round_id = ${roundId})
    where id = ${roundId}`.execute(trx);
  return true;
}

/** What institutions have said about taking part; those that have said nothing are not among them. */
export async function selectInstitutionsOf(db: Db, roundId: string): Promise<Map<string, boolean>> {
  const rows = await db
    .selectFrom('survey.round_institution')
    .select(['institution', 'takes_part'])
    .where('round_id', '=', roundId)
    .execute();
  return new Map(rows.map(({ institution, takes_part }) => [institution, takes_part]));
}

/** Institutions that have said that they take no part. */
export async function selectAbsentInstitutions(db: Db, roundId: string): Promise<string[]> {
  const said = await selectInstitutionsOf(db, roundId);
  return [...said].flatMap(([institution, takesPart]) => (takesPart ? [] : [institution]));
}

/** Writes down whether an institution takes part. */
export async function upsertInstitution(
  trx: Db,
  row: { round_id: string; institution: string; takes_part: boolean; decided_on: string },
): Promise<void> {
  const { takes_part, decided_on } = row;
  await trx
    .insertInto('survey.round_institution')
    .values(row)
    .onConflict((conflict) => conflict.columns(['round_id', 'institution']).doUpdateSet({ takes_part, decided_on }))
    .execute();
}

/** Takes over which institutions take part. */
export async function copyInstitutions(
  trx: Db,
  { from, to, today }: { from: string; to: string; today: string },
): Promise<void> {
  await sql`
    insert into survey.round_institution (round_id, institution, takes_part, decided_on)
    select ${to}, institution, takes_part, ${today}::date from survey.round_institution where round_id = ${from}
    on conflict do nothing`.execute(trx);
}

/** How many people of each institution a round asks, and how many of them no address reaches. */
export async function selectPeopleByInstitution(db: Db, roundId: string) {
  const { rows } = await sql<{ institution: string; people: number; without_address: number }>`
    select institution, count(*)::int as people,
      count(*) filter (where email is null and phone is null)::int as without_address
    from contact.person where round_id = ${roundId} and institution is not null group by institution`.execute(db);
  return rows;
}
