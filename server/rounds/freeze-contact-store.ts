import { sql } from 'kysely';
import type { Db } from '../db/schema/index.ts';
import type { TargetCount } from './target-counter.ts';

// SQL of freezing: who was asked, and the events that say when.

type Page = { roundId: string; after: string; limit: number };

/** The next persons of a round with what their background is made of, in the database's order of keys. */
export async function selectPersonsToCount(db: Db, page: Page) {
  return db
    .selectFrom('contact.person')
    .select(['person_key', 'institution', 'degree', 'graduation_date', 'gender', 'birth_year', 'study_language'])
    .where('round_id', '=', page.roundId)
    .where('person_key', '>', page.after)
    .orderBy('person_key')
    .limit(page.limit)
    .execute();
}

/** How many people each degree has now, counted by the database: 'institution/degree' → people. */
export async function selectDegreeSizes(db: Db, roundId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('contact.person')
    .select(['institution', 'degree', (eb) => eb.fn.countAll<string>().as('people')])
    .where('round_id', '=', roundId)
    .groupBy(['institution', 'degree'])
    .execute();
  return new Map(rows.map((row) => [`${row.institution}/${row.degree}`, Number(row.people)]));
}

/** Stores the target counts of a round in place of any that a killed attempt left. */
export async function replaceTargetCounts(db: Db, roundId: string, counts: readonly TargetCount[]): Promise<void> {
  await db.deleteFrom('survey.target_count').where('round_id', '=', roundId).execute();
  await sql`
    insert into survey.target_count (round_id, institution, degree, split, split_value, target)
    select ${roundId}, institution, degree, split, split_value, target
    from json_to_recordset(${JSON.stringify(counts)})
      as count (institution text, degree text, split text, split_value text, target integer)`.execute(db);
}

export async function updateGraduationYears(
  db: Db,
  input: { roundId: string; graduation_years: string },
): Promise<void> {
  await db
    .updateTable('survey.round')
    .set({ graduation_years: input.graduation_years })
    .where('id', '=', input.roundId)
    .execute();
}

/** The next persons who still have an attribute that answers carry too, or a mark of their own. */
export async function selectPersonsToClear(db: Db, page: Page): Promise<{ person_key: string; is_clear: boolean }[]> {
  const { rows } = await sql<{ person_key: string; is_clear: boolean }>`
    select person_key, generation = 0 and not protected and not own_contact and num_nonnulls(institution, degree, graduation_date, gender,
      birth_year, study_language, contact_language, email, phone, code_hash, letter_exported_on, mail_problem,
      phone_problem) = 0 as is_clear
    from contact.person
    where round_id = ${page.roundId} and person_key > ${page.after}
    order by person_key limit ${page.limit}`.execute(db);
  return rows;
}

/**
 * Writes persons anew, in random order, with what stays for later rounds only: person key, refusal,
 * number of messages. One statement, so that none is lost.
 */
export async function clearPersons(db: Db, input: { roundId: string; personKeys: readonly string[] }): Promise<void> {
  await sql`
    with gone as (
      delete from contact.person where round_id = ${input.roundId} and person_key = any(${input.personKeys}::text[])
      returning *
    )
    insert into contact.person (round_id, person_key, refused_on, messages)
    select round_id, person_key, refused_on, messages from gone order by gen_random_uuid()`.execute(db);
}

export async function deleteReplacedCodes(db: Db, roundId: string): Promise<void> {
  await db.deleteFrom('contact.replaced_code').where('round_id', '=', roundId).execute();
}

/**
 * Deletes up to `limit` messages of a round, and keeps their numbers with their step: how many were sent, refused,
 * came back. Returns how many went. Steps that were waiting are over.
 */
export async function countMessages(db: Db, input: { roundId: string; limit: number }): Promise<number> {
  const { rows } = await sql<{ gone: number }>`
    with gone as (
      delete from contact.message where id in (
        select id from contact.message where round_id = ${input.roundId} limit ${input.limit}
      ) returning step, state
    ), kind as (
      select step, case state when 'handed_over' then 'uncertain' when 'planned' then 'not_sent'
        when 'claimed' then 'not_sent' else state end as state, count(*)::int as count
      from gone group by 1, 2
    ), counted as (
      update contact.message_step as one
      set state = 'done', listed_to = null, counts = one.counts || (
        select jsonb_object_agg(kind.state, kind.count + coalesce((one.counts ->> kind.state)::int, 0))
        from kind where kind.step = one.step)
      where one.round_id = ${input.roundId} and one.step in (select step from kind)
    )
    select count(*)::int as gone from gone`.execute(db);
  return rows[0]?.gone ?? 0;
}

/** No step of the round waits any more, and none says how far its listing came. */
export async function endMessageSteps(db: Db, roundId: string): Promise<void> {
  await sql`
    update contact.message_step
    set state = case when state = 'cancelled' then state else 'done' end, listed_to = null
    where round_id = ${roundId}`.execute(db);
}

/** The greatest id of all notes of answering; '0' without any. */
export async function selectLastEventId(db: Db): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select coalesce(max(id), 0)::text as id from survey.answering_event`.execute(db);
  return rows[0]?.id ?? '0';
}

/** The greatest id of notes of answering that lies at most `limit` events after `after`; null at the end. */
export async function selectNextEventId(db: Db, after: string, limit: number): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`
    select max(id)::text as id from (
      select id from survey.answering_event where id > ${after} order by id limit ${limit}
    ) as page`.execute(db);
  return rows[0]?.id ?? null;
}

/**
 * Makes one count a kind of a round's notes of answering after an id and up to another (null = all later
 * ones). A count bears the round's last day.
 */
export async function countAnsweringEvents(
  db: Db,
  input: { roundId: string; after: string; last: string | null; on_date: string },
): Promise<void> {
  await sql`
    with gone as (
      delete from survey.answering_event
      where id > ${input.after} and (${input.last}::bigint is null or id <= ${input.last}) and round_id = ${input.roundId}
      returning kind, count
    )
    insert into survey.answering_event (on_date, kind, round_id, count)
    select ${input.on_date}::date, kind, ${input.roundId}, sum(count)::int from gone group by kind`.execute(db);
}
