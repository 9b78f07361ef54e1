import type { PrintedReport } from '../drawings.ts';
import type { Printed } from './pdf-sheet.ts';
import { makePrinter, type Printer } from './print-report.ts';
import { reportCsv } from './report-csv.ts';
import { reportHtml } from './report-html.ts';
import { reportJson } from './report-json.ts';
import { reportXlsx } from './report-xlsx.ts';

/** Files of a report: the last part of their address, and what they are sent as. */
export const REPORT_FILES = {
  'report.pdf': 'application/pdf',
  'report.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'report.csv': 'text/csv; charset=utf-8',
  'report-semicolon.csv': 'text/csv; charset=utf-8',
  'report.html': 'text/html; charset=utf-8',
  'report.json': 'application/json; charset=utf-8',
} as const;
export type ReportFileName = keyof typeof REPORT_FILES;

/** Prints for all who ask for one report at a time. */
const commonPrinter = makePrinter();

/** Ends what prints for all; the next file begins it anew. */
export function closePrinter(): void {
  commonPrinter.close();
}

/** A report as a file. All of them are made from what the page prints, so their figures are those of the page. */
export async function reportFile(
  report: PrintedReport,
  name: ReportFileName,
  { printer = commonPrinter, ...named }: Printed & { printer?: Printer },
): Promise<string | Uint8Array> {
  switch (name) {
    case 'report.pdf':
      return printer.print(report, named);
    case 'report.html':
      return reportHtml(report, named);
    case 'report.xlsx':
      return reportXlsx(report);
    case 'report.csv':
      return reportCsv(report, 'comma');
    case 'report-semicolon.csv':
      return reportCsv(report, 'semicolon');
    case 'report.json':
      return `${JSON.stringify(reportJson(report, { language: named.language, release: named.release }), null, 1)}\n`;
    default:
      return name satisfies never;
  }
}
