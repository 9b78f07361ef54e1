import { setTimeout } from 'node:timers/promises';
import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { kindOf } from '../error-kind.ts';
import { withAllDrawings } from './draw-missing.ts';
import type { Drawer } from './drawer.ts';
import { findUnready, type Unready } from './find-unready.ts';
import { makeKeptGroups } from './kept-groups.ts';
import { loadReport, type ReportDeps } from './load-report.ts';
import { pooledAddress } from './pooled-address.ts';
import { keepPrinted } from './print-ahead.ts';
import { insertDrawings, type ReleaseHead } from './store.ts';

/** Where so many reports cannot be drawn, the next could not either. */
const MOST_FAILURES = 3;
/** What the database says of a row whose release has gone. */
const FOREIGN_KEY_VIOLATION = '23503';
/** Between two pieces of work, so that whoever answers or reads goes first. */
const PAUSE_MS = 20;
/** Where only charts are missing, any language does. */
const ONE: readonly Language[] = ['fi'];

export type AheadDeps = Pick<ReportDeps, 'db' | 'surveys' | 'reports'> & Pick<Deps, 'log'> & { drawer: Drawer };

export type AheadRequest = {
  release: ReleaseHead;
  /** Asked before each report: whether to leave the rest for another time. */
  isStopped?: () => boolean;
  /** After each report, and once before the first. */
  progress?: (done: number, all: number) => void;
};

/** `drawn` and printed now; `before`: were ready; `failed`: could not be drawn. `isWhole`: whether each was tried. */
export type AheadOutcome = { drawn: number; before: number; failed: number; isWhole: boolean };

/**
 * Makes all reports of a release ready that are not, so that no reader waits: draws their charts, and prints their
 * figures in each language. What was made stays when it is stopped. Another service that does the same at the same
 * time makes the same, once more.
 */
export async function drawAhead(deps: AheadDeps, request: AheadRequest): Promise<AheadOutcome> {
  const { release, isStopped = () => false, progress = () => undefined } = request;
  const { unready, before } = await findUnready(deps, release);
  const shown = { ...deps, kept: makeKeptGroups(1), draw: deps.drawer.ask };
  const counts = { drawn: 0, before, failed: 0 };
  if (unready.length > 0) progress(before, before + unready.length);
  for (const [index, report] of unready.entries()) {
    if (isStopped()) return { ...counts, isWhole: false };
    try {
      if (await makeReady(shown, report)) counts.drawn += 1;
    } catch (error) {
      if (isStopped()) return { ...counts, isWhole: false };
      if (!isGone(error)) counts.failed += 1;
      if (counts.failed === MOST_FAILURES) {
        deps.log.error(`Reports of ${release.id} are left to their first readers: ${kindOf(error)}`);
        return { ...counts, isWhole: false };
      }
    }
    progress(before + index + 1, before + unready.length);
    await setTimeout(PAUSE_MS);
  }
  return { ...counts, isWhole: true };
}

/** Drawings hold no words: those of one language are those of all. Returns false where the report has gone meanwhile. */
async function makeReady(
  deps: ReportDeps & { draw: Drawer['ask'] },
  { key, languages, mark, ...report }: Unready,
): Promise<boolean> {
  const { releaseId, pooled, ...place } = report;
  const release = pooled ? pooledAddress(releaseId) : releaseId;
  for (const language of languages.length > 0 ? languages : ONE) {
    const loaded = await loadReport(deps, { ...place, release, language });
    if (loaded.kind !== 'loaded') return false;
    const printed = await withAllDrawings(deps, loaded.view, loaded.place);
    await keepPrinted(deps.db, { ...report, language }, { report: printed, questions: loaded.questions });
    await setTimeout(PAUSE_MS);
  }
  await insertDrawings(deps.db, releaseId, key, new Map([[mark, '']]));
  return true;
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === FOREIGN_KEY_VIOLATION;
}
