import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { readFileSync } from 'node:fs';
import { extractText, getDocumentProxy } from 'unpdf';
import { LANGUAGES, type Language } from '../../../server/engine/text.ts';
import { reportFileSchema, reportSchemaText, type ReportFile } from '../../../server/results/files/report-json.ts';
import { reportKey } from '../../../server/results/report-key.ts';
import { insertRelease, protectedTable, simulatedDegrees } from '../../support/build-release.ts';
import { careerSurvey } from '../../support/figure-context.ts';
import { structureFaults } from '../../support/pdf-structure.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';
import { tablesOf } from '../../support/page-text.ts';

const { survey } = careerSurvey();
let server: TestApp;
let address: string;
let hiddenAddress: string;

beforeAll(async () => {
  server = await openTestApp();
  const degrees = simulatedDegrees(survey, { graduates: 900, seed: 5, institutions: 3 });
  const { table } = protectedTable(survey, degrees);
  await insertRelease(server.deps.ownerDb, { id: 'second-2025', survey, table });
  const shown = table.populations
    .filter(({ level }) => level === 'degree')
    .toSorted((a, b) => b.respondents - a.respondents);
  const home = `/reports/${reportKey(server.deps.keys)}/second-2025`;
  address = `${home}/${shown[0]?.institution ?? ''}/${shown[0]?.degree ?? ''}`;
  hiddenAddress = `${home}/${shown[0]?.institution ?? ''}/999999`;
});
afterAll(() => server.close());

const documents = new Map<Language, ReportFile>();
async function documentIn(language: Language): Promise<ReportFile> {
  const known = documents.get(language);
  if (known) return known;
  const read = reportFileSchema.parse((await server.get(`${address}/report.json?lang=${language}`)).json());
  documents.set(language, read);
  return read;
}

/** Every cell of the page's tables that holds a figure or its sign, in the page's order. */
async function pageCells(language: Language): Promise<string[]> {
  const { body } = await server.get(`${address}?lang=${language}`);
  return tablesOf(body).flatMap(({ columns, rows }) => {
    // A row has one head of its own, or two where it begins a body.
    const figures =
      columns.length - (rows.some((row) => row.length < columns.length) || hasBodies(columns, rows) ? 2 : 1);
    return rows.flatMap((row) => row.slice(-figures));
  });
}

function hasBodies(columns: readonly string[], rows: readonly string[][]): boolean {
  return rows.some((row) => row.length < columns.length);
}

const texts = ({ sections }: ReportFile) => sections.flatMap(({ rows }) => rows.map(({ text }) => text));

