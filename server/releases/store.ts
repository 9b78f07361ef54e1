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

/** Sent responses of a frozen round, the next `limit` after a key; null begins. */
export async function selectSentResponses(db: Db, roundId: string, page: { after: string | null; limit: number }) {
  return db
    .selectFrom('answer.frozen_response')
    .select(['key', 'background', 'answers'])
    .where('round_id', '=', roundId)
    .where('submitted', '=', true)
    .$if(page.after !== null, (query) => query.where('key', '>', page.after ?? ''))
    .orderBy('key')
    .limit(page.limit)
    .execute();
}
