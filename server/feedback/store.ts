import { sql } from 'kysely';
import type { AccessibilityFeedbackTable } from '../db/schema/survey.ts';
import type { Db } from '../db/schema/index.ts';

export type NewFeedback = Omit<AccessibilityFeedbackTable, 'answered_on' | 'reply'>;

/** Writes feedback down unless too much of it has come on the same day; whether it was written. */
export async function insertFeedback(db: Db, row: NewFeedback, mostADay: number): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    insert into survey.accessibility_feedback
      (id, receipt_hash, institution, language, place, message, email, received_on, due_on)
    select ${row.id}::uuid, ${row.receipt_hash}::bytea, ${row.institution}, ${row.language}, ${row.place}, ${row.message},
      ${row.email}, ${row.received_on}::date, ${row.due_on}::date
    where (select count(*) from survey.accessibility_feedback where received_on = ${row.received_on}::date) < ${mostADay}
    returning id`.execute(db);
  return rows.length === 1;
}

/** What the holder of a receipt sees; null where there is none. */
export async function selectByReceipt(db: Db, receiptHash: Buffer) {
  const row = await db
    .selectFrom('survey.accessibility_feedback')
    .select(['received_on', 'due_on', 'answered_on', 'reply', 'institution'])
    .where('receipt_hash', '=', receiptHash)
    .executeTakeFirst();
  return row ?? null;
}

export type FeedbackRow = Omit<AccessibilityFeedbackTable, 'receipt_hash'>;
const SHOWN = [
  'id',
  'institution',
  'language',
  'place',
  'message',
  'email',
  'received_on',
  'due_on',
  'answered_on',
  'reply',
] as const;

/** Feedback for some institutions (null = all): what waits first, by the day on which it is due. */
export async function selectFeedback(db: Db, places: readonly string[] | null): Promise<FeedbackRow[]> {
  let query = db
    .selectFrom('survey.accessibility_feedback')
    .select(SHOWN)
    .orderBy(sql`answered_on is not null`)
    .orderBy('due_on')
    .orderBy('id');
  if (places !== null) query = query.where('institution', 'in', [...places]);
  return query.execute();
}

/** How many wait for an answer, and the day on which the first is due. */
export async function selectWaiting(db: Db, places: readonly string[] | null) {
  let query = db
    .selectFrom('survey.accessibility_feedback')
    .select(({ fn }) => [fn.countAll<string>().as('count'), fn.min('due_on').as('due_on')])
    .where('answered_on', 'is', null);
  if (places !== null) query = query.where('institution', 'in', [...places]);
  const row = await query.executeTakeFirst();
  return { count: Number(row?.count ?? 0), dueOn: row?.due_on ?? null };
}

/** One of them; null where there is none of this id. */
export async function selectOneFeedback(db: Db, id: string): Promise<FeedbackRow | null> {
  const row = await db
    .selectFrom('survey.accessibility_feedback')
    .select(SHOWN)
    .where(sql<boolean>`id::text = ${id}`)
    .executeTakeFirst();
  return row ?? null;
}

/** Writes the answer down, once, and takes the writer's address away; whether it was still waiting. */
export async function updateAnswered(
  trx: Db,
  { id, day, reply }: { id: string; day: string; reply: string },
): Promise<boolean> {
  const result = await trx
    .updateTable('survey.accessibility_feedback')
    .set({ answered_on: day, reply, email: null })
    .where('id', '=', id)
    .where('answered_on', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Deletes what was answered before a day. */
export async function deleteAnsweredBefore(trx: Db, day: string): Promise<void> {
  await trx.deleteFrom('survey.accessibility_feedback').where('answered_on', '<', day).execute();
}
