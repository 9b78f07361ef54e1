import { sql } from 'kysely';
import type { Db } from '../db/schema/index.ts';

// SQL of the round before, in numbers of people by degree.

/** The last round of the same survey that opened before this one; null for the first. */
export async function selectRoundBefore(
  db: Db,
  round: { id: string; survey: string; opens_at: Date },
): Promise<{ id: string; cohort: string } | null> {
  const row = await db
    .selectFrom('survey.round')
    .select(['id', 'cohort'])
    .where('survey', '=', round.survey)
    .where('id', '<>', round.id)
    .where('opens_at', '<', round.opens_at)
    .orderBy('opens_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** How many people of each degree a round asked: as freezing counted them, else as they are. */
export async function selectDegreePeople(db: Db, roundId: string) {
  const { rows } = await sql<{ institution: string; degree: string; people: number }>`
    select institution, degree, target as people from survey.target_count
    where round_id = ${roundId} and split = '' and institution <> '' and degree <> ''
    union all
    select institution, degree, count(*)::int from contact.person
    where round_id = ${roundId} and institution is not null
      and not exists (select 1 from survey.target_count where round_id = ${roundId})
    group by institution, degree`.execute(db);
  return rows;
}
