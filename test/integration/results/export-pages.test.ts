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

test('the list has the way there for who may read all reports of an institution', async () => {
  expect((await server.get(`${home}?lang=en`)).body).toContain(`href="${page()}"`);
  for (const path of [page(), zip()]) {
    const signedOut = await server.get(path.replace(/reports\/[^/]+/, 'reports/staff'), { host: 'uras.example.org' });
    expect([signedOut.statusCode, signedOut.headers.location]).toEqual([
      303,
      expect.stringContaining('/staff/sign-in'),
    ]);
  }
});

test('what does not exist has no page', async () => {
  for (const path of ['second/X9999', 'none/X0101', `second/${institution}/other.zip`])
    expect((await server.get(`${home}/files/${path}`)).statusCode).toBe(404);
  expect((await server.get(`/reports/wrong/files/second/${institution}`)).statusCode).toBe(404);
});

test('looking starts nothing; the button does, and the ZIP has every report in every form', async () => {
  const before = await server.get(page());
  expect(textOf(before.body)).toContain(`${degrees.length} reports`);
  expect(before.body).toContain('method="post"');
  const tooEarly = await server.get(zip());
  expect([tooEarly.statusCode, tooEarly.headers.location]).toEqual([303, `../${institution}?lang=en`]);

  expect((await server.post(page(), {}, { 'sec-fetch-site': 'same-origin' })).statusCode).toBe(303);
  const busy = await server.get(page());
  expect(busy.body).not.toContain('method="post"');
  await until(async () => (await server.get(page())).body.includes('reports.zip'));

  const { rawPayload, headers } = await server.get(zip());
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
  expect((await server.get(zip())).rawPayload).toEqual(rawPayload);
});

async function until(isDone: () => Promise<boolean>): Promise<void> {
  while (!(await isDone())) await sleep(200);
}
