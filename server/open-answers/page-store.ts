import type { Db } from '../db/schema/index.ts';

// What the page of open answers reads, inside `asReportRole`: schema release only.

/** A release, or null. */
export async function selectOptionalRelease(db: Db, id: string) {
  const row = await db
    .selectFrom('release.release')
    .select(['id', 'survey', 'version', 'period', 'invented', 'built_on'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** The field of a degree that the release may speak of, or null. */
export async function selectOptionalFieldOf(db: Db, releaseId: string, key: string): Promise<string | null> {
  const row = await db
    .selectFrom('release.population')
    .select('field')
    .where('release_id', '=', releaseId)
    .where('key', '=', key)
    .where('level', '=', 'degree')
    .executeTakeFirst();
  return row?.field ?? null;
}

/** Whether any open answers of the release can be read. */
export async function hasOpenAnswers(db: Db, releaseId: string): Promise<boolean> {
  const row = await db
    .selectFrom('release.open_answer_edition')
    .select('edition')
    .where('release_id', '=', releaseId)
    .executeTakeFirst();
  return row !== undefined;
}

export type ReadText = Awaited<ReturnType<typeof selectPools>>[number];

/** The texts of some groups in the edition that is read, in their drawn order. */
export async function selectPools(db: Db, releaseId: string, groups: readonly string[]) {
  return db
    .selectFrom('release.open_answer as text')
    .innerJoin('release.open_answer_edition as current', (join) =>
      join.onRef('current.release_id', '=', 'text.release_id').onRef('current.edition', '=', 'text.edition'),
    )
    .select(['text.population_key', 'text.item', 'text.place', 'text.body', 'text.themes'])
    .where('text.release_id', '=', releaseId)
    .where('text.population_key', 'in', groups)
    .orderBy('text.place')
    .execute();
}
