import type { Language } from '../../engine/text.ts';
import { textsOf } from '../texts/index.ts';
import { REPORT_FILES, type ReportFileName } from './report-file.ts';

export type FileLink = { href: string; label: string };
type Place = { release: string; institution: string; degree: string };

/** Whether the last part of an address names a file of a report. */
export function isReportFile(name: string): name is ReportFileName {
  return Object.hasOwn(REPORT_FILES, name);
}

/** How a report is sent as a file, under a name that is found again in a folder: 'demo-2025-X0106-671101.pdf'. */
export function fileHeaders(
  { release, institution, degree }: Place,
  file: ReportFileName,
  variant = '',
): Record<string, string> {
  const own = variant === '' ? '' : `-${variant}`;
  const name = `${release}-${institution}-${degree}${own}.${file.split('.').at(-1) ?? ''}`; // codes all
  return { 'content-disposition': `attachment; filename="${name}"`, 'content-type': REPORT_FILES[file] };
}

/** Addresses beside the page's own, so that a page repeats nothing of its key. */
export function fileLinks(language: Language, degree: string, variant = ''): FileLink[] {
  const own = variant === '' ? '' : `&report=${variant}`;
  const { pdf, html, xlsx, csv, csvSemicolon, json } = textsOf(language).files;
  const labels: Readonly<Record<ReportFileName, string>> = {
    'report.pdf': pdf,
    'report.xlsx': xlsx,
    'report.csv': csv,
    'report-semicolon.csv': csvSemicolon,
    'report.html': html,
    'report.json': json,
  };
  return Object.entries(labels).map(([name, label]) => ({ href: `${degree}/${name}?lang=${language}${own}`, label }));
}
