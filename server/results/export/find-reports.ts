import { asReportRole } from '../../db/with-role.ts';
import type { Language } from '../../engine/text.ts';
import { newestFirst } from '../list-reports.ts';
import { loadPopulations } from '../release-groups.ts';
import type { ReportDeps } from '../show-report.ts';
import { selectReleases } from '../store.ts';
import { labelIn } from '../view-model.ts';

/** The newest release of a round, or the one of that id, with its degrees in order of their codes; or null. */
export async function findReports(deps: Pick<ReportDeps, 'db'>, round: string) {
  const releases = await asReportRole(deps.db, selectReleases);
  const [release] = newestFirst(releases.filter(({ id, round_id }) => id === round || round_id === round));
  if (!release) return null;
  const degrees = (await loadPopulations(deps, release.id, ['degree'])).filter(({ split }) => split === '');
  const key = ({ institution, degree }: (typeof degrees)[number]) => `${institution} ${degree}`;
  return { release, degrees: degrees.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)) };
}

/** What a page says of the reports of an institution, or null where it has none. */
export async function describeReports(
  deps: Pick<ReportDeps, 'db' | 'surveys'>,
  { release: id, institution, language }: { release: string; institution: string; language: Language },
) {
  const found = await findReports(deps, id);
  const reports = found?.degrees.filter((degree) => degree.institution === institution).length ?? 0;
  if (!found || found.release.id !== id || reports === 0) return null;
  const { survey: name, version, invented, built_on: builtOn } = found.release;
  const survey = deps.surveys.find(name, version);
  return {
    name: survey ? labelIn(survey, 'institution', institution, language) : institution,
    reports,
    invented,
    builtOn,
  };
}
