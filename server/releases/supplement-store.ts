import { sql } from 'kysely';
import type { Db } from '../db/schema/index.ts';
import type { Answers } from '../engine/answer.ts';
import type { Background } from '../engine/condition.ts';

// SQL of late answers.

/** What adding late answers asks of a round, or null. */
export async function selectOptionalSupplementRound(db: Db, roundId: string) {
  const row = await db
    .selectFrom('survey.round as round')
    .leftJoin('release.release as release', 'release.round_id', 'round.id')
    .leftJoin('release.remark as remark', (join) =>
      join.onRef('remark.release_id', '=', 'release.id').on('remark.kind', '=', 'final'),
    )
    .select(['round.id', 'round.survey', 'round.version', 'round.frozen_on', 'round.time_zone'])
    .select(['release.id as release_id', 'release.final_from', 'remark.on_date as final_on'])
    .where('round.id', '=', roundId)
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Those of these people whom the round has asked and who have not refused. */
export async function selectWilling(db: Db, roundId: string, personKeys: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('contact.person')
    .select('person_key')
    .where('round_id', '=', roundId)
    .where('refused_on', 'is', null)
    .where(sql<boolean>`person_key = any(${personKeys}::text[])`)
    .execute();
  return new Set(rows.map(({ person_key }) => person_key));
}

/** How many were asked of each degree and did not send: 'institution/degree' → people. */
export async function selectRoom(db: Db, roundId: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ place: string; room: number }>`
    select institution || '/' || degree as place, sum(people)::int as room
    from (
      select institution, degree, target as people from survey.target_count where round_id = ${roundId} and split = ''
      union all
      select background ->> 'institution', background ->> 'degree', -1
      from answer.frozen_response where round_id = ${roundId} and submitted
    ) as counted
    group by 1`.execute(db);
  return new Map(rows.map(({ place, room }) => [place, room]));
}

export type LateAnswers = { background: Background; answers: Answers };
export type LateText = { item: string; institution: string; degree: string; body: string };

/** Adds late answers under new random keys and in the order of those keys, their texts apart from them. */
export async function insertSupplement(
  trx: Db,
  round: { id: string; survey: string; version: number },
  { responses, texts }: { responses: readonly LateAnswers[]; texts: readonly LateText[] },
): Promise<void> {
  await sql`
    insert into answer.frozen_response (key, round_id, survey, version, submitted, background, answers, supplement)
    select gen_random_uuid(), ${round.id}, ${round.survey}, ${round.version}, true, background, answers, true
    from jsonb_to_recordset(${JSON.stringify(responses)}) as late (background jsonb, answers jsonb)
    order by 1`.execute(trx);
  await sql`
    insert into answer.supplement_text (key, round_id, item, institution, degree, body)
    select gen_random_uuid(), ${round.id}, item, institution, degree, body
    from jsonb_to_recordset(${JSON.stringify(texts)}) as late (item text, institution text, degree text, body text)
    order by 1`.execute(trx);
}
