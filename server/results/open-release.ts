import type { ReportDefinition } from '../../reports/report-definition.ts';
import type { Reports } from '../../reports/index.ts';
import { asReportRole } from '../db/with-role.ts';
import type { Deps } from '../deps.ts';
import { withoutPerson } from '../engine/fill-texts.ts';
import type { Survey } from '../engine/survey.ts';
import { selectOptionalRelease, type ReleaseHead } from './store.ts';

/** A release with its survey (texts for anybody) and the report on it; null where there is no such release. */
export async function openRelease(
  deps: Pick<Deps, 'db' | 'surveys'> & { reports: Reports },
  id: string,
): Promise<{ release: ReleaseHead; survey: Survey; report: ReportDefinition } | null> {
  const release = await asReportRole(deps.db, async (trx) => selectOptionalRelease(trx, id));
  if (!release) return null;
  const survey = deps.surveys.find(release.survey, release.version);
  const report = deps.reports.find(release.survey);
  if (!survey || !report) throw new Error(`no report on ${release.survey}, version ${release.version}`);
  return { release, survey: withoutPerson(survey), report };
}
