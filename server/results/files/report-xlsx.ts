import { writeXlsx, type CellValue, type WriteSheet } from 'hucre/xlsx';
import type { PrintedReport } from '../drawings.ts';
import type { Unit } from '../figure.ts';
import { aboutLines } from './about-lines.ts';
import { toReportRows, type ReportRow, type ReportSection } from './report-rows.ts';

/** How a spreadsheet shows a number of each unit; the number itself is whole. */
const FORMATS: Readonly<Record<Unit, string>> = {
  count: '#,##0',
  share: '0 %',
  mean: '0.0',
  difference: '+0.0;-0.0;0.0',
  points: '+0;-0;0',
  amount: '#,##0.##',
  year: '0.00',
};
/** More characters than this a sheet cannot have in its name, nor these. */
const LONGEST_NAME = 31;
const NOT_IN_NAMES = /[[\]:*?/\\]/g;
/** More characters than this a cell cannot hold. */
const LONGEST_TEXT = 32_767;

/**
 * A report as a workbook: who answered and how far to trust it, then a sheet for each section with real
 * numbers. Texts are stored as texts, so none is ever taken for a formula.
 */
export async function reportXlsx(report: PrintedReport): Promise<Uint8Array> {
  const names = new Set<string>();
  const about: WriteSheet = {
    name: sheetName(report.texts.whoAnswered, names),
    columns: [{ width: 100 }],
    rows: aboutLines(report).map((line) => [cut(line)]),
  };
  return writeXlsx({
    sheets: [
      about,
      ...toReportRows(report).map((section) => sheetOf(report, section, sheetName(section.title, names))),
    ],
    properties: { title: `${report.degree}, ${report.institution}, ${report.round}` },
  });
}

function sheetOf({ texts }: PrintedReport, { rows }: ReportSection, name: string): WriteSheet {
  const { figure, row, column, value, low, high, read } = texts.files.columns;
  const numbered = rows.map(cellsOf);
  return {
    name,
    columns: [24, 40, 28, 12, 12, 12, 28].map((width) => ({ width })),
    rows: [[figure, row, column, value, low, high, read], ...numbered],
    cells: new Map(rows.flatMap((one, index) => formatsOf(one, index + 1))),
    freezePane: { rows: 1 },
  };
}

function cellsOf(row: ReportRow): CellValue[] {
  return [cut(row.figure), cut(row.row), cut(row.column), row.value, row.low, row.high, cut(row.text)];
}

function formatsOf({ unit, value, low, high }: ReportRow, line: number) {
  if (unit === null) return [];
  return [value, low, high].flatMap((number, index) =>
    number === null ? [] : [[`${line},${index + 3}`, { value: number, style: { numFmt: FORMATS[unit] } }] as const],
  );
}

function sheetName(title: string, taken: Set<string>): string {
  const short = title.replace(NOT_IN_NAMES, ' ').trim().slice(0, LONGEST_NAME) || '–';
  for (let name = short, number = 2; ; name = `${short.slice(0, LONGEST_NAME - 3)} ${number}`, number += 1) {
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

function cut(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
}