describe.each(LANGUAGES)('the files of a report in %s', (language) => {
  test('JSON has every cell of the page, in its order, and fits its schema', async () => {
    const read = await documentIn(language);
    expect(texts(read)).toEqual(await pageCells(language));
    expect(texts(read).length).toBeGreaterThan(300);
  });

  test('XLSX has the same words, and real numbers', async () => {
    const { rawPayload } = await server.get(`${address}/report.xlsx?lang=${language}`);
    const book = await readXlsx(new Uint8Array(rawPayload));
    const { sections } = await documentIn(language);
    expect(book.sheets).toHaveLength(sections.length + 1);
    for (const [index, { rows }] of sections.entries()) {
      const [, ...lines] = book.sheets[index + 1]?.rows ?? [];
      expect(lines.map(([, , , value, low, high, text]) => ({ value, low, high, text }))).toEqual(
        rows.map(({ value, low, high, text }) => ({ value, low, high, text })),
      );
    }
  });

  test('CSV has the same, with points for programs and commas for spreadsheets', async () => {
    const { sections } = await documentIn(language);
    const expected = sections.flatMap(({ rows }) => rows.map(({ value, low, high }) => [value, low, high]));
    for (const [name, delimiter] of [
      ['report.csv', ','],
      ['report-semicolon.csv', ';'],
    ] as const) {
      const { body } = await server.get(`${address}/${name}?lang=${language}`);
      expect(body.startsWith('\u{feff}')).toBe(true);
      const rows = parse(body, { bom: true, columns: true, delimiter }) as Record<string, string>[]; // columns: true gives records of texts
      const number = (text = '') => (text === '' ? null : Number(delimiter === ';' ? text.replace(',', '.') : text));
      expect(rows.map((row) => [number(row['value']), number(row['low']), number(row['high'])])).toEqual(expected);
    }
  });

  test('the page that stands alone has the same tables, and links to nothing outside itself', async () => {
    const { body } = await server.get(`${address}/report.html?lang=${language}`);
    expect(tablesOf(body)).toEqual(tablesOf((await server.get(`${address}?lang=${language}`)).body));
    const ids = new Set([...body.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => `#${id}`));
    const links = [...body.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, link]) => link ?? '');
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((link) => !ids.has(link))).toEqual([]);
  });

  test('PDF is tagged, in its language, and has every figure of the page', async () => {
    const { rawPayload, headers } = await server.get(`${address}/report.pdf?lang=${language}`);
    expect(headers['content-type']).toBe('application/pdf');
    const pdf = await getDocumentProxy(new Uint8Array(rawPayload));
    const { text } = await extractText(pdf, { mergePages: true });
    // A cell may be broken over lines: what counts is that its characters follow each other.
    const squeezed = text.replace(/[\s\u00ad]+/gu, '');
    const missing = (await pageCells(language)).filter((cell) => !squeezed.includes(cell.replace(/\s+/gu, '')));
    expect(missing).toEqual([]);
    const meta = await pdf.getMetadata();
    expect(JSON.stringify(meta)).toContain(language);
    expect(await structureFaults(new Uint8Array(rawPayload))).toEqual([]);
    const tree = JSON.stringify(await (await pdf.getPage(1)).getStructTree());
    for (const role of ['H1', 'H2', 'Figure', 'Table', 'TH', 'TD']) expect(tree).toContain(`"role":"${role}"`);
    expect(tree).toContain('"alt":');
  });
});

test.each([
  ['/Alt', '/Alx', 'a figure without words'],
  ['/H2', '/H4', 'H4 after H1'],
  ['/TH', '/XX', 'role XX'],
  ['/TR', '/P ', 'TD in P'],
  ['/Marked true', '/Marked null', 'not marked as tagged'],
])('a PDF with %s made %s is found out: %s', async (right, wrong, says) => {
  const { rawPayload } = await server.get(`${address}/report.pdf?lang=en`);
  const broken = Buffer.from(rawPayload.toString('latin1').replaceAll(new RegExp(`${right}\\b`, 'g'), wrong), 'latin1');
  expect((await structureFaults(new Uint8Array(broken))).join('\n')).toContain(says);
});

describe('addresses', () => {
  test('a hidden degree and a file that there is not are pages that do not exist', async () => {
    for (const file of ['report.pdf', 'report.xlsx', 'report.json', 'report.csv'])
      expect((await server.get(`${hiddenAddress}/${file}`)).statusCode).toBe(404);
    for (const file of ['report.exe', '__proto__', 'toString', 'report.pdf%00'])
      expect((await server.get(`${address}/${file}`)).statusCode).toBe(404);
  });

  test('the page links to each of its files, and no file holds the key', async () => {
    const { body } = await server.get(`${address}?lang=en`);
    const links = [...body.matchAll(/href="([^/"][^"]*\/report[^"]*)"/g)].map(([, href]) =>
      (href ?? '').replace('&amp;', '&'),
    );
    expect(links).toHaveLength(6);
    const key = reportKey(server.deps.keys);
    for (const link of links) {
      const file = await server.get(new URL(link, `http://x${address}`).href.slice('http://x'.length));
      expect(file.statusCode).toBe(200);
      expect(file.headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]+"$/);
      expect(file.rawPayload.includes(Buffer.from(key))).toBe(false);
    }
  });

  // After a change the test prints what the file must hold.
  test('the JSON Schema beside the report definitions is that of the file', () => {
    expect(readFileSync(new URL('../../../reports/report-file.schema.json', import.meta.url), 'utf8')).toBe(
      reportSchemaText(),
    );
  });
});
