import { sql } from 'kysely';
import type { Db } from '../db/schema/index.ts';

/** The number of an advisory lock under which a release is written. */
const RELEASE_LOCK = 7042;

/** Lets one release be written at a time; held until the transaction ends. */
export async function lockReleases(trx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(${RELEASE_LOCK})`.execute(trx);
}

export type BuildState = 'counting' | 'protecting' | 'writing' | 'done';

/** Says how far the building of a round's release is. */
export async function upsertBuild(
  db: Db,
  row: { round_id: string; state: BuildState; percent: number; updated_at: Date },
): Promise<void> {
  await db
    .insertInto('publication.build')
    .values(row)
    .onConflict((conflict) => conflict.column('round_id').doUpdateSet(row))
    .execute();
}

/** The draft of a round, or null. */
export async function selectOptionalDraft(db: Db, roundId: string) {
  const row = await db.selectFrom('publication.draft').selectAll().where('round_id', '=', roundId).executeTakeFirst();
  return row ?? null;
}

export async function insertDraft(
  db: Db,
  row: { release_id: string; round_id: string; edition: number; head: object; preview: object; parts_hash: string },
): Promise<void> {
  const json = { head: JSON.stringify(row.head), preview: JSON.stringify(row.preview) };
  await db
    .insertInto('publication.draft')
    .values({ ...row, ...json })
    .execute();
}

/** Removes the draft of a round; what lies beside it is found by nobody then. */
export async function deleteDraft(db: Db, roundId: string): Promise<void> {
  await db.deleteFrom('publication.draft').where('round_id', '=', roundId).execute();
}

export async function insertDraftPart(
  db: Db,
  row: { release_id: string; number: number; kind: string; content: string },
): Promise<void> {
  await db.insertInto('publication.draft_part').values(row).execute();
}

/** Removes at most `limit` parts of a draft. Returns how many were removed. */
export async function deleteDraftParts(db: Db, releaseId: string, limit: number): Promise<number> {
  const result = await db
    .deleteFrom('publication.draft_part')
    .where('release_id', '=', releaseId)
    .where('number', 'in', (numbers) =>
      numbers.selectFrom('publication.draft_part').select('number').where('release_id', '=', releaseId).limit(limit),
    )
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** The next part of a draft after a number; null when there is none. */
export async function selectNextDraftPart(db: Db, releaseId: string, after: number) {
  const row = await db
    .selectFrom('publication.draft_part')
    .select(['number', 'kind', 'content'])
    .where('release_id', '=', releaseId)
    .where('number', '>', after)
    .orderBy('number')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** The contents of a draft's parts of one kind, in order. */
export async function selectDraftParts(db: Db, releaseId: string, kind: string): Promise<string[]> {
  const rows = await db
    .selectFrom('publication.draft_part')
    .select('content')
    .where('release_id', '=', releaseId)
    .where('kind', '=', kind)
    .orderBy('number')
    .execute();
  return rows.map(({ content }) => content);
}
