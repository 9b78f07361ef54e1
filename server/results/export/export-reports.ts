import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Language } from '../../engine/text.ts';
import { makePrinter, type Printer } from '../files/print-report.ts';
import { reportFile } from '../files/report-file.ts';
import { makeKeptGroups } from '../kept-groups.ts';
import { showReport, type ReportDeps } from '../show-report.ts';
import { standingOf } from '../standing.ts';
import { withStanding } from '../with-standing.ts';
import { EXPORT_FORMATS, exportName, type ExportFormat } from './export-formats.ts';
import { findReports } from './find-reports.ts';
import { isWritten, openExportFolder, writeWhole } from './export-folder.ts';

/** Each sets one report at a time, in a process of its own. */
const MOST_PRINTERS = 4;

export type ExportRequest = {
  /** A release, or the round whose newest release is meant. */
  round: string;
  /** null = all of them. */
  institution: string | null;
  language: Language;
  formats: readonly ExportFormat[];
  folder: string;
  /** Of the service, printed on paper; '' for none. */
  address: string;
  /** After each report, and once before the first. */
  progress: (done: number, all: number) => void;
  /** Asked before each report: whether to leave the rest for another time. */
  isStopped?: () => boolean;
};

export type ExportOutcome =
  /** `written` and `kept` count files. `isWhole`: false when it was stopped. */
  | { kind: 'exported'; release: string; reports: number; written: number; kept: number; isWhole: boolean }
  | { kind: 'unknown-round' }
  /** `institutions`: those that have reports. */
  | { kind: 'no-reports'; release: string; institutions: readonly string[] }
  | { kind: 'other-folder'; message: string };

export type ExportDeps = ReportDeps & { now: () => Date };

/**
 * Writes the reports of an institution, or of all of them, into a folder. What is there already stays as it
 * is, so that a job that was stopped goes on where it was. A few reports are at work at a time, however many
 * there are.
 */
export async function exportReports(deps: ExportDeps, request: ExportRequest): Promise<ExportOutcome> {
  const found = await findReports(deps, request.round);
  if (!found) return { kind: 'unknown-round' };
  const { release, degrees } = found;
  const wanted = degrees.filter(({ institution }) => institution === (request.institution ?? institution));
  const institutions = [...new Set(degrees.map(({ institution }) => institution))].sort();
  if (wanted.length === 0) return { kind: 'no-reports', release: release.id, institutions };
  const { id, tables_hash } = release;
  const standing = await standingOf(deps, id, request.language);
  const lines = standing.kind === 'shown' ? standing.lines : [];
  const head = { format: 1, release: id, tables_hash, standing: lines, language: request.language } as const;
  const message = openExportFolder(request.folder, head);
  if (message !== null) return { kind: 'other-folder', message };
  const places = wanted.map(({ institution, degree }) => ({ release: id, institution, degree }));
  return {
    kind: 'exported',
    release: id,
    reports: places.length,
    ...(await writeAll(deps, { ...request, lines }, places)),
  };
}

type Place = { release: string; institution: string; degree: string };

type Work = ExportRequest & { lines: readonly string[] };

async function writeAll(deps: ReportDeps, request: Work, places: readonly Place[]) {
  const shown = { ...deps, kept: deps.kept ?? makeKeptGroups(1) };
  const printers = request.formats.includes('pdf')
    ? Array.from({ length: Math.min(MOST_PRINTERS, availableParallelism()) }, makePrinter)
    : [];
  const counts = { written: 0, kept: 0 };
  let done = 0;
  const queue = places.values();
  const work = async (printer: Printer | undefined): Promise<void> => {
    for (const place of queue) {
      if (request.isStopped?.()) return;
      const written = await writeReport(shown, { request, place, printer });
      counts.written += written;
      counts.kept += request.formats.length - written;
      done += 1;
      request.progress(done, places.length);
    }
  };
  request.progress(0, places.length);
  try {
    // One more than there are printers, so that a printer never waits for the next report.
    await Promise.all([undefined, ...printers].map((_, index) => work(printers[index % printers.length])));
  } finally {
    for (const printer of printers) printer.close();
  }
  return { ...counts, isWhole: done === places.length };
}

/** Writes the files of one report that are not there yet; returns how many. */
async function writeReport(
  deps: ReportDeps,
  { request, place, printer }: { request: Work; place: Place; printer: Printer | undefined },
): Promise<number> {
  const { language, folder, address } = request;
  const missing = request.formats.filter((format) => !isWritten(folder, exportName(place, format)));
  if (missing.length === 0) return 0;
  const outcome = await showReport(deps, { ...place, language });
  if (outcome.kind !== 'report') throw new Error(`the report of ${place.institution}/${place.degree} has gone`);
  const named = { language, release: place.release, address, ...(printer ? { printer } : {}) };
  const report = withStanding(outcome.report, request.lines);
  for (const format of missing) {
    const content = await reportFile(report, EXPORT_FORMATS[format], named);
    writeWhole(join(folder, exportName(place, format)), content);
  }
  return missing.length;
}
