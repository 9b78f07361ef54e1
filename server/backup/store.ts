import { sql } from 'kysely';
import type { Db } from '../db/schema/index.ts';
import type { BackedUpTable } from './tables.ts';

/** The rounds and releases that there are, by which the rows of a backup are chosen. */
export type State = { rounds: string[]; releases: string[] };

export async function selectState(db: Db): Promise<State> {
  const rounds = await db.selectFrom('survey.round').select('id').execute();
  const releases = await db.selectFrom('release.release').select('id').execute();
  const earlier = await db.selectFrom('release.earlier').select('id').execute();
  return { rounds: rounds.map((row) => row.id), releases: [...releases, ...earlier].map((row) => row.id) };
}

/** Rounds by id; with the day of freezing; those without one need their keys. */
export async function selectRounds(db: Db) {
  return db.selectFrom('survey.round').select(['id', 'frozen_on']).orderBy('id').execute();
}

/**
 * Runs `read` on one snapshot of everything: what is saved meanwhile is not in it. A server only; on
 * the embedded database this would stop every saver until the end.
 */
export async function onSnapshot<T>(db: Db, read: (trx: Db) => Promise<T>): Promise<T> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
}

/** Rows as the text of a JSON array, and the key of the last one, from which the next page goes on. */
export type RowsPage = { count: number; rows: string; last: string[] };

/** The next rows of a table in order of its key. */
export async function selectRowsPage(
  db: Db,
  page: { table: BackedUpTable; state: State; after: readonly string[] | null; limit: number },
): Promise<RowsPage> {
  const { table, after } = page;
  const key = sql.join(table.key.map((column) => sql.ref(column)));
  const onwards = after === null ? sql`true` : sql`(${key}) > (${sql.join(after)})`;
  const keyTexts = sql.join(table.key.map((column) => sql`${sql.ref(column)}::text`));
  const { rows } = await sql<{ json: string; key: string[] }>`
    select row_to_json(page)::text as json, array[${keyTexts}] as key
    from ${sql.table(table.name)} as page
    where ${onwards} and ${belongsTo(page.state, table)}
    order by ${key} limit ${page.limit}`.execute(db);
  return { count: rows.length, rows: `[${rows.map((row) => row.json).join(',')}]`, last: rows.at(-1)?.key ?? [] };
}

function belongsTo(state: State, table: BackedUpTable) {
  switch (table.of) {
    case 'all':
      return sql`true`;
    case 'round': {
      const column = sql.ref(table.name === 'survey.round' ? 'id' : 'round_id');
      return sql`(${column} is null or ${column} = any(${state.rounds}))`;
    }
    case 'release':
      return sql`${sql.ref(table.name === 'release.release' ? 'id' : 'release_id')} = any(${state.releases})`;
    default:
      return table.of satisfies never;
  }
}

/** The last number that a table's identity column has given; null = none yet. */
export async function selectSequence(db: Db, table: string): Promise<string | null> {
  const { rows } = await sql<{ last: string | null }>`
    select pg_sequence_last_value(pg_get_serial_sequence(${table}, 'id')::regclass)::text as last`.execute(db);
  return rows[0]?.last ?? null;
}

/** Lets an identity column go on after a number. */
export async function updateSequence(db: Db, table: string, last: string): Promise<void> {
  await sql`select setval(pg_get_serial_sequence(${table}, 'id'), ${last}::bigint)`.execute(db);
}

/** How many blocks of own questions there are, drafts included. */
export async function countOwnBlocks(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select ((select count(*) from survey.own_block) + (select count(*) from survey.own_block_draft))::int as count`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

/** Keeps others from making a round until the transaction ends. Throws nothing when there are some already. */
export async function lockRounds(trx: Db): Promise<void> {
  await sql`lock table survey.round, survey.own_block, survey.own_block_draft in exclusive mode`.execute(trx);
}

/** Lets rows refer to rows that come after them, until the transaction ends. */
export async function deferReferences(trx: Db): Promise<void> {
  await sql`set constraints all deferred`.execute(trx);
}

/** Lets the audit log be emptied until the transaction ends: the one of the backup takes its place. */
export async function allowEmptyLog(trx: Db): Promise<void> {
  await sql`select set_config('uras.restoring', 'on', true)`.execute(trx);
}

export async function deleteRows(trx: Db, table: string): Promise<void> {
  await sql`delete from ${sql.table(table)}`.execute(trx);
}

/** Puts rows back as they were, numbers of identity columns included. */
export async function insertRows(trx: Db, table: string, rows: string): Promise<void> {
  await sql`
    insert into ${sql.table(table)} overriding system value
    select * from json_populate_recordset(null::${sql.table(table)}, ${rows}::json)`.execute(trx);
}

/** Steps of messages that waited or were being sent when the backup was made wait for a person: some may have left since. */
export async function haltMessages(trx: Db): Promise<void> {
  await trx
    .updateTable('contact.message_step')
    .set({ state: 'paused' })
    .where('state', 'in', ['scheduled', 'listing', 'sending'])
    .execute();
}
