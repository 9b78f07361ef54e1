import type { Db } from '../db/schema/index.ts';
import type { RecurrenceTable } from '../db/schema/survey.ts';

// SQL of rules that propose rounds.

/** The rules that have not ended, in the order of the year. */
export async function selectRecurrences(db: Db) {
  return db
    .selectFrom('survey.recurrence')
    .selectAll()
    .where('ended_on', 'is', null)
    .orderBy('month')
    .orderBy('day')
    .orderBy('id')
    .execute();
}
export type RecurrenceRow = Awaited<ReturnType<typeof selectRecurrences>>[number];

/** One rule; null where there is none, or it has ended. */
export async function selectOptionalRecurrence(db: Db, id: string): Promise<RecurrenceRow | null> {
  const row = await db
    .selectFrom('survey.recurrence')
    .selectAll()
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertRecurrence(db: Db, row: RecurrenceTable): Promise<void> {
  await db.insertInto('survey.recurrence').values(row).execute();
}

/** Ends a rule: it proposes nothing more. Returns false where there is none, or it has ended. */
export async function endRecurrence(db: Db, { id, today }: { id: string; today: string }): Promise<boolean> {
  const result = await db
    .updateTable('survey.recurrence')
    .set({ ended_on: today })
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** The rounds that rules have brought: of which rule, for which year. */
export async function selectProposedRounds(db: Db) {
  const rows = await db
    .selectFrom('survey.round')
    .select(['id', 'recurrence_id', 'recurrence_year'])
    .where('recurrence_id', 'is not', null)
    .where('discarded_on', 'is', null)
    .execute();
  return rows.map(({ id, recurrence_id, recurrence_year }) => ({ id, rule: recurrence_id, year: recurrence_year }));
}

/** The newest round of a survey that is no draft: what the next one takes over. null without one. */
export async function selectLatestOfSurvey(db: Db, survey: string) {
  const row = await db
    .selectFrom('survey.round')
    .select(['id', 'version'])
    .where('survey', '=', survey)
    .where('draft', '=', false)
    .where('discarded_on', 'is', null)
    .orderBy('opens_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
