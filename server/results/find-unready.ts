import { asReportRole } from '../db/with-role.ts';
import type { Language } from '../engine/text.ts';
import { drawnMark } from './drawings.ts';
import { selectMarks, selectReportedDegrees } from './drawn-store.ts';
import type { ReportDeps } from './load-report.ts';
import type { OwnReportChoice } from './own-reports.ts';
import { pooledAddress } from './pooled-address.ts';
import { findUnprinted, type PrintedAs } from './print-ahead.ts';
import { nameOfBefore } from './round-before.ts';
import { printedBy } from './show-parts.ts';
import type { ReleaseHead } from './store.ts';

type FindDeps = Pick<ReportDeps, 'db' | 'reports'>;

/** `key`: of its population. `mark`: stands beside its drawings when there are all of them. */
type Report = PrintedAs & { key: string; own: OwnReportChoice | null; mark: string };
/** A report that is not ready. `languages`: those that it is not printed in. */
export type Unready = Report & { languages: readonly Language[] };

/** The reports of a release that lack a drawing or a language; `before`: how many are ready. */
export async function findUnready(
  deps: FindDeps,
  release: ReleaseHead,
): Promise<{ unready: Unready[]; before: number }> {
  const all = await reportsOf(deps, release);
  const marks = [...new Set(all.map(({ mark }) => mark))];
  const marked =
    marks.length === 0 ? [] : await asReportRole(deps.db, async (trx) => selectMarks(trx, release.id, marks));
  const drawn = new Set(marked.map(({ key, mark }) => `${key} ${mark}`));
  const unprinted = await findUnprinted(deps.db, release.id, all);
  const unready = all.flatMap((report) => {
    const languages = unprinted(report);
    return languages.length > 0 || !drawn.has(`${report.key} ${report.mark}`) ? [{ ...report, languages }] : [];
  });
  return { unready, before: all.length - unready.length };
}

/** The reports of a release: of a round and of several together, the common ones and the institutions' own. */
async function reportsOf({ db, reports }: FindDeps, { id, survey }: ReleaseHead): Promise<Report[]> {
  const report = reports.find(survey);
  if (!report) return [];
  const degrees = await asReportRole(db, async (trx) => selectReportedDegrees(trx, id));
  const names = { round: await nameOfBefore({ db }, id), pooled: await nameOfBefore({ db }, pooledAddress(id)) };
  return degrees.flatMap(({ key, institution, degree, pooled }) => {
    const isPooled = pooled !== null;
    const place = { key, releaseId: id, pooled: isPooled, institution, degree };
    const before = isPooled ? names.pooled : names.round;
    const own = reports.own(survey, institution).map((one) => ({ own: one, mark: drawnMark(one.report, one) }));
    return [{ own: null, mark: drawnMark(report) }, ...own].map((one) => ({
      ...place,
      ...one,
      variant: one.own?.code ?? '',
      printedBy: printedBy(one.own, before),
    }));
  });
}
