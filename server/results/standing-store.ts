import { sql } from 'kysely';
import { compiledRead } from '../db/compiled-once.ts';
import type { Db } from '../db/schema/index.ts';

// Inside `asReportRole`: schema release only.

const standings = compiledRead((db) =>
  db
    .selectFrom('release.release as release')
    .leftJoin('release.earlier as first', (join) =>
      join.onRef('first.round_id', '=', 'release.round_id').on('first.edition', '=', sql.lit(1)),
    )
    .select(['release.final_from', 'release.edition'])
    // The day of the first edition, where figures of this one may stand from it.
    .select(
      sql<string | null>`case when release.manifest ? 'later' then first.head ->> 'published_on' end`.as('stands_from'),
    )
    .where('release.id', '=', ''),
);

/** What says how a release stands, or null when no reader finds it. */
export async function selectOptionalStanding(db: Db, releaseId: string) {
  return (await standings(db, [releaseId]))[0] ?? null;
}

const remarks = compiledRead((db) =>
  db.selectFrom('release.remark').select(['on_date', 'kind', 'reason']).where('release_id', '=', '').orderBy('number'),
);

/** What was said of a release, in order. */
export async function selectRemarks(db: Db, releaseId: string) {
  return remarks(db, [releaseId]);
}

const earlier = compiledRead((db) =>
  db
    .selectFrom('release.earlier as earlier')
    .leftJoin('release.release as next', 'next.round_id', 'earlier.round_id')
    .select(['earlier.kind', 'earlier.on_date', 'earlier.reason', 'next.id as successor'])
    .where('earlier.id', '=', ''),
);

/** An earlier edition or a withdrawn release, with the one that has taken its place; or null. */
export async function selectOptionalEarlier(db: Db, releaseId: string) {
  return (await earlier(db, [releaseId]))[0] ?? null;
}
