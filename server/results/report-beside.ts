import type { ReportDefinition } from '../../reports/report-definition.ts';
import { asReportRole } from '../db/with-role.ts';
import type { Deps } from '../deps.ts';
import type { SafeCell, SafePopulation } from '../disclosure/safe-table.ts';
import type { Survey } from '../engine/survey.ts';
import { comparedLines } from './compared-lines.ts';
import { toPopulation } from './release-groups.ts';
import { loadBefore } from './round-before.ts';
import { selectParts, type ReleaseHead } from './store.ts';

/** What stands beside a degree's own figures on its report. */
export type Beside = {
  /** The degree's own cells of the round before; null without such a round. */
  before: ReadonlyMap<string, SafeCell> | null;
  /** Its respondents and graduates by background. */
  parts: readonly SafePopulation[];
};

/** Loads what a report says besides the figures of its release's groups. */
export async function loadBeside(
  deps: Pick<Deps, 'db'>,
  { release, survey, report }: { release: ReleaseHead; survey: Survey; report: ReportDefinition },
  place: { institution: string; degree: string },
): Promise<Beside> {
  const key = `degree/${place.institution}/${place.degree}`;
  const lines = comparedLines({ survey, language: 'en' }, report);
  const before = await loadBefore(deps, { release, keys: [key], lines });
  const rows = await asReportRole(deps.db, async (trx) => selectParts(trx, release.id, place));
  return { before: before?.cellsOf(key) ?? null, parts: rows.map(toPopulation) };
}
