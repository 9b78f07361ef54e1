import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { reportKey } from '../../../server/results/report-key.ts';
import { insertRelease, protectedTable, simulatedDegrees } from '../../support/build-release.ts';
import { careerSurvey } from '../../support/figure-context.ts';
import { textOf } from '../../support/page-text.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

const { survey } = careerSurvey();
const LOCAL = { host: 'localhost:3000' };
const FROM_PAGE = { ...LOCAL, 'sec-fetch-site': 'same-origin' };
const folder = mkdtempSync(join(tmpdir(), 'uras-zip-'));
let server: TestApp;
let home: string;
let institution: string;
let degrees: string[];

beforeAll(async () => {
  server = await openTestApp();
  const { table } = protectedTable(survey, simulatedDegrees(survey, { graduates: 900, seed: 5, institutions: 3 }));
  await insertRelease(server.deps.ownerDb, { id: 'second', survey, table });
  const shown = table.populations.filter(({ level }) => level === 'degree');
  institution = shown[0]?.institution ?? '';
  degrees = shown.filter((one) => one.institution === institution).map(({ degree }) => degree);
  home = `/reports/${reportKey(server.deps.keys)}`;
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const page = () => `${home}/files/second/${institution}?lang=en`;
const zip = () => `${home}/files/second/${institution}/reports.zip?lang=en`;

test('the list has the way there on the machine itself alone, and so have its pages', async () => {
  expect((await server.get(`${home}?lang=en`, LOCAL)).body).toContain(`href="${page()}"`);
  const elsewhere = { host: 'uras.example.org', 'x-forwarded-for': '203.0.113.9' };
  expect((await server.get(`${home}?lang=en`, elsewhere)).body).not.toContain('/files/second/');
  expect((await server.get(page(), elsewhere)).statusCode).toBe(404);
  expect((await server.get(zip(), elsewhere)).statusCode).toBe(404);
  expect((await server.post(page(), {}, { ...elsewhere, 'sec-fetch-site': 'same-origin' })).statusCode).toBe(404);
  expect((await server.post(page(), {}, { ...LOCAL, 'sec-fetch-site': 'cross-site' })).statusCode).toBe(404);
});

test('what does not exist has no page', async () => {
  for (const path of ['second/X9999', 'none/X0101', `second/${institution}/other.zip`])
    expect((await server.get(`${home}/files/${path}`, LOCAL)).statusCode).toBe(404);
  expect((await server.get(`/reports/wrong/files/second/${institution}`, LOCAL)).statusCode).toBe(404);
});

test('looking starts nothing; the button does, and the ZIP has every report in every form', async () => {
  const before = await server.get(page(), LOCAL);
  expect(textOf(before.body)).toContain(`${degrees.length} reports`);
  expect(before.body).toContain('method="post"');
  expect((await server.get(zip(), LOCAL)).statusCode).toBe(404);

  expect((await server.post(page(), {}, FROM_PAGE)).statusCode).toBe(303);
  const busy = await server.get(page(), LOCAL);
  expect(busy.body).not.toContain('method="post"');
  await until(async () => (await server.get(page(), LOCAL)).body.includes('reports.zip'));

  const { rawPayload, headers } = await server.get(zip(), LOCAL);
  expect(headers['content-type']).toBe('application/zip');
  expect(headers['content-disposition']).toContain(`second-${institution}-en.zip`);
  writeFileSync(join(folder, 'reports.zip'), rawPayload);
  // Read back by another program than wrote it.
  const script = 'import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])';
  expect(spawnSync('python3', ['-c', script, join(folder, 'reports.zip'), folder]).status).toBe(0);
  const expected = degrees.flatMap((degree) =>
    ['csv', 'html', 'json', 'pdf', 'xlsx'].map((form) => `second-${institution}-${degree}.${form}`),
  );
  expect(readdirSync(join(folder, institution)).sort()).toEqual(expected.sort());
  expect((await server.get(zip(), LOCAL)).rawPayload).toEqual(rawPayload);
});

async function until(isDone: () => Promise<boolean>): Promise<void> {
  while (!(await isDone())) await sleep(200);
}
