import { sql } from 'kysely';
import { compiledRead } from '../db/compiled-once.ts';
import type { Db } from '../db/schema/index.ts';
import { readAddress } from './pooled-address.ts';
import { selectOptionalPooled } from './pooled-store.ts';
import { ownBlockSchema, OWN_PREFIX, type OwnBlock } from '../engine/own-block.ts';

export { keyIn } from './pooled-address.ts';

// Everything here but `insertDrawings` and `selectNextClosing` runs inside `asReportRole`, which can read
// schema release only.

export type ReleaseHead = Omit<Awaited<ReturnType<typeof selectReleases>>[number], 'round_id' | 'tables_hash'> & {
  /** Years of several rounds together, where an address asks for them: then `period` says them as well. */
  pooled?: string;
};

const releases = compiledRead((db) =>
  db
    .selectFrom('release.release')
    .select(['id', 'survey', 'version', 'period', 'invented', 'built_on', 'round_id', 'tables_hash']),
);

/** All releases, in no order: the database's collation must not decide one. */
export async function selectReleases(db: Db) {
  return releases(db, []);
}

const releaseById = compiledRead((db) =>
  db
    .selectFrom('release.release')
    .select(['id', 'survey', 'version', 'period', 'invented', 'built_on'])
    .where('id', '=', ''),
);

/** The release that an address names, or its several rounds together; null where there is none. */
export async function selectOptionalRelease(db: Db, address: string): Promise<ReleaseHead | null> {
  const { release, isPooled } = readAddress(address);
  const [row] = await releaseById(db, [release]);
  if (!row || !isPooled) return row ?? null;
  const pooled = await selectOptionalPooled(db, release);
  return pooled === null ? null : { ...row, period: pooled, pooled };
}

/** Populations of some levels, with their divisions by background. */
export async function selectPopulations(db: Db, releaseId: string, levels: readonly string[]) {
  return db
    .selectFrom('release.population')
    .select(POPULATION)
    .where('release_id', '=', releaseId)
    .where('level', 'in', levels)
    .where('pooled', 'is', null)
    .execute();
}

const POPULATION = [
  'key',
  'level',
  'institution',
  'field',
  'degree',
  'split',
  'split_value',
  'target',
  'respondents',
  'as_of',
] as const;
export type PopulationRow = Awaited<ReturnType<typeof selectPopulations>>[number];

/** A degree's respondents and graduates by background, as far as the release has them. */
export async function selectParts(db: Db, releaseId: string, { institution, degree }: DegreePlace) {
  return db
    .selectFrom('release.population')
    .select(POPULATION)
    .where('release_id', '=', releaseId)
    .where('level', '=', 'degree')
    .where('institution', '=', institution)
    .where('degree', '=', degree)
    .where('split', '!=', '')
    .where('pooled', 'is', null)
    .execute();
}
type DegreePlace = { institution: string; degree: string };

/** The parts by background of the nation, a field and an institution. */
export async function selectDivisions(
  db: Db,
  releaseId: string,
  { institution, field }: { institution: string; field: string },
) {
  return db
    .selectFrom('release.population')
    .select(POPULATION)
    .where('release_id', '=', releaseId)
    .where('split', '!=', '')
    .where((on) =>
      on.or([
        on('level', '=', 'nation'),
        on.and([on('level', '=', 'field'), on('field', '=', field)]),
        on.and([on('level', '=', 'institution'), on('institution', '=', institution)]),
      ]),
    )
    .execute();
}

/** Some cells of some populations. */
export async function selectCells(
  db: Db,
  releaseId: string,
  { keys, items }: { keys: readonly string[]; items: readonly string[] },
) {
  if (keys.length === 0 || items.length === 0) return [];
  return db
    .selectFrom('release.cell')
    .select(['population_key', 'cell'])
    .where('release_id', '=', releaseId)
    .where('population_key', 'in', keys)
    .where('item', 'in', items)
    .execute();
}
export type CellRow = Awaited<ReturnType<typeof selectCells>>[number];

/** When the next round closes that is open or still to come; null without one. */
export async function selectNextClosing(db: Db, now: Date): Promise<Date | null> {
  const row = await db
    .selectFrom('survey.round')
    .select('closes_at')
    .where('closes_at', '>', now)
    .orderBy('closes_at')
    .limit(1)
    .executeTakeFirst();
  return row?.closes_at ?? null;
}

export type GroupRow = Awaited<ReturnType<typeof selectGroups>>[number];

/**
 * A degree, its field and the nation, with all their cells: one row a cell, and a row without a cell
 * for a population that has none, or is one of `known`, whose cells are at hand. The institution comes
 * with the cells of own questions alone. Nothing when the degree is not in the release.
 */
