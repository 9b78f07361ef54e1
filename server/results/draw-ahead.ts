import { setTimeout } from 'node:timers/promises';
import { asReportRole } from '../db/with-role.ts';
import type { Deps } from '../deps.ts';
import { kindOf } from '../error-kind.ts';
import { withAllDrawings } from './draw-missing.ts';
import type { Drawer } from './drawer.ts';
import { drawnMark } from './drawings.ts';
import { selectMarks, selectReportedDegrees } from './drawn-store.ts';
import { makeKeptGroups } from './kept-groups.ts';
import { loadReport, type ReportDeps } from './load-report.ts';
import { pooledAddress } from './pooled-address.ts';
import { insertDrawings, type ReleaseHead } from './store.ts';

/** Where so many reports cannot be drawn, the next could not either. */
const MOST_FAILURES = 3;
/** What the database says of a row whose release has gone. */
const FOREIGN_KEY_VIOLATION = '23503';
/** Between two reports, so that whoever answers or reads goes first. */
const PAUSE_MS = 20;

export type AheadDeps = Pick<ReportDeps, 'db' | 'surveys' | 'reports'> & Pick<Deps, 'log'> & { drawer: Drawer };

export type AheadRequest = {
  release: ReleaseHead;
  /** Asked before each report: whether to leave the rest for another time. */
  isStopped?: () => boolean;
  /** After each report, and once before the first. */
  progress?: (done: number, all: number) => void;
};

/** `drawn` now; `before`: had all their drawings already; `failed`: could not be drawn. `isWhole`: whether each was tried. */
export type AheadOutcome = { drawn: number; before: number; failed: number; isWhole: boolean };

/**
 * Draws the charts of all reports of a release that nobody has drawn yet, so that no reader waits for them. What was
 * drawn stays when it is stopped. Another service that does the same at the same time draws the same, once more.
 */
export async function drawAhead(deps: AheadDeps, request: AheadRequest): Promise<AheadOutcome> {
  const { release, isStopped = () => false, progress = () => undefined } = request;
  const { undrawn, before } = await findUndrawn(deps, release);
  const shown = { ...deps, kept: makeKeptGroups(1), draw: deps.drawer.ask };
  const counts = { drawn: 0, before, failed: 0 };
  if (undrawn.length > 0) progress(before, before + undrawn.length);
  for (const [index, report] of undrawn.entries()) {
    if (isStopped()) return { ...counts, isWhole: false };
    try {
      if (await drawReport(shown, release, report)) counts.drawn += 1;
    } catch (error) {
      if (isStopped()) return { ...counts, isWhole: false };
      if (!isGone(error)) counts.failed += 1;
      if (counts.failed === MOST_FAILURES) {
        deps.log.error(`Charts of ${release.id} are left to the first readers of its reports: ${kindOf(error)}`);
        return { ...counts, isWhole: false };
      }
    }
    progress(before + index + 1, before + undrawn.length);
    await setTimeout(PAUSE_MS);
  }
  return { ...counts, isWhole: true };
}

type Undrawn = { key: string; address: string; institution: string; degree: string; variant: string; mark: string };

async function findUndrawn(
  { db, reports }: Pick<AheadDeps, 'db' | 'reports'>,
  { id, survey }: ReleaseHead,
): Promise<{ undrawn: Undrawn[]; before: number }> {
  const report = reports.find(survey);
  if (!report) return { undrawn: [], before: 0 };
  const common = { variant: '', mark: drawnMark(report) };
  const degrees = await asReportRole(db, async (trx) => selectReportedDegrees(trx, id));
  const all = degrees.flatMap(({ key, institution, degree, pooled }) => {
    const address = pooled === null ? id : pooledAddress(id);
    const own = reports
      .own(survey, institution)
      .map((one) => ({ variant: one.code, mark: drawnMark(one.report, one) }));
    return [common, ...own].map((variant) => ({ key, address, institution, degree, ...variant }));
  });
  const marks = [...new Set(all.map(({ mark }) => mark))];
  const marked = marks.length === 0 ? [] : await asReportRole(db, async (trx) => selectMarks(trx, id, marks));
  const drawn = new Set(marked.map(({ key, mark }) => `${key} ${mark}`));
  const undrawn = all.filter(({ key, mark }) => !drawn.has(`${key} ${mark}`));
  return { undrawn, before: all.length - undrawn.length };
}

/** Drawings hold no words: those of one language are those of all. Returns false where the report has gone meanwhile. */
async function drawReport(
  deps: ReportDeps & { draw: Drawer['ask'] },
  { id }: ReleaseHead,
  { key, address, institution, degree, variant, mark }: Undrawn,
): Promise<boolean> {
  const loaded = await loadReport(deps, { release: address, institution, degree, language: 'fi', variant });
  if (loaded.kind !== 'loaded') return false;
  await withAllDrawings(deps, loaded.view, loaded.place);
  await insertDrawings(deps.db, id, key, new Map([[mark, '']]));
  return true;
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === FOREIGN_KEY_VIOLATION;
}
