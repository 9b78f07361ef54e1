import { sql } from 'kysely';
import type { Db } from '../db/schema/index.ts';

// SQL of counters: how many, never who. Nobody's answers are read: only whether a record was begun, how far it is and
// on which day it was sent. The contact side and the answer side are never named in one statement.

/** Whose part: '' = all. */
type Place = { roundId: string; institution: string };
/** The groups that people are counted in. */
type Groups = { institution: string; degree: string; gender: string; study_language: string };

/** People of one group. */
export type AskedCount = Groups & {
  target: number;
  /** A message has left. */
  invited: number;
  /** A message has left, and their mail does not come back. */
  reached: number;
  refused: number;
  undeliverable: number;
};

/** Who is asked, in groups. */
export async function selectAsked(db: Db, { roundId, institution }: Place): Promise<AskedCount[]> {
  const { rows } = await sql<AskedCount>`
    select coalesce(institution, '') as institution, coalesce(degree, '') as degree, coalesce(gender, '') as gender,
      coalesce(study_language, '') as study_language, count(*)::int as target,
      count(*) filter (where messages > 0)::int as invited,
      count(*) filter (where messages > 0 and mail_problem is distinct from 'gone')::int as reached,
      count(refused_on)::int as refused,
      count(*) filter (where refused_on is null and not protected
        and (mail_problem in ('gone', 'full') or (email is null and phone is null)))::int as undeliverable
    from contact.person
    where round_id = ${roundId} and (${institution} = '' or institution = ${institution})
    group by 1, 2, 3, 4`.execute(db);
  return rows;
}

export type AnsweredCount = Groups & {
  started: number;
  /** Three parts saved or more, and not sent. */
  partial: number;
  sent: number;
  /** Sent before the day that is given. */
  sent_before: number;
};

/** How far answers are, in groups. */
export async function selectAnswered(
  db: Db,
  { roundId, institution, today }: Place & { today: string },
): Promise<AnsweredCount[]> {
  const { rows } = await sql<AnsweredCount>`
    select coalesce(background ->> 'institution', '') as institution, coalesce(background ->> 'degree', '') as degree,
      coalesce(background ->> 'gender', '') as gender,
      coalesce(background ->> 'study_language', '') as study_language, count(*)::int as started,
      count(*) filter (where submitted_on is null and cardinality(pages_saved) >= 3)::int as partial,
      count(submitted_on)::int as sent,
      count(*) filter (where submitted_on < ${today}::date)::int as sent_before
    from answer.response
    where round_id = ${roundId} and (${institution} = '' or background ->> 'institution' = ${institution})
    group by 1, 2, 3, 4`.execute(db);
  return rows;
}

/** How many answers were sent on each day before one. */
export async function selectDays(db: Db, { roundId, institution, today }: Place & { today: string }) {
  const { rows } = await sql<{ on: string; sent: number }>`
    select submitted_on::text as "on", count(*)::int as sent from answer.response
    where round_id = ${roundId} and submitted_on < ${today}::date
      and (${institution} = '' or background ->> 'institution' = ${institution})
    group by 1 order by 1`.execute(db);
  return rows;
}

/** The same of every degree, over all days. */
export async function selectDaysOfDegrees(db: Db, roundId: string) {
  const { rows } = await sql<{ institution: string; degree: string; on: string; sent: number }>`
    select coalesce(background ->> 'institution', '') as institution, coalesce(background ->> 'degree', '') as degree,
      submitted_on::text as "on", count(*)::int as sent
    from answer.response where round_id = ${roundId} and submitted_on is not null
    group by 1, 2, 3 order by 3, 1, 2`.execute(db);
  return rows;
}

type Point = { institution: string; degree: string; day: number; target: number; sent: number };

/** Stores the curves of a round in place of any that a killed attempt left. */
export async function replaceCurves(db: Db, roundId: string, points: readonly Point[]): Promise<void> {
  await db.deleteFrom('survey.round_curve').where('round_id', '=', roundId).execute();
  await sql`
    insert into survey.round_curve (round_id, institution, degree, day, target, sent)
    select ${roundId}, institution, degree, day, target, sent
    from json_to_recordset(${JSON.stringify(points)})
      as point (institution text, degree text, day integer, target integer, sent integer)`.execute(db);
}

/** The frozen rounds of a survey that had closed before another opened and have curves, the latest first. */
export async function selectEarlierRounds(
  db: Db,
  round: { survey: string; opens_at: Date; invented: boolean | null },
): Promise<{ id: string; cohort: string }[]> {
  return db
    .selectFrom('survey.round as round')
    .select(['id', 'cohort'])
    .where('survey', '=', round.survey)
    .where('closes_at', '<=', round.opens_at)
    .where(sql<boolean>`invented is not distinct from ${round.invented}`)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('survey.round_curve').select('day').whereRef('round_id', '=', 'round.id')),
    )
    .orderBy('opens_at', 'desc')
    .orderBy('id')
    .limit(5)
    .execute();
}

/** Curves of rounds: of an institution ('' = the whole round), and of what it is made of in the rounds of `parts`. */
export async function selectCurves(
  db: Db,
  { roundIds, parts, institution }: { roundIds: readonly string[]; parts: readonly string[]; institution: string },
): Promise<(Point & { round_id: string })[]> {
  const { rows } = await sql<Point & { round_id: string }>`
    select round_id, institution, degree, day, target, sent from survey.round_curve
    where (round_id = any(${roundIds}) and institution = ${institution} and degree = '')
      or (round_id = any(${parts}) and case when ${institution} = '' then degree = '' else institution = ${institution} end)
    order by day`.execute(db);
  return rows;
}
