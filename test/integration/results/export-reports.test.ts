import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { insertRelease, protectedTable, simulatedDegrees } from '../../support/build-release.ts';
import { careerSurvey } from '../../support/figure-context.ts';
import { compareForms } from '../../support/report-forms.ts';
import { runJson, runWords } from '../../support/run-words.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

const { survey } = careerSurvey();
const folder = mkdtempSync(join(tmpdir(), 'uras-export-'));
const out = join(folder, 'out');
let server: TestApp;
let shown: { institution: string; degree: string }[];

const run = (...words: string[]) =>
  runWords(server.deps, folder, 'reports', 'export', '--round', 'round-second', ...words);
const namesIn = (place: string) =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

beforeAll(async () => {
  server = await openTestApp();
  const degrees = simulatedDegrees(survey, { graduates: 900, seed: 5, institutions: 3 });
  const { table } = protectedTable(survey, degrees);
  await insertRelease(server.deps.ownerDb, { id: 'second', survey, table });
  shown = table.populations.filter(({ level }) => level === 'degree');
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

describe('a nation in every form', () => {
  test('each report has the same figures in each of its forms', async () => {
    const written = await runJson(
      server.deps,
      folder,
      'reports',
      'export',
      '--round',
      'round-second',
      '--all',
      '--out',
      out,
    );
    expect(written).toMatchObject({ release: 'second', reports: shown.length, written: shown.length * 5, kept: 0 });
    expect(shown.length).toBeGreaterThan(3);
    for (const { institution, degree } of shown) {
      const compared = await compareForms(join(out, institution, `second-${institution}-${degree}`));
      expect(compared.differences).toEqual([]);
      expect(compared.numbers).toBeGreaterThan(200);
    }
  });

  test('a figure that differs in one form is found', async () => {
    const { institution = '', degree = '' } = shown[0] ?? {};
    const path = join(out, institution, `second-${institution}-${degree}`);
    const whole = readFileSync(`${path}.json`, 'utf8');
    const { sections } = JSON.parse(whole) as { sections: { rows: { value: number | null }[] }[] }; // our own file
    const row = sections[1]?.rows.find(({ value }) => value !== null);
    if (!row) throw new Error('no figure');
    writeFileSync(`${path}.json`, whole.replace(`"value": ${row.value}`, '"value": 0.123456'));
    const { differences } = await compareForms(path);
    expect(differences.map((difference) => difference.split(' ')[0])).toEqual(expect.arrayContaining(['csv', 'xlsx']));
    writeFileSync(`${path}.json`, whole);
  });

  test('run again, it keeps what is whole and writes what is missing or half', async () => {
    const [first = '', ...others] = namesIn(out).filter((name) => name.endsWith('.csv'));
    const before = readFileSync(first);
    const times = others.map((name) => statSync(name).mtimeMs);
    rmSync(first);
    writeFileSync(`${first}.part`, before.subarray(0, 10)); // as a killed process leaves it
    const again = await run('--all', '--out', out);
    expect(again.out).toContain(`1 files written, ${shown.length * 5 - 1} were there already`);
    expect(again.err).toContain(`${shown.length} of ${shown.length} reports`);
    expect(readFileSync(first)).toEqual(before);
    expect(others.map((name) => statSync(name).mtimeMs)).toEqual(times);
    expect(namesIn(out).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

test('one institution, some forms, another language', async () => {
  const { institution = '' } = shown[0] ?? {};
  const own = shown.filter((place) => place.institution === institution);
  const place = join(folder, 'one');
  const { code } = await run('--institution', institution, '--language', 'sv', '--formats', 'html,csv', '--out', place);
  expect(code).toBe(0);
  const files = own.flatMap(({ degree }) =>
    ['csv', 'html'].map((form) => join(place, institution, `second-${institution}-${degree}.${form}`)),
  );
  expect(namesIn(place)).toEqual([join(place, 'export.json'), ...files].sort());
  expect(readFileSync(files.find((name) => name.endsWith('.html')) ?? '', 'utf8')).toContain('<html lang="sv">');
});

test('no file holds the key of the report pages', async () => {
  const { reportKey } = await import('../../../server/results/report-key.ts');
  const key = Buffer.from(reportKey(server.deps.keys));
  for (const name of namesIn(out)) expect(readFileSync(name).includes(key)).toBe(false);
});

test.each([
  [['--institution', 'X9999'], /X9999[\s\S]*X0101/],
  [[], /--institution CODE[\s\S]*--all/],
  [['--all', '--institution', 'X0101'], /--institution CODE[\s\S]*--all/],
  [['--all', '--formats', 'docx'], /"docx"[\s\S]*html, json, xlsx, pdf, csv/],
  [['--all', '--language', 'de'], /"de"[\s\S]*fi, sv, en/],
  [['--all', '--language', 'sv', '--out', out], /another language \(fi\)/],
  [['--all', '--out', tmpdir()], /holds other files/],
])('%j is refused with what to do', async (words, message) => {
  const place = words.includes('--out') ? [] : ['--out', join(folder, 'refused')];
  const { code, err } = await run(...words, ...place);
  expect(code).toBe(1);
  expect(err).toMatch(message);
});

test('a round without a release is named', async () => {
  const { code, err } = await runWords(
    server.deps,
    folder,
    'reports',
    'export',
    '--round',
    'none',
    '--all',
    '--out',
    out,
  );
  expect(code).toBe(1);
  expect(err).toContain('Round none has no release');
});
