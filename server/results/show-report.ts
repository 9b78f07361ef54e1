import type { Reports } from '../../reports/index.ts';
import { asReportRole } from '../db/with-role.ts';
import type { Deps } from '../deps.ts';
import { withoutPerson } from '../engine/fill-texts.ts';
import type { Language } from '../engine/text.ts';
import { drawMissing } from './draw-missing.ts';
import { loadBeside } from './report-beside.ts';
import { toShownGroups } from './shown-groups.ts';
import { selectDrawings, selectGroups, selectOptionalRelease, selectOwnBlocks } from './store.ts';
import { withDrawings, type PrintedReport } from './drawings.ts';
import { shownQuestions } from './question-view-model.ts';
import { toReportView } from './view-model.ts';

export type ReportRequest = {
  release: string;
  institution: string;
  degree: string;
  language: Language;
  /** The group that highlights are compared with, as an address has it: anything. Default: the field. */
  compare?: string;
};

/**
 * `not-shown` is one outcome for a degree that is hidden, one nobody answered for and one that does
 * not exist: nobody learns which.
 */
export type ReportOutcome =
  /** `questions`: codes of the questions that have a page of their own. `isRefused`: `compare` is no group to compare with. */
  | { kind: 'report'; report: PrintedReport; questions: ReadonlySet<string>; isRefused: boolean }
  | { kind: 'not-shown' }
  | { kind: 'unknown-release' };

/** The report of one degree: what a release has of it, and its drawings, made on the first request. */
export async function showReport(
  deps: Pick<Deps, 'db' | 'surveys'> & { reports: Reports },
  { release: releaseId, institution, degree, language, compare = '' }: ReportRequest,
): Promise<ReportOutcome> {
  const key = `degree/${institution}/${degree}`;
  const { release, rows, ownBlocks, drawings } = await asReportRole(deps.db, async (trx) => ({
    release: await selectOptionalRelease(trx, releaseId),
    rows: await selectGroups(trx, releaseId, key),
    ownBlocks: await selectOwnBlocks(trx, releaseId, { institution, degree }),
    drawings: await selectDrawings(trx, releaseId, key),
  }));
  if (!release) return { kind: 'unknown-release' };
  const survey = deps.surveys.find(release.survey, release.version);
  const report = deps.reports.find(release.survey);
  if (!survey || !report) throw new Error(`no report on ${release.survey}, version ${release.version}`);
  const groups = toShownGroups(rows);
  if (!groups.own) return { kind: 'not-shown' };

  const place = { institution, degree, compare };
  const { before, parts, compared, isRefused } = await loadBeside(deps, { release, survey, report }, place);
  const shown = { ...groups, before, ...(compared ? { compared } : {}) };
  const view = toReportView({
    release,
    survey: withoutPerson(survey),
    report,
    groups: shown,
    parts,
    ownBlocks,
    language,
  });
  const svgs = await drawMissing(deps, view, { release: releaseId, key, drawings });
  const questions = new Set(shownQuestions(survey, report));
  return { kind: 'report', report: withDrawings(view, svgs), questions, isRefused };
}
