import type { Db } from '../db/schema/index.ts';

export async function countRounds(db: Db): Promise<number> {
  const row = await db
    .selectFrom('survey.round')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** The newest round of invented people that is open now. */
export async function selectOpenInventedRound(db: Db, now: Date): Promise<string | null> {
  const row = await db
    .selectFrom('survey.round')
    .select('id')
    .where('invented', '=', true)
    .where('opens_at', '<=', now)
    .where('closes_at', '>', now)
    .orderBy('opens_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The first people of a round who have not refused, in order of their key. */
export async function selectFirstPeople(db: Db, roundId: string, limit: number) {
  return db
    .selectFrom('contact.person')
    .select(['person_key', 'generation'])
    .where('round_id', '=', roundId)
    .where('refused_on', 'is', null)
    .orderBy('person_key')
    .limit(limit)
    .execute();
}

/** Which of these records have been sent. */
export async function selectSentHandles(db: Db, handles: readonly Buffer[]): Promise<Buffer[]> {
  const rows = await db
    .selectFrom('answer.response')
    .select('handle')
    .where('handle', 'in', handles)
    .where('submitted_on', 'is not', null)
    .execute();
  return rows.map((row) => row.handle);
}

/** The degree with the most respondents of the newest release of invented data. */
export async function selectLargestReport(db: Db) {
  return db
    .selectFrom('release.population')
    .innerJoin('release.release', 'release.release.id', 'release.population.release_id')
    .select(['release.release.id as release_id', 'institution', 'degree'])
    .where('level', '=', 'degree')
    .where('pooled', 'is', null)
    .orderBy('built_on', 'desc')
    .orderBy('period', 'desc')
    .orderBy('respondents', 'desc')
    .orderBy('key')
    .limit(1)
    .executeTakeFirst();
}