export async function selectGroups(db: Db, releaseId: string, degreeKey: string, known: readonly string[] = []) {
  return db
    .selectFrom('release.population as own')
    .innerJoin('release.population as shown', (join) =>
      join
        .onRef('shown.release_id', '=', 'own.release_id')
        .on('shown.split', '=', '')
        // Beside several rounds together their own field and nation.
        .on(sql<boolean>`shown.pooled is not distinct from own.pooled`)
        .on((on) =>
          on.or([
            on('shown.key', '=', on.ref('own.key')),
            on('shown.level', '=', 'nation'),
            on.and([on('shown.level', '=', 'field'), on('shown.field', '=', on.ref('own.field'))]),
            on.and([on('shown.level', '=', 'institution'), on('shown.institution', '=', on.ref('own.institution'))]),
          ]),
        ),
    )
    .leftJoin('release.cell as cell', (join) =>
      join
        .onRef('cell.release_id', '=', 'shown.release_id')
        .onRef('cell.population_key', '=', 'shown.key')
        .on(sql<boolean>`shown.key <> all(${known}::text[])`)
        .on((on) =>
          on.or([on('shown.level', '!=', 'institution'), sql<boolean>`starts_with(cell.item, ${OWN_PREFIX})`]),
        ),
    )
    .select([
      'shown.key',
      'shown.level',
      'shown.institution',
      'shown.field',
      'shown.degree',
      'shown.target',
      'shown.respondents',
      'shown.as_of',
      'cell.cell',
    ])
    .where('own.release_id', '=', releaseId)
    .where('own.key', '=', degreeKey)
    .where('own.level', '=', 'degree')
    .execute();
}

export type QuestionRow = Awaited<ReturnType<typeof selectQuestion>>[number];

/**
 * Cells of one question, by their ids, in each group that a degree belongs to: field, nation,
 * and the same degree at all institutions. One row a cell, and a row without one for a
 * group that shows none. Nothing when the degree is not in the release.
 */
export async function selectQuestion(
  db: Db,
  { releaseId, degreeKey, items }: { releaseId: string; degreeKey: string; items: readonly string[] },
) {
  return db
    .selectFrom('release.population as own')
    .innerJoin('release.population as shown', (join) =>
      join
        .onRef('shown.release_id', '=', 'own.release_id')
        .on('shown.split', '=', '')
        // Beside several rounds together their own field and nation.
        .on(sql<boolean>`shown.pooled is not distinct from own.pooled`)
        .on((on) =>
          on.or([
            on('shown.key', '=', on.ref('own.key')),
            on('shown.level', '=', 'nation'),
            on.and([on('shown.level', '=', 'field'), on('shown.field', '=', on.ref('own.field'))]),
            on.and([on('shown.level', '=', 'degree_national'), on('shown.degree', '=', on.ref('own.degree'))]),
          ]),
        ),
    )
    .leftJoin('release.cell as cell', (join) =>
      join
        .onRef('cell.release_id', '=', 'shown.release_id')
        .onRef('cell.population_key', '=', 'shown.key')
        .on('cell.item', 'in', items),
    )
    .select([
      'shown.key',
      'shown.level',
      'shown.institution',
      'shown.field',
      'shown.degree',
      'shown.target',
      'shown.respondents',
      'shown.as_of',
      'cell.cell',
    ])
    .where('own.release_id', '=', releaseId)
    .where('own.key', '=', degreeKey)
    .where('own.level', '=', 'degree')
    .execute();
}

/** The own questions that a release has figures of: the institution's, then the degree's. */
export async function selectOwnBlocks(
  db: Db,
  releaseId: string,
  { institution, degree }: { institution: string; degree: string },
): Promise<OwnBlock[]> {
  const rows = await db
    .selectFrom('release.own_block')
    .select('content')
    .where('release_id', '=', releaseId)
    .where('institution', '=', institution)
    .where('degree', 'in', ['', degree])
    .orderBy('degree')
    .execute();
  return rows.map(({ content }) => ownBlockSchema.parse(content));
}

/** The language of drawings: they hold no words ("no linguistic content" of ISO 639-2). */
export const NO_LANGUAGE = 'zxx';

/** Drawings of a population's charts that were made before, by name. */
export async function selectDrawings(db: Db, releaseId: string, populationKey: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('release.chart')
    .select(['chart', 'svg'])
    .where('release_id', '=', releaseId)
    .where('population_key', '=', populationKey)
    .where('language', '=', NO_LANGUAGE)
    .execute();
  return new Map(rows.map(({ chart, svg }) => [chart, svg]));
}

/** Keeps drawings. Two first readers at once draw the same; the second one's are left out. */
export async function insertDrawings(
  db: Db,
  releaseId: string,
  populationKey: string,
  drawings: ReadonlyMap<string, string>,
): Promise<void> {
  if (drawings.size === 0) return;
  const rows = [...drawings].map(([chart, svg]) => ({
    release_id: releaseId,
    population_key: populationKey,
    chart,
    language: NO_LANGUAGE,
    svg,
  }));
  await db
    .insertInto('release.chart')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
