import { sql } from 'kysely';
import { compiledRead } from '../db/compiled-once.ts';
import type { Db } from '../db/schema/index.ts';

// What pages read of several rounds together, inside `asReportRole`.

const yearsTogether = (db: Db) =>
  db
    .selectFrom('release.population')
    .select('pooled')
    .where('release_id', '=', '')
    .where('pooled', 'is not', null)
    .limit(sql.lit(1));
const ofRelease = compiledRead(yearsTogether);
const ofDegree = compiledRead((db) => yearsTogether(db).where(sql<boolean>`key = ${''}::text || pooled`));

/** The years that a release shows together, or null; those of one degree where its key is given. */
export async function selectOptionalPooled(db: Db, releaseId: string, degreeKey?: string): Promise<string | null> {
  const rows = degreeKey === undefined ? ofRelease(db, [releaseId]) : ofDegree(db, [releaseId, `${degreeKey}~`]);
  return (await rows)[0]?.pooled ?? null;
}

const populationKeys = compiledRead((db) =>
  db
    .selectFrom('release.population')
    .select('key')
    .where('release_id', '=', '')
    .where('key', '=', sql<string>`any(${[]}::text[])`),
);

/** Those of these populations that a release shows. */
export async function selectPopulationKeys(db: Db, releaseId: string, keys: readonly string[]): Promise<string[]> {
  const rows = await populationKeys(db, [releaseId, keys]);
  return rows.map(({ key }) => key);
}

/** Degrees that a release shows in several rounds together and not in its own round. */
export async function selectPooledDegrees(db: Db, releaseId: string) {
  return db
    .selectFrom('release.population as own')
    .select(['own.key', 'own.level', 'own.institution', 'own.field', 'own.degree', 'own.split', 'own.split_value'])
    .select(['own.target', 'own.respondents', 'own.as_of', 'own.pooled'])
    .where('own.release_id', '=', releaseId)
    .where('own.level', '=', 'degree')
    .where('own.pooled', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('release.population as alone')
            .select('alone.key')
            .whereRef('alone.release_id', '=', 'own.release_id')
            .where(sql<boolean>`alone.key = split_part(own.key, '~', 1)`),
        ),
      ),
    )
    .execute();
}

/** A degree and its field in the several rounds together of a release. */
export async function selectPooledPopulations(
  db: Db,
  releaseId: string,
  { institution, degree }: { institution: string; degree: string },
) {
  return db
    .selectFrom('release.population as own')
    .innerJoin('release.population as shown', (join) =>
      join
        .onRef('shown.release_id', '=', 'own.release_id')
        .onRef('shown.pooled', '=', 'own.pooled')
        .on((on) =>
          on.or([
            on('shown.key', '=', on.ref('own.key')),
            on.and([on('shown.level', '=', 'field'), on('shown.field', '=', on.ref('own.field'))]),
          ]),
        ),
    )
    .select(['shown.key', 'shown.level', 'shown.institution', 'shown.field', 'shown.degree', 'shown.split'])
    .select(['shown.split_value', 'shown.target', 'shown.respondents', 'shown.pooled', 'shown.as_of'])
    .where('own.release_id', '=', releaseId)
    .where('own.level', '=', 'degree')
    .where('own.institution', '=', institution)
    .where('own.degree', '=', degree)
    .where('own.pooled', 'is not', null)
    .execute();
}
