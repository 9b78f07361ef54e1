import { asReportRole } from '../db/with-role.ts';
import type { Deps } from '../deps.ts';
import { withoutPerson } from '../engine/fill-texts.ts';
import type { Language } from '../engine/text.ts';
import { nothingKept, type KeptGroups } from './kept-groups.ts';
import { variantOf, type AllReports, type OwnReportChoice } from './own-reports.ts';
import { loadBeside } from './report-beside.ts';
import { toShownGroups } from './shown-groups.ts';
import { keyIn, selectDrawings, selectGroups, selectOptionalRelease, selectOwnBlocks } from './store.ts';
import { shownQuestions } from './question-view-model.ts';
import { toReportView, type ReportView } from './view-model.ts';

export type ReportRequest = {
  release: string;
  institution: string;
  degree: string;
  language: Language;
  /** The group that highlights are compared with, as an address has it: anything. Default: the field. */
  compare?: string;
  /** Code of a report that the institution has of its own; '' or one that it does not have: the common one. */
  variant?: string;
};

/** `kept`: where many reports are shown, what stands beside all of them. */
export type ReportDeps = Pick<Deps, 'db' | 'surveys'> & { reports: AllReports; kept?: KeptGroups };

/**
 * `not-shown` is one outcome for a degree that is hidden, one nobody answered for and one that does
 * not exist: nobody learns which.
 */
export type NoReport = { kind: 'not-shown' } | { kind: 'unknown-release' };

/** What is known of a report beside what it shows. */
export type AboutReport = {
  /** Codes of the questions that have a page of their own. */
  questions: ReadonlySet<string>;
  /** Reports that the institution has of its own. */
  variants: readonly OwnReportChoice[];
  /** Whether `compare` is no group to compare with. */
  isRefused: boolean;
};

export type LoadedReport = AboutReport & {
  kind: 'loaded';
  view: ReportView;
  place: { releaseId: string; key: string; drawings: ReadonlyMap<string, string> };
};

/** A report in words and charts that are not drawn, and the drawings that were made of it before. */
export async function loadReport(
  deps: ReportDeps,
  { release: releaseId, institution, degree, language, compare = '', variant }: ReportRequest,
): Promise<LoadedReport | NoReport> {
  const kept = (deps.kept ?? nothingKept).of(releaseId);
  const found = await asReportRole(deps.db, async (trx) => {
    const release = await selectOptionalRelease(trx, releaseId);
    if (!release) return null;
    const key = keyIn(release, `degree/${institution}/${degree}`);
    const [rows, drawings, ownBlocks] = await Promise.all([
      selectGroups(trx, release.id, key, [...kept.keys()]),
      selectDrawings(trx, release.id, key),
      release.pooled === undefined ? selectOwnBlocks(trx, release.id, { institution, degree }) : [],
    ]);
    return { release, key, rows, ownBlocks, drawings };
  });
  if (!found) return { kind: 'unknown-release' };
  const { release, key, rows, ownBlocks, drawings } = found;
  const survey = deps.surveys.find(release.survey, release.version);
  const report = deps.reports.find(release.survey);
  if (!survey || !report) throw new Error(`no report on ${release.survey}, version ${release.version}`);
  const groups = toShownGroups(rows, kept);
  if (!groups.own) return { kind: 'not-shown' };
  deps.kept?.keep(releaseId, groups);

  const variants = deps.reports.own(release.survey, institution);
  const own = variants.find(({ code }) => code === variant);
  const shownReport = own?.report ?? report;
  const place = { institution, field: groups.own.population.field, degree, compare };
  const beside = await loadBeside(deps, { release, survey, report: shownReport }, place);
  const { before, parts, divided, compared, isRefused } = beside;
  const facts = {
    release,
    survey: withoutPerson(survey),
    report: shownReport,
    groups: { ...groups, before, ...(compared ? { compared } : {}) },
    parts,
    divided,
    ownBlocks,
    language,
  };
  const view = { ...toReportView(facts), ...variantOf(own, language) };
  const questions = new Set(shownQuestions(survey, report));
  return { kind: 'loaded', view, place: { releaseId: release.id, key, drawings }, questions, variants, isRefused };
}
