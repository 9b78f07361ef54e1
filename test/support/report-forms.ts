import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { readFileSync } from 'node:fs';
import { extractText, getDocumentProxy } from 'unpdf';
import { reportFileSchema, type ReportFile } from '../../server/results/files/report-json.ts';
import { tablesOf } from './page-text.ts';

// One report in all its forms, read back by other means than it was written with, and compared figure by figure.

/** `numbers`: how many were compared, those of all other forms with those of JSON. */
export type FormsCompared = { cells: number; numbers: number; differences: string[] };

type Row = ReportFile['sections'][number]['rows'][number];

/** Compares a report's files, `path` + '.html', '.json', '.xlsx', '.csv' and '.pdf'. */
export async function compareForms(path: string): Promise<FormsCompared> {
  const { sections } = reportFileSchema.parse(JSON.parse(readFileSync(`${path}.json`, 'utf8')));
  const rows = sections.flatMap((section) => section.rows);
  const forms = {
    html: pageTexts(readFileSync(`${path}.html`, 'utf8')),
    csv: csvLines(readFileSync(`${path}.csv`, 'utf8')),
    xlsx: await xlsxLines(readFileSync(`${path}.xlsx`)),
  };
  const differences = [
    ...differencesOf(
      'html',
      forms.html,
      rows.map(({ text }) => text),
    ),
    ...differencesOf('csv', forms.csv, rows.map(lineOf)),
    ...differencesOf('xlsx', forms.xlsx, rows.map(lineOf)),
    ...(await missingInPdf(readFileSync(`${path}.pdf`), readFileSync(`${path}.html`, 'utf8'))),
  ];
  const numbers = rows.reduce((sum, { value, low, high }) => sum + [value, low, high].filter(isNumber).length, 0);
  return { cells: rows.length, numbers, differences };
}

/** What a row says, its numbers as numbers. */
function lineOf({ value, low, high, text }: Pick<Row, 'value' | 'low' | 'high' | 'text'>): string {
  return JSON.stringify([value, low, high, text]);
}

function differencesOf(form: string, found: readonly string[], expected: readonly string[]): string[] {
  const longer = Array.from({ length: Math.max(found.length, expected.length) });
  return longer.flatMap((_, index) =>
    found[index] === expected[index] ? [] : [`${form} ${index}: ${found[index]} instead of ${expected[index]}`],
  );
}

/** Every cell of a page's tables that holds a figure or its sign, in the page's order. */
export function pageTexts(html: string): string[] {
  return tablesOf(html).flatMap(({ columns, rows, hasBodies }) => {
    // A row has one head of its own, or two where it begins a body.
    const figures = columns.length - (hasBodies ? 2 : 1);
    return rows.flatMap((row) => row.slice(-figures));
  });
}

function csvLines(text: string): string[] {
  const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[]; // columns: true gives records of texts
  const number = (cell = '') => (cell === '' ? null : Number(cell));
  return rows.map(({ value, low, high, text: read = '' }) =>
    // What a spreadsheet would take for a formula begins with an apostrophe in the file.
    lineOf({ value: number(value), low: number(low), high: number(high), text: read.replace(/^'(?=[=+\-@])/, '') }),
  );
}

async function xlsxLines(book: Buffer): Promise<string[]> {
  const [, ...sheets] = (await readXlsx(new Uint8Array(book))).sheets;
  return sheets.flatMap(({ rows: [, ...lines] }) =>
    lines.map(([, , , value, low, high, text]) => JSON.stringify([value ?? null, low ?? null, high ?? null, text])),
  );
}

/** Rows of the page's tables that the PDF does not have in one piece, cell after cell: none is broken over pages. */
async function missingInPdf(file: Buffer, html: string): Promise<string[]> {
  const pdf = await getDocumentProxy(new Uint8Array(file));
  const { text } = await extractText(pdf, { mergePages: true });
  await pdf.loadingTask.destroy();
  const printed = squeeze(text);
  return tablesOf(html).flatMap(({ columns, rows, hasBodies }) => {
    return rows.flatMap((row) => {
      // The head of several rows is set after all of them.
      const cells = hasBodies && row.length === columns.length ? row.slice(1) : row;
      return printed.includes(squeeze(cells.join(''))) ? [] : [`pdf: ${cells.join(' | ')}`];
    });
  });
}

function squeeze(text: string): string {
  return text.replace(/[\s\u00ad]+/gu, '');
}

function isNumber(value: number | null): value is number {
  return value !== null;
}
