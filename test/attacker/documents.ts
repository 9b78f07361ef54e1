import { readXlsx } from 'hucre/xlsx';
import { getDocumentProxy } from 'unpdf';
import { readCsv } from './read-csv.ts';
import { memberOf } from './release-rules.ts';
import { cellsOf, numbersIn, textIn, type Page } from './pages.ts';

/**
 * What something that was got says. `exact`: numbers as programs read them; `read`: numbers as people
 * read them, rounded. A file without exact numbers (PDF) has only `read`, a page only its tables'.
 */
export type Said = {
  kind: 'page' | 'pdf' | 'xlsx' | 'csv' | 'json' | 'other';
  exact: number[];
  read: number[];
};

/** The figures of a page or a file. */
export async function saidBy(page: Page): Promise<Said> {
  const { type, language } = page;
  const words = (texts: readonly string[]) => texts.flatMap((text) => numbersIn(text, language));
  if (type.includes('html')) return { kind: 'page', exact: [], read: words(cellsOf(page)) };
  if (type.includes('json')) return { kind: 'json', ...figuresOf(rowsOfJson(JSON.parse(page.body)), words) };
  if (type.includes('csv')) return { kind: 'csv', ...figuresOf(readCsv(page.body), words) };
  if (type.includes('spreadsheet')) return { kind: 'xlsx', ...figuresOf(await rowsOfBook(page.bytes), words) };
  if (type.includes('pdf')) return { kind: 'pdf', exact: [], read: words([await textOfPdf(page.bytes)]) };
  return { kind: 'other', exact: [], read: [] };
}

/** Every number of a page's words, tables or not: what its PDF may print. */
export function numbersOfPage(page: Page): number[] {
  return numbersIn(textIn(page.body.replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, ' ')), page.language);
}

type Row = { value: unknown; low: unknown; high: unknown; text: unknown };

function figuresOf(rows: readonly object[], words: (texts: readonly string[]) => number[]) {
  const plain = rows as readonly Partial<Row>[];
  return {
    exact: plain.flatMap(({ value, low, high }) => [value, low, high].flatMap(numberOf)),
    read: words(plain.map(({ text }) => (typeof text === 'string' ? text : ''))),
  };
}

function numberOf(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'string' && value !== '' ? [Number(value.replace(',', '.'))] : [];
}

function rowsOfJson(file: unknown): object[] {
  const sections: unknown = memberOf(file, 'sections');
  return (Array.isArray(sections) ? (sections as unknown[]) : []).flatMap((section) => {
    const rows: unknown = memberOf(section, 'rows');
    return Array.isArray(rows) ? (rows as object[]) : [];
  });
}

/** Sheets after the first hold: figure, row, column, value, low, high, as it is read. */
async function rowsOfBook(bytes: Uint8Array): Promise<Row[]> {
  const { sheets } = await readXlsx(bytes);
  return sheets
    .slice(1)
    .flatMap(({ rows }) =>
      rows.slice(1).map(([, , , value, low, high, text]) => ({ value, low, high, text: text ?? '' })),
    );
}

/** Every piece of text by itself: labels of charts stand close to each other. */
async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const document = await getDocumentProxy(bytes);
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    texts.push(...items.map((item) => ('str' in item ? item.str : '')));
  }
  return texts.join('\n');
}
