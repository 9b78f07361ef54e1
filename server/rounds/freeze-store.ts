import { sql } from 'kysely';
import type { Db } from '../db/schema/index.ts';

// SQL of freezing: how far the round is, and its answers. Persons are in freeze-contact-store.ts.

/** Notes that a step is done, unless it is noted. */
export async function markFreezeStep(db: Db, input: { roundId: string; step: number }): Promise<void> {
  await db
    .updateTable('survey.round')
    .set({ freeze_step: input.step })
    .where('id', '=', input.roundId)
    .where('freeze_step', '=', input.step - 1)
    .execute();
}

/** Notes the day of freezing. Returns false when it was noted before. */
export async function markFrozen(db: Db, input: { roundId: string; frozen_on: string }): Promise<boolean> {
  const result = await db
    .updateTable('survey.round')
    .set({ frozen_on: input.frozen_on })
    .where('id', '=', input.roundId)
    .where('frozen_on', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

type Page = { roundId: string; after: Buffer; limit: number };

/** The next handles of a round's answer records, in order of the handle. */
export async function selectHandles(db: Db, page: Page): Promise<Buffer[]> {
  const rows = await db
    .selectFrom('answer.response')
    .select('handle')
    .where('round_id', '=', page.roundId)
    .where('handle', '>', page.after)
    .orderBy('handle')
    .limit(page.limit)
    .execute();
  return rows.map((row) => row.handle);
}

/** The same with the questions of `texts` that each record answers. */
export async function selectTextItems(db: Db, page: Page & { texts: readonly string[] }) {
  const { rows } = await sql<{ handle: Buffer; items: string[] }>`
    select handle, array(select jsonb_object_keys(answers) intersect select unnest(${page.texts}::text[])) as items
    from answer.response
    where round_id = ${page.roundId} and handle > ${page.after}
    order by handle limit ${page.limit}`.execute(db);
  return rows;
}

export type TextPlace = { handle: Buffer; item: string };

/**
 * Moves texts out of their answer records into rows of their own, under new random keys and in the
 * order of those keys; one statement, so that no text is lost or doubled. A text that was never
 * sent is deleted.
 */
export async function moveTexts(db: Db, places: readonly TextPlace[]): Promise<void> {
  await sql`
    with place as (
      select * from unnest(${places.map((place) => place.handle)}::bytea[], ${places.map((place) => place.item)}::text[])
        as place (handle, item)
    ), held as materialized (
      select response.handle, response.round_id, place.item, response.submitted_on is not null as was_sent,
        response.background, response.answers ->> place.item as body
      from place join answer.response as response using (handle)
      where response.answers ? place.item
      for update of response
    ), stripped as (
      update answer.response as response set answers = response.answers - gone.items
      from (select handle, array_agg(item) as items from held group by handle) as gone
      where response.handle = gone.handle
    )
    insert into answer.frozen_text (key, round_id, item, institution, degree, body)
    select gen_random_uuid(), round_id, item, coalesce(background ->> 'institution', ''),
      coalesce(background ->> 'degree', ''), body
    from held where was_sent and body <> ''
    order by 1`.execute(db);
}

/**
 * Moves answer records to the frozen table, under new random keys and in the order of those keys,
 * with the listed answers and background only; one statement, so that none is lost or doubled.
 */
export async function moveResponses(
  db: Db,
  input: { handles: readonly Buffer[]; answers: readonly string[]; background: readonly string[] },
): Promise<void> {
  await sql`
    with gone as (
      delete from answer.response where handle = any(${input.handles}) returning *
    )
    insert into answer.frozen_response (key, round_id, survey, version, submitted, background, answers)
    select gen_random_uuid(), round_id, survey, version, submitted_on is not null,
      (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(background)
        where key = any(${input.background}::text[])),
      (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(answers)
        where key = any(${input.answers}::text[]))
    from gone order by 1`.execute(db);
}

/** How many records and texts a round has on the frozen side. */
export async function selectFrozenCounts(db: Db, roundId: string) {
  const { rows } = await sql<{ submitted: number; partial: number; texts: number }>`
    select count(*) filter (where submitted)::int as submitted, count(*) filter (where not submitted)::int as partial,
      (select count(*)::int from answer.frozen_text where round_id = ${roundId}) as texts
    from answer.frozen_response where round_id = ${roundId}`.execute(db);
  return rows[0] ?? { submitted: 0, partial: 0, texts: 0 };
}

export type RewrittenTable =
  | 'answer.response'
  | 'contact.person'
  | 'contact.replaced_code'
  | 'contact.message'
  | 'contact.message_step'
  | 'survey.answering_event';

/** Writes a table anew, so that no version of a row that was deleted or changed stays in its files. Owner only. */
export async function rewriteTable(owner: Db, table: RewrittenTable): Promise<void> {
  await sql`vacuum (full, analyze) ${sql.table(table)}`.execute(owner);
}

/** Removes what a killed batch has left in the tables that freezing fills. Owner only. */
export async function tidyFrozenTables(owner: Db): Promise<void> {
  await sql`vacuum (analyze) answer.frozen_response, answer.frozen_text`.execute(owner);
}

/** The id that the next transaction will have: what is committed now has a smaller one. */
export async function selectNextTransaction(db: Db): Promise<string> {
  const { rows } = await sql<{ xid: string }>`
    select pg_snapshot_xmax(pg_current_snapshot())::text as xid`.execute(db);
  return rows[0]?.xid ?? '0';
}

/**
 * How many sessions still read the database as it was before that transaction, and one more while any
 * transaction of the server that began earlier is under way, in whatever database: while there are such,
 * a table that is rewritten keeps the row versions that they may look at.
 */
export async function selectOldReaders(db: Db, beforeXid: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int + (pg_snapshot_xmin(pg_current_snapshot()) < ${beforeXid}::xid8)::int as count
    from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and backend_type not like 'autovacuum%'
      and backend_xmin is not null and age(backend_xmin) > age(${beforeXid}::xid8::xid)`.execute(db);
  return rows[0]?.count ?? 0;
}
