import { sql } from 'kysely';
import type { Db } from '../db/schema/index.ts';

export type PublishedRound = Awaited<ReturnType<typeof selectPublishedRounds>>[number];

/**
 * Other rounds of the same survey of which a release was ever published, with what its first edition says of
 * itself; `isShown`: whether readers find a release of it today.
 */
export async function selectPublishedRounds(db: Db, roundId: string) {
  const { rows } = await sql<{
    round_id: string;
    version: number;
    period: string;
    manifest: Record<string, unknown>;
    isShown: boolean;
  }>`
    with published as (
      select round_id, survey, version, period, invented, manifest, edition from release.release
      union all
      select round_id, head ->> 'survey', (head ->> 'version')::int, head ->> 'period',
        (head ->> 'invented')::boolean, head -> 'manifest', edition from release.earlier)
    select published.round_id, published.version, published.period, published.manifest,
      exists (select 1 from release.release as shown where shown.round_id = published.round_id) as "isShown"
    from published
    join survey.round as own on own.id = ${roundId}
    where published.round_id <> own.id and published.edition = 1
      and published.survey = own.survey and published.invented = coalesce(own.invented, false)
      and exists (select 1 from survey.round as kept where kept.id = published.round_id)`.execute(db);
  return rows;
}

/** The populations of a release, groups that are shown together only aside. */
export async function selectToldPopulations(db: Db, releaseId: string) {
  return db
    .selectFrom('release.population')
    .select(['key', 'respondents', 'split'])
    .where('release_id', '=', releaseId)
    .where('level', '!=', 'others')
    .execute();
}

/** How the cells of a population are shown. */
export async function selectToldCells(db: Db, releaseId: string, key: string) {
  const { rows } = await sql<{ item: string; status: string }>`
    select item, cell ->> 'status' as status from release.cell
    where release_id = ${releaseId} and population_key = ${key}`.execute(db);
  return rows;
}

/** What the first edition of a round's release says of itself; null where none was ever published. */
export async function selectOptionalFirstManifest(db: Db, roundId: string): Promise<Record<string, unknown> | null> {
  const { rows } = await sql<{ manifest: Record<string, unknown> }>`
    select manifest from release.release where round_id = ${roundId} and edition = 1
    union all
    select head -> 'manifest' from release.earlier where round_id = ${roundId} and edition = 1`.execute(db);
  return rows[0]?.manifest ?? null;
}
