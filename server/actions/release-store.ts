import { compiledRead } from '../db/compiled-once.ts';
import type { Db } from '../db/schema/index.ts';

// What the action log reads of results, inside `asReportRole`: schema release only.

export type ReleaseRow = Awaited<ReturnType<typeof selectReleases>>[number];

const releases = compiledRead((db) =>
  db.selectFrom('release.release').select(['id', 'survey', 'version', 'period', 'invented', 'built_on']),
);

/** All releases, in no order. */
export async function selectReleases(db: Db) {
  return releases(db, []);
}

/** Cells of some items of a degree in every release that shows it. */
export async function selectCells(
  db: Db,
  { institution, degree, items }: { institution: string; degree: string; items: readonly string[] },
) {
  if (items.length === 0) return [];
  return db
    .selectFrom('release.cell')
    .select(['release_id', 'item', 'cell'])
    .where('population_key', '=', `degree/${institution}/${degree}`)
    .where('item', 'in', items)
    .execute();
}
