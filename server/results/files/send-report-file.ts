import type { FastifyReply } from 'fastify';
import type { Language } from '../../engine/text.ts';
import type { PrintedReport } from '../drawings.ts';
import { textsOf } from '../texts/index.ts';
import { REPORT_FILES, reportFile, type ReportFileName } from './report-file.ts';

export type FileLink = { href: string; label: string };
type Place = { release: string; institution: string; degree: string; file: ReportFileName };

/** Whether the last part of an address names a file of a report. */
export function isReportFile(name: string): name is ReportFileName {
  return Object.hasOwn(REPORT_FILES, name);
}

/** Sends a report as a file under a name that is found again in a folder: 'demo-2025-X0106-671101.pdf'. */
export async function sendReportFile(
  reply: FastifyReply,
  report: PrintedReport,
  { place, language, baseUrl }: { place: Place; language: Language; baseUrl: string | null },
): Promise<FastifyReply> {
  const { release, institution, degree, file } = place;
  const name = `${release}-${institution}-${degree}.${file.split('.').at(-1) ?? ''}`; // codes all
  reply.header('content-disposition', `attachment; filename="${name}"`).type(REPORT_FILES[file]);
  return reply.send(await reportFile(report, file, { language, release, address: baseUrl ?? '' }));
}

/** Addresses beside the page's own, so that a page repeats nothing of its key. */
export function fileLinks(language: Language, degree: string): FileLink[] {
  const { pdf, xlsx, csv, csvSemicolon, json } = textsOf(language).files;
  const labels: Readonly<Record<ReportFileName, string>> = {
    'report.pdf': pdf,
    'report.xlsx': xlsx,
    'report.csv': csv,
    'report-semicolon.csv': csvSemicolon,
    'report.json': json,
  };
  return Object.entries(labels).map(([name, label]) => ({ href: `${degree}/${name}?lang=${language}`, label }));
}
