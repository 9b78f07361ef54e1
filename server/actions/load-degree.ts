import { loadMaps } from '../../survey-definitions/comparability.ts';
import { relationOf } from '../comparability/relation-of.ts';
import { asReportRole } from '../db/with-role.ts';
import type { Deps } from '../deps.ts';
import { safeCellSchema } from '../disclosure/safe-cell-schema.ts';
import type { SafeCell } from '../disclosure/safe-table.ts';
import { findCode, type Survey } from '../engine/survey.ts';
import { registerList } from '../engine/register-lists.ts';
import { selectCells, selectReleases, type ReleaseRow } from './release-store.ts';
import { selectOpenings } from './store.ts';

export type DegreeCodes = { institution: string; degree: string };
export type KnownRelease = ReleaseRow & { survey: string; definition: Survey; year: number | null };

/** A degree of an institution, with the results that its entries may speak of. */
export type DegreeFacts = DegreeCodes & {
  /** The newest version that knows the degree. */
  survey: Survey;
  level: string;
  /** Releases of its survey, oldest first. */
  releases: readonly KnownRelease[];
  /** Years from graduation to the round. */
  lag: number;
  cellOf: (release: string, item: string) => SafeCell | undefined;
  /** Whether the figures of an item in two releases may be set beside each other as one series. */
  isOneSeries: (item: string, before: KnownRelease, after: KnownRelease) => boolean;
};

const USUAL_LAG = 5;
let maps: ReturnType<typeof loadMaps> | undefined;

/** What is known of a degree, or null when no survey has such a degree at such an institution. */
export async function loadDegree(
  deps: Pick<Deps, 'db' | 'surveys'>,
  { institution, degree, items }: DegreeCodes & { items: readonly string[] },
): Promise<DegreeFacts | null> {
  const { rows, cells } = await asReportRole(deps.db, async (trx) => ({
    rows: await selectReleases(trx),
    cells: await selectCells(trx, { institution, degree, items }),
  }));
  const known = deps.surveys.all.map(({ survey }) => survey).filter((survey) => knows(survey, { institution, degree }));
  const openings = await selectOpenings(deps.db);
  const releases = rows
    .flatMap((row) => {
      const definition = deps.surveys.find(row.survey, row.version);
      const isOfDegree = known.some((survey) => survey.definition.survey === row.survey);
      return definition && isOfDegree
        ? [{ ...row, definition, year: openings.get(row.id)?.getUTCFullYear() ?? null }]
        : [];
    })
    .toSorted((a, b) => (`${a.built_on} ${a.id}` < `${b.built_on} ${b.id}` ? -1 : 1));
  const survey = releases.at(-1)?.definition ?? known.at(-1);
  if (!survey) return null;
  const byPlace = new Map(
    cells.map(({ release_id, item, cell }) => [`${release_id} ${item}`, safeCellSchema.parse(cell)]),
  );
  return {
    institution,
    degree,
    survey,
    level: findCode(registerList(survey, 'degree'), degree)?.level ?? '',
    releases: releases.filter((release) => release.survey === survey.definition.survey),
    lag: lagOf(releases.at(-1)),
    cellOf: (release, item) => byPlace.get(`${release} ${item}`),
    isOneSeries,
  };
}

function knows(survey: Survey, { institution, degree }: DegreeCodes): boolean {
  return (
    findCode(registerList(survey, 'institution'), institution) !== undefined &&
    findCode(registerList(survey, 'degree'), degree) !== undefined
  );
}

function lagOf(release: KnownRelease | undefined): number {
  const years = release?.period.match(/\d{4}/g)?.map(Number) ?? [];
  const last = Math.max(...years);
  return release?.year && years.length > 0 && release.year > last ? release.year - last : USUAL_LAG;
}

function isOneSeries(item: string, before: KnownRelease, after: KnownRelease): boolean {
  if (before.version === after.version) return true;
  maps ??= loadMaps();
  const ofSurvey = maps.map(({ map }) => map).filter(({ survey }) => survey === after.survey);
  return relationOf(ofSurvey, { version: before.version, item }, { version: after.version, item }).kind === 'continues';
}
