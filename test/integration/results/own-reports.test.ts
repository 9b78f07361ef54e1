import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../../../server/app.ts';
import { reportFileSchema } from '../../../server/results/files/report-json.ts';
import { loadAllReports } from '../../../server/results/own-reports.ts';
import { reportKey } from '../../../server/results/report-key.ts';
import { insertRelease, protectedTable, simulatedDegrees } from '../../support/build-release.ts';
import { careerSurvey } from '../../support/figure-context.ts';
import { textOf } from '../../support/page-text.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

const { survey } = careerSurvey();
const folder = mkdtempSync(join(tmpdir(), 'uras-reports-'));
const guide = readFileSync(new URL('../../../docs/reports.md', import.meta.url), 'utf8');
const example = /```json\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';
let server: TestApp;
let app: FastifyInstance;
let own: string;
let other: string;

const get = (url: string) => app.inject({ method: 'GET', url });

beforeAll(async () => {
  server = await openTestApp();
  const { table } = protectedTable(survey, simulatedDegrees(survey, { graduates: 900, seed: 5, institutions: 3 }));
  await insertRelease(server.deps.ownerDb, { id: 'second', survey, table });
  const shown = table.populations.filter(({ level }) => level === 'degree');
  const address = (place: (typeof shown)[number] | undefined) =>
    `/reports/${reportKey(server.deps.keys)}/second/${place?.institution ?? ''}/${place?.degree ?? ''}`;
  own = address(shown.find(({ institution }) => institution === 'X0101'));
  other = address(shown.find(({ institution }) => institution !== 'X0101'));
  writeFileSync(join(folder, 'steering.json'), example);
  app = await buildApp({ ...server.deps, config: { ...server.deps.config, reportsDir: folder } });
});
afterAll(async () => {
  await app.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

describe('the example of the guide', () => {
  test('is chosen on the page of its institution, and kept by languages and files', async () => {
    const common = await get(`${own}?lang=en`);
    expect(common.body).toContain('?lang=en&amp;report=steering-group"');
    expect(textOf(common.body)).toContain('Skills');
    const { body } = await get(`${own}?lang=en&report=steering-group`);
    expect(textOf(body)).toContain('own report: For the steering group');
    expect(textOf(body)).not.toContain('Skills');
    for (const lang of ['fi', 'sv']) expect(body).toContain(`href="?lang=${lang}&amp;report=steering-group"`);
    expect(body).toContain('report.pdf?lang=en&amp;report=steering-group');
  });

  test('its figures are those of the common report', async () => {
    const read = async (query: string) =>
      reportFileSchema.parse((await get(`${own}/report.json?lang=en${query}`)).json());
    const [common, chosen] = [await read(''), await read('&report=steering-group')];
    const activity = (rows: typeof common) =>
      rows.sections.flatMap((section) => section.rows).filter(({ figure }) => figure === 'Main activity');
    expect(activity(chosen).length).toBeGreaterThan(10);
    const values = (rows: ReturnType<typeof activity>) =>
      rows.map(({ value, low, high, text }) => [value, low, high, text]);
    const all = new Set(common.sections.flatMap((section) => values(section.rows)).map((row) => JSON.stringify(row)));
    expect(values(activity(chosen)).filter((row) => !all.has(JSON.stringify(row)))).toEqual([]);
    expect(chosen.about.join(' ')).toContain('For the steering group');
    const name = (await get(`${own}/report.csv?report=steering-group`)).headers['content-disposition'];
    expect(name).toContain('-steering-group.csv');
  });

  test('another institution does not have it: the common report, and a word', async () => {
    expect((await get(`${other}?lang=en`)).body).not.toContain('steering-group');
    const { body, statusCode } = await get(`${other}?lang=en&report=steering-group`);
    expect(statusCode).toBe(200);
    expect(textOf(body)).toContain('The institution has no report “steering-group”');
    expect(textOf(body)).toContain('Skills');
  });
});

describe('a file that cannot be used', () => {
  const problem = (change: (text: string) => string): string => {
    const place = mkdtempSync(join(folder, 'wrong-'));
    writeFileSync(join(place, 'one.json'), change(example));
    try {
      loadAllReports(server.deps.surveys, place);
    } catch (error) {
      return error instanceof Error ? error.message : '';
    }
    return 'nothing wrong';
  };

  test.each<[string, (text: string) => string, RegExp]>([
    ['no JSON', () => '{', /one\.json: file: .*expected object/],
    [
      'a question that is not asked',
      (text) => text.replace('"main_activity"', '"main_activty"'),
      /one\.json: sections\[0\]\.figures\[0\]\.item: .*"main_activty"\. Did you mean "main_activity"\?/,
    ],
    [
      'a chart that does not fit',
      (text) => text.replace('"bars"', '"quartiles"'),
      /figures\[0\]\.item: .*cannot be shown as quartiles\. Use bars\./,
    ],
    [
      'an institution that is not there',
      (text) => text.replace('"X0101"', '"X010"'),
      /institution: There is no institution "X010"/,
    ],
    [
      'a survey that is not there',
      (text) => text.replace('"amk-career"', '"amk"'),
      /survey: There is no survey "amk"\. Surveys: .*amk-career/,
    ],
    [
      'a text that is missing',
      (text) => text.replace('"sv": "Arbete", ', ''),
      /sections\[0\]\.title\.sv: The text is missing in "sv"/,
    ],
    [
      'a category that is not there',
      (text) => text.replace('["4", "5", "6"]', '["4", "9"]'),
      /"degree_satisfaction" has no category "9"/,
    ],
    [
      'a measure that is none of the release',
      (text) => text.replace('"format": 1,', '"format": 1, "sql": "select 1",'),
      /Unrecognized key: "sql"/,
    ],
  ])('%s', (_, change, message) => {
    expect(problem(change)).toMatch(message);
  });

  test('two of one code, and a folder that is not there', () => {
    const place = mkdtempSync(join(folder, 'two-'));
    for (const name of ['a.json', 'b.json']) writeFileSync(join(place, name), example);
    expect(() => loadAllReports(server.deps.surveys, place)).toThrow(
      /b\.json: code: .*a\.json has the report "steering-group"/,
    );
    expect(() => loadAllReports(server.deps.surveys, join(folder, 'none'))).toThrow(/cannot be read\. Make the folder/);
  });
});
