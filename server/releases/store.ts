import { sql } from 'kysely';
import type { SafeCell, SafePopulation } from '../disclosure/safe-table.ts';
import type { OwnBlock } from '../engine/own-block.ts';
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

/** The release of a round, or null. */
export async function selectOptionalReleaseOfRound(db: Db, roundId: string) {
  const row = await db
    .selectFrom('release.release')
    .select(['id', 'tables_hash'])
    .where('round_id', '=', roundId)
    .executeTakeFirst();
  return row ?? null;
}

/** The number of an advisory lock under which a release is written. */
const RELEASE_LOCK = 7042;

/** Lets one release be written at a time; held until the transaction ends. */
export async function lockReleases(trx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(${RELEASE_LOCK})`.execute(trx);
}

export async function insertRelease(
  trx: Db,
  row: {
    id: string;
    round_id: string;
    survey: string;
    version: number;
    period: string;
    invented: boolean;
    built_on: string;
    tables_hash: string;
    manifest: object;
  },
): Promise<void> {
  await trx
    .insertInto('release.release')
    .values({ ...row, manifest: JSON.stringify(row.manifest) })
    .execute();
}

export async function insertPopulations(
  trx: Db,
  releaseId: string,
  populations: readonly SafePopulation[],
): Promise<void> {
  const rows = populations.map(({ members, ...population }) => ({
    ...population,
    release_id: releaseId,
    members: members.join('|'),
  }));
  await trx.insertInto('release.population').values(rows).execute();
}

export type CellRow = { population_key: string; item: string; cell: SafeCell };

/** As one array of rows: far fewer parameters than a value each. */
export async function insertCells(trx: Db, releaseId: string, cells: readonly CellRow[]): Promise<void> {
  const rows = JSON.stringify(cells);
  await sql`
    insert into release.cell (release_id, population_key, item, cell)
    select ${releaseId}, one.population_key, one.item, one.cell
    from jsonb_to_recordset(${rows}::jsonb) as one (population_key text, item text, cell jsonb)`.execute(trx);
}

/** Keeps the own questions of a release, so that its reports need no other schema. */
export async function insertOwnBlocks(db: Db, releaseId: string, blocks: readonly OwnBlock[]): Promise<void> {
  if (blocks.length === 0) return;
  const rows = blocks.map((block) => ({
    release_id: releaseId,
    institution: block.owner.institution,
    degree: block.owner.degree ?? '',
    content: JSON.stringify(block),
  }));
  await db.insertInto('release.own_block').values(rows).execute();
}

/** Removes the own questions of a release that was left unfinished. */
export async function deleteOwnBlocks(db: Db, releaseId: string): Promise<void> {
  await db.deleteFrom('release.own_block').where('release_id', '=', releaseId).execute();
}

/** Removes at most `limit` populations of a release with their cells. Returns how many were removed. */
export async function deletePopulations(db: Db, releaseId: string, limit: number): Promise<number> {
  const result = await db
    .deleteFrom('release.population')
    .where('release_id', '=', releaseId)
    .where('key', 'in', (keys) =>
      keys.selectFrom('release.population').select('key').where('release_id', '=', releaseId).limit(limit),
    )
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
