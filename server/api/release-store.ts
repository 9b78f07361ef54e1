import type { Db } from '../db/schema/index.ts';

// Everything here runs inside `asReportRole`: schema release only.

/** Releases that readers find, in no order. */
export async function selectShown(db: Db) {
  return db
    .selectFrom('release.release')
    .select(['id', 'round_id', 'edition', 'survey', 'version', 'period', 'invented', 'built_on'])
    .select(['published_on', 'final_from', 'tables_hash', 'manifest'])
    .execute();
}

/** Earlier editions and withdrawn releases, in no order. */
export async function selectEarlier(db: Db) {
  return db.selectFrom('release.earlier').selectAll().execute();
}

export async function selectRemarks(db: Db) {
  return db.selectFrom('release.remark').selectAll().orderBy('release_id').orderBy('number').execute();
}

/** A file as it was published (gzip), or null. */
export async function selectOptionalFile(db: Db, releaseId: string, name: string) {
  const row = await db
    .selectFrom('release.file')
    .select(['sha256', 'content'])
    .where('release_id', '=', releaseId)
    .where('name', '=', name)
    .executeTakeFirst();
  return row ?? null;
}
