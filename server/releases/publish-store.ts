import { sql } from 'kysely';
import type { Db } from '../db/schema/index.ts';

/** What publishing, and all that comes after it, asks of a round, or null. */
export async function selectOptionalPublishedRound(db: Db, roundId: string) {
  const row = await db
    .selectFrom('survey.round')
    .select(['id', 'closes_at', 'time_zone', 'frozen_on', 'invented'])
    .where('id', '=', roundId)
    .executeTakeFirst();
  return row ?? null;
}

export type PublishedHead = NonNullable<Awaited<ReturnType<typeof selectOptionalPublished>>>;

/** The release of a round that readers find, or null. */
export async function selectOptionalPublished(db: Db, roundId: string) {
  const row = await db.selectFrom('release.release').selectAll().where('round_id', '=', roundId).executeTakeFirst();
  return row ?? null;
}

/** The edition that a round's next release has. */
export async function selectNextEdition(db: Db, roundId: string): Promise<number> {
  const { rows } = await sql<{ edition: number }>`
    select coalesce(max(edition), 0) + 1 as edition from (
      select edition from release.release where round_id = ${roundId}
      union all select edition from release.earlier where round_id = ${roundId}) as known`.execute(db);
  return rows[0]?.edition ?? 1;
}

/** The hash of tables.csv of a round's first edition; null where none was published. */
export async function selectFirstTablesHash(db: Db, roundId: string): Promise<string | null> {
  const { rows } = await sql<{ tables_hash: string }>`
    select tables_hash from release.release where round_id = ${roundId} and edition = 1
    union all
    select head ->> 'tables_hash' from release.earlier where round_id = ${roundId} and edition = 1`.execute(db);
  return rows[0]?.tables_hash ?? null;
}

/** The manifest of a round's first edition as it was published; null where there is none. */
export async function selectFirstManifest(db: Db, roundId: string): Promise<unknown> {
  const { rows } = await sql<{ manifest: unknown }>`
    select manifest from release.release where round_id = ${roundId} and edition = 1
    union all
    select head -> 'manifest' from release.earlier where round_id = ${roundId} and edition = 1`.execute(db);
  return rows[0]?.manifest ?? null;
}

const TABLES = {
  own_block: 'release.own_block',
  population: 'release.population',
  cell: 'release.cell',
  row_hash: 'release.row_hash',
  file: 'release.file',
  ledger_people: 'publication.ledger_people',
  ledger: 'publication.ledger',
} as const;
export type FilledTable = keyof typeof TABLES;

/** Puts rows into a table of schema release. `rows` is the text of a JSON array. */
export async function insertReleaseRows(db: Db, table: FilledTable, rows: string): Promise<void> {
  const name = sql.table(TABLES[table]);
  await sql`insert into ${name} select * from jsonb_populate_recordset(null::${name}, ${rows}::jsonb)`.execute(db);
}

/** Removes at most `limit` rows of a release that nobody finds. Returns how many were removed. */
export async function deleteReleaseRows(
  db: Db,
  table: FilledTable,
  { releaseId, limit }: { releaseId: string; limit: number },
): Promise<number> {
  const name = sql.table(TABLES[table]);
  const { rows } = await sql<{ count: number }>`
    with gone as (
      delete from ${name} where ctid = any(array(select ctid from ${name} where release_id = ${releaseId} limit ${limit}))
      returning 1)
    select count(*)::int as count from gone`.execute(db);
  return rows[0]?.count ?? 0;
}

export type Publication = { published_on: string; published_by: string; final_from: string };

/** Lets readers find a release. */
export async function insertRelease(
  trx: Db,
  { manifest, ...head }: Publication & Omit<PublishedHead, keyof Publication | 'manifest'> & { manifest: object },
): Promise<void> {
  await trx
    .insertInto('release.release')
    .values({ ...head, manifest: JSON.stringify(manifest) })
    .execute();
}

/** Says something of a published release; remarks are numbered in order. */
export async function insertRemark(
  db: Db,
  row: { release_id: string; on_date: string; kind: 'final' | 'corrected'; reason: object },
): Promise<void> {
  await sql`
    insert into release.remark (release_id, number, on_date, kind, reason)
    select ${row.release_id}, coalesce(max(number), 0) + 1, ${row.on_date}, ${row.kind}, ${JSON.stringify(row.reason)}::jsonb
    from release.remark where release_id = ${row.release_id}`.execute(db);
}

/** Keeps a release as an earlier one: from then on no reader finds it. Its rows and files stay. */
export async function moveToEarlier(
  trx: Db,
  head: PublishedHead,
  why: { kind: 'superseded' | 'withdrawn'; on_date: string; reason: object },
): Promise<void> {
  await trx
    .insertInto('release.earlier')
    .values({
      id: head.id,
      round_id: head.round_id,
      edition: head.edition,
      head: JSON.stringify(head),
      kind: why.kind,
      on_date: why.on_date,
      reason: JSON.stringify(why.reason),
    })
    .execute();
}

/** Removes the row by which readers find a release. */
export async function deleteHead(trx: Db, releaseId: string): Promise<void> {
  await trx.deleteFrom('release.release').where('id', '=', releaseId).execute();
}

/** Gives the open answers of an edition to the one that takes its place. */
export async function moveOpenAnswers(trx: Db, from: string, to: string): Promise<void> {
  await trx.updateTable('release.open_answer_edition').set({ release_id: to }).where('release_id', '=', from).execute();
  await trx.updateTable('release.open_answer').set({ release_id: to }).where('release_id', '=', from).execute();
}

/** The round of a release, for the moment in which two editions stand side by side. */
export async function updateRoundOfRelease(trx: Db, releaseId: string, roundId: string): Promise<void> {
  await trx.updateTable('release.release').set({ round_id: roundId }).where('id', '=', releaseId).execute();
}

/** A file of a release with its bytes (gzip), or null. */
export async function selectOptionalFile(db: Db, releaseId: string, name: string) {
  const row = await db
    .selectFrom('release.file')
    .select(['sha256', 'content'])
    .where('release_id', '=', releaseId)
    .where('name', '=', name)
    .executeTakeFirst();
  return row ?? null;
}

/** The names of a release's files. */
export async function selectFileNames(db: Db, releaseId: string): Promise<string[]> {
  const rows = await db.selectFrom('release.file').select('name').where('release_id', '=', releaseId).execute();
  return rows.map(({ name }) => name);
}
