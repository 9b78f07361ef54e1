import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { asReportRole } from '../../db/with-role.ts';
import type { Language } from '../../engine/text.ts';
import { makePrinter, type Printer } from '../files/print-report.ts';
import { reportFile } from '../files/report-file.ts';
import { makeKeptGroups } from '../kept-groups.ts';
import { newestFirst } from '../list-reports.ts';
import { showReport, type ReportDeps } from '../show-report.ts';
import { selectDegrees, selectReleases } from '../store.ts';
import { EXPORT_FORMATS, exportName, type ExportFormat } from './export-formats.ts';
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

/**
 * Writes the reports of an institution, or of all of them, into a folder. What is there already stays as it
 * is, so that a job that was stopped goes on where it was. A few reports are at work at a time, however many
 * there are.
 */
export async function exportReports(deps: ReportDeps, request: ExportRequest): Promise<ExportOutcome> {
  const found = await findReports(deps, request.round);
  if (!found) return { kind: 'unknown-round' };
  const { release, degrees } = found;
  const wanted = degrees.filter(({ institution }) => institution === (request.institution ?? institution));
  const institutions = [...new Set(degrees.map(({ institution }) => institution))].sort();
  if (wanted.length === 0) return { kind: 'no-reports', release: release.id, institutions };
  const { id, tables_hash } = release;
  const message = openExportFolder(request.folder, { format: 1, release: id, tables_hash, language: request.language });
  if (message !== null) return { kind: 'other-folder', message };
  const places = wanted.map(({ institution, degree }) => ({ release: id, institution, degree }));
  return { kind: 'exported', release: id, reports: places.length, ...(await writeAll(deps, request, places)) };
}

type Place = { release: string; institution: string; degree: string };

async function findReports(deps: ReportDeps, round: string) {
  return asReportRole(deps.db, async (trx) => {
    const [release] = newestFirst(
      (await selectReleases(trx)).filter(({ id, round_id }) => id === round || round_id === round),
    );
    if (!release) return null;
    const degrees = await selectDegrees(trx, release.id);
    const key = ({ institution, degree }: (typeof degrees)[number]) => `${institution} ${degree}`;
    return { release, degrees: degrees.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)) };
  });
}

async function writeAll(deps: ReportDeps, request: ExportRequest, places: readonly Place[]) {
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
  { request, place, printer }: { request: ExportRequest; place: Place; printer: Printer | undefined },
): Promise<number> {
  const { language, folder, address } = request;
  const missing = request.formats.filter((format) => !isWritten(folder, exportName(place, format)));
  if (missing.length === 0) return 0;
  const outcome = await showReport(deps, { ...place, language });
  if (outcome.kind !== 'report') throw new Error(`the report of ${place.institution}/${place.degree} has gone`);
  const named = { language, release: place.release, address, ...(printer ? { printer } : {}) };
  for (const format of missing) {
    const content = await reportFile(outcome.report, EXPORT_FORMATS[format], named);
    writeWhole(join(folder, exportName(place, format)), content);
  }
  return missing.length;
}
