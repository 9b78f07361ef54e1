import { stringify } from 'csv-stringify/sync';
import type { PrintedReport } from '../drawings.ts';
import { toReportRows, type ReportRow } from './report-rows.ts';

const COLUMNS = [
  'section',
  'figure',
  'row',
  'column',
  'unit',
  'value',
  'low',
  'high',
  'text',
] as const satisfies readonly (keyof ReportRow)[];

/** `comma`: for programs, decimal point. `semicolon`: for spreadsheets of Finnish and Swedish, decimal comma. */
export type CsvKind = 'comma' | 'semicolon';

/**
 * The figures of a report as CSV (UTF-8 with a byte order mark, so that a spreadsheet reads å and ä). Texts
 * that a spreadsheet would take for formulas begin with an apostrophe; numbers are numbers.
 */
export function reportCsv(report: PrintedReport, kind: CsvKind): string {
  const rows = toReportRows(report).flatMap((section) => section.rows);
  const number = (value: number) => (kind === 'comma' ? String(value) : String(value).replace('.', ','));
  return stringify(
    rows.map((row) => COLUMNS.map((column) => row[column])),
    {
      header: true,
      columns: [...COLUMNS],
      bom: true,
      delimiter: kind === 'comma' ? ',' : ';',
      escape_formulas: true,
      cast: { number: (value) => ({ value: number(value), escape_formulas: false }) },
    },
  );
}
