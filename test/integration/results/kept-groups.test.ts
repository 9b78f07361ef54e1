import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeKeptGroups } from '../../../server/results/kept-groups.ts';
import { showReport } from '../../../server/results/show-report.ts';
import { loadAllReports } from '../../../server/results/own-reports.ts';
import { insertRelease, protectedTable, simulatedDegrees } from '../../support/build-release.ts';
import { careerSurvey } from '../../support/figure-context.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

const { survey } = careerSurvey();
let server: TestApp;
const shown: { release: string; institution: string; degree: string }[] = [];

beforeAll(async () => {
  server = await openTestApp();
  for (const seed of [5, 6]) {
    const { table } = protectedTable(survey, simulatedDegrees(survey, { graduates: 500, seed, institutions: 3 }));
    const release = `release-${seed}`;
    await insertRelease(server.deps.ownerDb, { id: release, survey, table });
    for (const { level, institution, degree } of table.populations)
      if (level === 'degree') shown.push({ release, institution, degree });
  }
});
afterAll(() => server.close());

test('a report beside a field and a nation that were read before is the same as one that is read alone', async () => {
  const deps = { ...server.deps, reports: loadAllReports(server.deps.surveys, undefined) };
  const kept = makeKeptGroups(1); // so that one release drives out the other
  const mixed = shown.toSorted((a, b) => (a.degree + a.release < b.degree + b.release ? -1 : 1));
  for (const place of [...shown, ...mixed]) {
    const request = { ...place, language: 'en' } as const;
    const alone = await showReport(deps, request);
    expect(alone.kind).toBe('report');
    expect(await showReport({ ...deps, kept }, request)).toEqual(alone);
  }
  expect(new Set(shown.map(({ release }) => release)).size).toBe(2);
}, 240_000);
