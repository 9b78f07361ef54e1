import type { Db } from '../db/schema/index.ts';

/** What building a release asks of its round, or null. */
export async function selectOptionalRoundToRelease(db: Db, roundId: string) {
  const row = await db
    .selectFrom('survey.round')
    .select(['id', 'survey', 'version', 'invented', 'frozen_on', 'graduation_years'])
    .where('id', '=', roundId)
    .executeTakeFirst();
  return row ?? null;
}

/** The target population of each degree of a frozen round, in total and by splits. */
export async function selectTargets(db: Db, roundId: string) {
  return db
    .selectFrom('survey.target_count')
    .select(['institution', 'degree', 'split', 'split_value', 'target'])
    .where('round_id', '=', roundId)
    .execute();
}

/** Which of a round's answers: those of its first edition, or those that came later. */
export type WhichAnswers = 'first' | 'supplement';

/** Sent responses of a frozen round, the next `limit` after a key; null begins. */
export async function selectSentResponses(
  db: Db,
  { roundId, which }: { roundId: string; which: WhichAnswers },
  page: { after: string | null; limit: number },
) {
  return db
    .selectFrom('answer.frozen_response')
    .select(['key', 'background', 'answers'])
    .where('round_id', '=', roundId)
    .where('submitted', '=', true)
    .where('supplement', '=', which === 'supplement')
    .$if(page.after !== null, (query) => query.where('key', '>', page.after ?? ''))
    .orderBy('key')
    .limit(page.limit)
    .execute();
}

/** Whether answers came after the first edition of a round's release. */
export async function selectHasSupplement(db: Db, roundId: string): Promise<boolean> {
  const row = await db
    .selectFrom('answer.frozen_response')
    .select('round_id')
    .where('round_id', '=', roundId)
    .where('supplement', '=', true)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
