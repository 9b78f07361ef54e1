import { afterAll, describe, expect, test } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import { exact, figureContext, careerSurvey } from '../../../test/support/figure-context.ts';
import { structureFaults } from '../../../test/support/pdf-structure.ts';
import { withDrawings, type PrintedReport } from '../drawings.ts';
import { tableFigure, type FigureTable } from '../figure.ts';
import { toReportView } from '../view-model.ts';
import { makePrinter } from './print-report.ts';

const { survey, report } = careerSurvey();
const release = { id: 'r', survey: 'amk-career', version: 2, period: '2025', invented: true, built_on: '2026-01-15' };
const printer = makePrinter();
afterAll(() => printer.close());

/** A report whose sections are these tables alone. */
function reportOf(tables: readonly FigureTable[]): PrintedReport {
  const { groups } = figureContext({ own: [exact('satisfaction', { '1': 1, '5': 20 })] });
  const view = withDrawings(toReportView({ release, survey, report, groups, language: 'en' }), new Map());
  const figures = tables.map((table, index) => tableFigure({ code: `table-${index}`, title: `Table ${index}`, table }));
  return {
    ...view,
    sections: [{ code: 'tables', title: 'Tables', figures: figures.map((figure) => ({ ...figure, rows: [] })) }],
  };
}

async function pagesOf(pdf: Buffer): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
  return text.map((page) => page.replace(/[\s\u00ad]+/gu, ''));
}

const WORDS = 'cooperation between vocational institutions and enterprises of the surrounding region';
/** Marks that are found again: before and after words that need several lines. */
const marksOf = (name: string) => [`${name}A`, `${name}Z`];
const longCell = (name: string, times: number) => marksOf(name).join(` ${`${WORDS} `.repeat(times)}`);
const cell = (text: string) => ({ text, figure: null, unit: null });

type Body = { head: string; rows: readonly string[] };

/** Bodies of rows whose cells take up two to four lines or more, differently many, so that pages end at all heights. */
function tableOf(bodies: readonly Body[], hasHeads: boolean): FigureTable {
  return {
    caption: 'Caption',
    columns: [...(hasHeads ? ['Body'] : []), 'Row', 'First', 'Second'],
    bodies: bodies.map(({ head, rows }) => ({
      head: hasHeads ? longCell(head, 1) : null,
      rows: rows.map((name, index) => ({
        head: longCell(`${name}x`, 1 + (index % 2)),
        cells: [cell(longCell(`${name}y`, 1 + (index % 3))), cell(`${name}z`)],
      })),
    })),
  };
}

const bodiesOf = (name: string, count: number, rows: number): Body[] =>
  Array.from({ length: count }, (_body, body) => ({
    head: `${name}h${body}h`,
    rows: Array.from({ length: rows }, (_row, row) => `${name}b${body}r${row}`),
  }));
const rowMarks = (row: string) => [...marksOf(`${row}x`), ...marksOf(`${row}y`), `${row}z`];
const isOnOnePage = (pages: readonly string[], marks: readonly string[]) =>
  pages.some((page) => marks.every((mark) => page.includes(mark)));

describe('tables at the ends of pages', () => {
  const plain = bodiesOf('p', 1, 40);
  const short = bodiesOf('s', 12, 3);
  const long = bodiesOf('l', 2, 25);
  const printed = printer.print(reportOf([tableOf(plain, false), tableOf(short, true), tableOf(long, true)]), {
    language: 'en',
    release: 'second',
    address: '',
  });

  test('no row is broken over pages', async () => {
    const pages = await pagesOf(await printed);
    expect(pages.length).toBeGreaterThan(6);
    const rows = [...plain, ...short, ...long].flatMap((body) => body.rows);
    expect(rows.filter((row) => !isOnOnePage(pages, rowMarks(row)))).toEqual([]);
  });

  test('a short body stands on one page with its head, a long one is broken between rows', async () => {
    const pages = await pagesOf(await printed);
    const whole = ({ head, rows }: Body) => isOnOnePage(pages, [...marksOf(head), ...rows.flatMap(rowMarks)]);
    expect(short.filter((body) => !whole(body))).toEqual([]);
    expect(long.filter(whole)).toEqual([]);
    expect(long.filter(({ head }) => !pages.some((page) => page.includes(`${head}A`)))).toEqual([]);
  });

  test('a row that fills more than a page is broken, and loses nothing', async () => {
    const row = { head: longCell('tallx', 60), cells: [cell('tally'), cell('tallz')] };
    const short = { head: 'short', cells: [cell('1'), cell('2')] };
    const tables = [null, 'Head', longCell('headx', 60)].map((head) => ({
      caption: 'Caption',
      columns: [...(head === null ? [] : ['Body']), 'Row', 'First', 'Second'],
      bodies: [{ head, rows: [head?.startsWith('headx') ? short : row, short] }],
    }));
    const pdf = await printer.print(reportOf(tables), { language: 'en', release: 'second', address: '' });
    const all = (await pagesOf(pdf)).join('');
    const times = ['tallxA', 'tallxZ', 'headxA', 'headxZ'].map((mark) => all.split(mark).length - 1);
    expect(times).toEqual([2, 2, 1, 1]);
    expect(await structureFaults(new Uint8Array(pdf))).toEqual([]);
  });

  test('it stays PDF/UA-1', async () => {
    expect(await structureFaults(new Uint8Array(await printed))).toEqual([]);
  });
});
