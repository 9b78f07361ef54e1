import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { SafeTable } from '../../../server/disclosure/safe-table.ts';
import { reportKey } from '../../../server/results/report-key.ts';
import { reportFileSchema } from '../../../server/results/files/report-json.ts';
import { insertRelease } from '../../support/build-release.ts';
import { dividedTable } from '../../support/divided-release.ts';
import { careerSurvey } from '../../support/figure-context.ts';
import { tablesOf, textOf } from '../../support/page-text.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

const { survey } = careerSurvey();
let server: TestApp;
let table: SafeTable;

beforeAll(async () => {
  server = await openTestApp();
  table = dividedTable(survey, { graduates: 1200, seed: 5, institutions: 3, degrees: 12 });
  await insertRelease(server.deps.ownerDb, { id: 'divided', survey, table });
});
afterAll(() => server.close());

test('a question shows what the release has of it by gender and age, and of other questions nothing', async () => {
  const shown = [...table.cells].filter(([key]) => key.startsWith('nation@'));
  const divided = new Set(shown.flatMap(([, row]) => [...row.keys()]));
  const scales = [...survey.questions.values()].flatMap(({ code, kind }) => (kind === 'scale' ? [code] : []));
  const code = scales.find((one) => divided.has(one)) ?? '';
  const own = table.populations.find(({ level }) => level === 'degree');
  const read = async (question: string) =>
    server.get(
      `/reports/${reportKey(server.deps.keys)}/divided/${own?.institution}/${own?.degree}/question/${question}?lang=en`,
    );
  const { body } = await read(code);
  expect(textOf(body)).toContain('By gender and age');
  const cell = shown.flatMap(([key, row]) => (row.has(code) ? [{ key, cell: row.get(code) }] : []))[0];
  const women = table.populations.find(({ key }) => key === cell?.key);
  expect(textOf(body)).toContain(`${women?.respondents} answers from`);
  const columns = tablesOf(body).map((one) => one.columns.join());
  expect(columns).toContainEqual(expect.stringMatching(/Women|Under 25|Female/i));
  const other = await read('main_activity');
  expect(other.statusCode).toBe(200);
  expect(textOf(other.body)).not.toContain('By gender and age');
});

test('a report has the main figures by gender and age, on its page and in its files alike', async () => {
  const headline = 'degree_satisfaction';
  const shown = [...table.cells].flatMap(([key, row]) => {
    const cell = key.startsWith('nation@gender=') ? row.get(headline) : undefined;
    return cell?.status === 'exact' ? [cell] : [];
  });
  expect(shown.length).toBeGreaterThan(0);
  const own = table.populations.find(({ level, split }) => level === 'degree' && split === '');
  const address = `/reports/${reportKey(server.deps.keys)}/divided/${own?.institution}/${own?.degree}`;
  const { body } = await server.get(`${address}?lang=en`);
  const tables = tablesOf(body).filter(({ caption }) => caption.startsWith('Whole country: gender'));
  expect(tables).toHaveLength(1);
  const file = reportFileSchema.parse(JSON.parse((await server.get(`${address}/report.json?lang=en`)).body));
  const section = file.sections.find(({ title }) => title === 'By gender and age');
  const rows = section?.rows.filter(({ figure }) => figure === 'Whole country: gender') ?? [];
  for (const { n } of shown) expect(rows.map(({ value }) => value)).toContain(n);
  for (const { text } of rows) expect(textOf(body)).toContain(text);
});
