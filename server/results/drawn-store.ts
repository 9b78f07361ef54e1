import type { Db } from '../db/schema/index.ts';
import { NO_LANGUAGE } from './store.ts';

// Which reports have all their drawings. Runs inside `asReportRole`.

/** Degrees whose report a release shows: in its own round, and in several rounds together. */
export async function selectReportedDegrees(db: Db, releaseId: string) {
  return db
    .selectFrom('release.population')
    .select(['key', 'institution', 'degree', 'pooled'])
    .where('release_id', '=', releaseId)
    .where('level', '=', 'degree')
    .where('split', '=', '')
    .execute();
}

/** Which of these marks stand beside the drawings of which populations. */
export async function selectMarks(db: Db, releaseId: string, marks: readonly string[]) {
  return db
    .selectFrom('release.chart')
    .select(['population_key as key', 'chart as mark'])
    .where('release_id', '=', releaseId)
    .where('language', '=', NO_LANGUAGE)
    .where('chart', 'in', marks)
    .execute();
}
