import { sql } from 'kysely';
import type { Db } from '../db/schema/index.ts';

/** Frozen rounds with how far their releases are, those that were frozen last first. */
export async function selectBuilds(db: Db) {
  const rows = await db
    .selectFrom('survey.round as round')
    .leftJoin('publication.build as build', 'build.round_id', 'round.id')
    .leftJoin('publication.draft as draft', 'draft.round_id', 'round.id')
    .leftJoin('release.release as release', 'release.round_id', 'round.id')
    .select(['round.id', 'round.frozen_on', 'build.state', 'build.percent', 'build.updated_at'])
    .select(['draft.edition as draft_edition', 'release.published_on', 'release.built_on'])
    .select(
      sql<number>`(select count(*)::int from publication.approval as approval
        where approval.release_id = draft.release_id and approval.parts_hash = draft.parts_hash)`.as('approvals'),
    )
    .where('round.frozen_on', 'is not', null)
    .execute();
  const key = ({ frozen_on, id }: (typeof rows)[number]) => `${frozen_on} ${id}`;
  return rows
    .toSorted((a, b) => (key(a) < key(b) ? 1 : -1))
    .map(({ published_on, built_on, ...row }) => ({ ...row, published_on: published_on ?? built_on }));
}
