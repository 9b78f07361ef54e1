import { sql } from 'kysely';
import type { Db } from '../db/schema/index.ts';

// SQL of what did not reach people, and of what is sent again because an address was mended.

/** Why nothing reaches somebody. `corrected`: their message came back, and the register has another address since. */
export const CAUSES = ['gone', 'corrected', 'full', 'blocked', 'other', 'no_address', 'complaint'] as const;
export type DeliveryCause = (typeof CAUSES)[number];

/** `institution`: '' = all. */
type Place = { roundId: string; institution: string };

/** Answers of a mail server that mean: there is no such address (RFC 3463 x.1.x and closed mailboxes; RFC 5321). */
const GONE = '^(5\\.1\\.|5\\.2\\.1|5\\.4\\.4|5\\.0\\.0|550|551|553)';
const BLOCKED = '^(5\\.7\\.|554)';
const FULL = '^([45]\\.2\\.2|452|552)';

const problems = ({ roundId, institution }: Place) => sql`
  with last as (
    select distinct on (person_key) person_key, state, problem, domain from contact.message
    where round_id = ${roundId} and channel = 'mail' and state in ('failed', 'bounced')
    order by person_key, due_at desc
  ), found as (
    select person.person_key, person.institution, person.degree, person.graduation_date::text as graduation_date,
      person.gender, person.birth_year, person.study_language, person.contact_language, person.email, person.phone,
      coalesce(last.domain, lower(split_part(person.email, '@', 2)), '') as domain,
      case
        when person.mail_problem = 'complaint' then 'complaint'
        when person.refused_on is not null or person.protected then null
        when person.mail_problem = 'gone' then 'gone'
        when person.mail_problem = 'full' then 'full'
        when person.email is null and person.phone is null then 'no_address'
        when last.state is null then null
        when last.problem ~ ${GONE} then case when person.email is null then null else 'corrected' end
        when last.problem ~ ${BLOCKED} then 'blocked'
        when last.problem ~ ${FULL} then 'full'
        else 'other' end as cause
    from contact.person as person left join last using (person_key)
    where person.round_id = ${roundId} and (${institution} = '' or person.institution = ${institution})
  )`;

/** How many people each cause concerns; of mail servers that refuse us, by their domain. */
export async function selectCauses(db: Db, place: Place) {
  const { rows } = await sql<{ cause: DeliveryCause; domain: string; people: number }>`
    ${problems(place)}
    select cause, case when cause = 'blocked' then domain else '' end as domain, count(*)::int as people
    from found where cause is not null group by 1, 2 order by people desc, 2`.execute(db);
  return rows;
}

/** Everything that the import of people reads, so that a mended file changes nothing else. */
export const PROBLEM_COLUMNS = [
  'person_key',
  'institution',
  'degree',
  'graduation_date',
  'gender',
  'birth_year',
  'study_language',
  'contact_language',
  'email',
  'phone',
] as const;
export type ProblemRow = Readonly<Record<(typeof PROBLEM_COLUMNS)[number], string | number | null>>;

/** The people of one cause, by key. */
export async function selectProblemRows(db: Db, place: Place & { cause: DeliveryCause }): Promise<ProblemRow[]> {
  const { rows } = await sql<ProblemRow>`
    ${problems(place)}
    select ${sql.join(PROBLEM_COLUMNS.map((column) => sql.ref(column)))} from found where cause = ${place.cause}
    order by person_key`.execute(db);
  return rows;
}

/**
 * Puts messages into the queue again that came back from an address which the register has mended since: whoever was
 * not reached by the invitation gets the invitation, and not the reminder that comes next. Returns how many.
 */
export async function resendCorrected(trx: Db, { roundId, institution, now }: Place & { now: Date }): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with again as (
      update contact.message as message
      set state = 'planned', claim = null, handed_at = null, attempts = 0, problem = 'corrected', due_at = ${now},
        domain = lower(split_part(person.email, '@', 2))
      from contact.person as person, contact.message_step as step
      where message.round_id = ${roundId} and message.channel = 'mail' and message.state in ('failed', 'bounced')
        and message.problem ~ ${GONE}
        and person.round_id = message.round_id and person.person_key = message.person_key
        and person.mail_problem is null and person.email is not null and person.refused_on is null
        and not person.protected and (${institution} = '' or person.institution = ${institution})
        and step.round_id = message.round_id and step.step = message.step and step.state <> 'cancelled'
      returning message.step
    ), opened as (
      update contact.message_step set state = 'sending'
      where round_id = ${roundId} and state = 'done' and step in (select step from again)
    )
    select count(*)::int as count from again`.execute(trx);
  return rows[0]?.count ?? 0;
}

/** Puts messages of a cause that may pass by itself into the queue again: full, or any other. Returns how many. */
export async function resendFailed(trx: Db, { roundId, institution, now }: Place & { now: Date }): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with again as (
      update contact.message as message
      set state = 'planned', claim = null, handed_at = null, attempts = 0, problem = 'sent_again', due_at = ${now}
      from contact.person as person, contact.message_step as step
      where message.round_id = ${roundId} and message.channel = 'mail' and message.state = 'failed'
        and message.problem !~ ${GONE} and message.problem !~ ${BLOCKED}
        and person.round_id = message.round_id and person.person_key = message.person_key
        and (${institution} = '' or person.institution = ${institution})
        and step.round_id = message.round_id and step.step = message.step and step.state <> 'cancelled'
      returning message.step
    ), opened as (
      update contact.message_step set state = 'sending'
      where round_id = ${roundId} and state = 'done' and step in (select step from again)
    )
    select count(*)::int as count from again`.execute(trx);
  return rows[0]?.count ?? 0;
}

/** Messages of a step of which nobody knows whether they have left, and nobody has decided. */
export async function selectUndecided(db: Db, input: { roundId: string; step: string; limit: number }) {
  return db
    .selectFrom('contact.message')
    .select(['person_key', 'domain', 'handed_at', 'problem'])
    .where('round_id', '=', input.roundId)
    .where('step', '=', input.step)
    .where('state', '=', 'uncertain')
    .where(sql<boolean>`problem is distinct from 'left'`)
    .orderBy('person_key')
    .limit(input.limit)
    .execute();
}

/** Whether a step waits for a server that does not take its messages now: the next try, and the how manieth. */
export async function selectWaiting(db: Db, input: { roundId: string; step: string }) {
  const { rows } = await sql<{ next: Date | null; tries: number; messages: number }>`
    select min(due_at) as next, coalesce(max(attempts), 0)::int as tries, count(*)::int as messages
    from contact.message
    where round_id = ${input.roundId} and step = ${input.step} and state = 'planned' and attempts > 0`.execute(db);
  return rows[0] ?? { next: null, tries: 0, messages: 0 };
}
