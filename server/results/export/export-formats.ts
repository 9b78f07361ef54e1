import type { ReportFileName } from '../files/report-file.ts';

/** Forms that all reports of an institution are written in, each by the file of one report. */
export const EXPORT_FORMATS = {
  html: 'report.html',
  json: 'report.json',
  xlsx: 'report.xlsx',
  pdf: 'report.pdf',
  csv: 'report.csv',
} as const satisfies Readonly<Record<string, ReportFileName>>;
export type ExportFormat = keyof typeof EXPORT_FORMATS;

/** Every form, in the order in which they are named. */
export const ALL_FORMATS = ['html', 'json', 'xlsx', 'pdf', 'csv'] as const satisfies readonly ExportFormat[];

/** Whether a word names a form. */
export function isExportFormat(word: string): word is ExportFormat {
  return Object.hasOwn(EXPORT_FORMATS, word);
}

/** The name of a degree's file below the folder of the export: 'X0106/demo-2025-X0106-671101.pdf'. Codes all. */
export function exportName(
  place: { release: string; institution: string; degree: string },
  format: ExportFormat,
): string {
  const { release, institution, degree } = place;
  return `${institution}/${release}-${institution}-${degree}.${format}`;
}
