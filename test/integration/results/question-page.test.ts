import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { SafeTable } from '../../../server/disclosure/safe-table.ts';
import { LANGUAGES } from '../../../server/engine/text.ts';
import { reportKey } from '../../../server/results/report-key.ts';
import { insertRelease, protectedTable, simulatedDegrees } from '../../support/build-release.ts';
import { careerSurvey } from '../../support/figure-context.ts';
import { tablesOf, textOf } from '../../support/page-text.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

const { survey } = careerSurvey();
let server: TestApp;
let table: SafeTable;
let home: string;
let own: { key: string; institution: string; field: string; degree: string };

beforeAll(async () => {
  server = await openTestApp();
  ({ table } = protectedTable(survey, simulatedDegrees(survey, { graduates: 1500, seed: 5, institutions: 4 })));
  await insertRelease(server.deps.ownerDb, { id: 'first', survey, table });
  const [largest] = table.populations
    .filter(({ level }) => level === 'degree')
    .toSorted((a, b) => b.respondents - a.respondents);
  if (!largest) throw new Error('no degree');
  own = largest;
  home = `/reports/${reportKey(server.deps.keys)}/first/${own.institution}/${own.degree}`;
});
afterAll(() => server.close());

const read = (code: string, language = 'en') => server.get(`${home}/question/${code}?lang=${language}`);

describe('one question in depth', () => {
  test('has the words of every language, who was asked, and every group of the release that shows it', async () => {
    const { statusCode, body } = await read('job_matches_level', 'sv');
    expect(statusCode).toBe(200);
    const question = survey.questions.get('job_matches_level');
    for (const language of LANGUAGES) expect(textOf(body)).toContain(question?.text[language]);
    expect(textOf(body)).toMatch(/Vem som tillfrågades Om /);
    const [answers] = tablesOf(body);
    expect(answers?.columns).toEqual(expect.arrayContaining(['Denna examen', 'Området', 'Hela landet']));
  });

  test('its figures are those of the cells, in each group', async () => {
    const [answers] = tablesOf((await read('main_activity')).body);
    const keys = new Map([
      ['This degree', own.key],
      ['This degree, whole country', `degree_national/${own.degree}`],
      ['Own institution', `institution/${own.institution}`],
      ['Field', `field/${own.field}`],
      ['Whole country', 'nation'],
    ]);
    let compared = 0;
    for (const [column, name] of (answers?.columns ?? []).entries()) {
      if (column === 0) continue;
      const cell = table.cells.get(keys.get(name) ?? '')?.get('main_activity');
      for (const [index, row] of (answers?.rows ?? []).slice(0, -1).entries()) {
        const category = cell?.status === 'exact' ? cell.categories[index] : undefined;
        if (!category) expect(row[column]).toMatch(/^(at least|not shown)/);
        else expect(row[column]?.split(' ')[0]).toBe(`${Math.round(category.figure.value * 100 + 1e-7)}%`);
        compared += category ? 1 : 0;
      }
    }
    expect(compared).toBeGreaterThan(25);
  });

  test('every link of the report to a question leads to its page', async () => {
    const { body } = await server.get(`${home}?lang=en`);
    const links = new Set([...body.matchAll(/href="([^"]+\/question\/[^"]+)"/g)].map(([, href = '']) => href));
    expect(links.size).toBeGreaterThan(35);
    for (const link of links) {
      const { pathname, search } = new URL(link, `http://x${home}`);
      const { statusCode, body: page } = await server.get(pathname + search);
      expect(`${pathname} ${statusCode}`).toBe(`${pathname} 200`);
      expect(textOf(page)).not.toMatch(/undefined|NaN|\[object/);
      expect(tablesOf(page).length).toBeGreaterThan(0);
    }
  });

  test('a question that no report shows, and one that there is not, are pages that do not exist', async () => {
    for (const code of ['open_wishes', 'consent_research', 'none', '__proto__', '%00'])
      expect((await read(code)).statusCode).toBe(404);
  });

  test('of a degree without a report it is the page that says so, whatever is asked', async () => {
    const refused = await server.get(`${home.replace(own.degree, '999999')}?lang=en`);
    for (const code of ['main_activity', 'none']) {
      const page = await server.get(`${home.replace(own.degree, '999999')}/question/${code}?lang=en`);
      expect(page.statusCode).toBe(404);
      expect(page.body).toBe(refused.body);
    }
  });
});

describe('a report that is kept', () => {
  test('is byte for byte the one that was made, compressed or not', async () => {
    const url = `${home}?lang=fi`;
    const [first, again] = [await server.get(url), await server.get(url)];
    expect(again.body).toBe(first.body);
    for (const accepted of ['gzip', 'br, gzip', 'br', 'identity']) {
      const { headers, rawPayload } = await server.app.inject({ url, headers: { 'accept-encoding': accepted } });
      const unpack = { gzip: gunzipSync, br: brotliDecompressSync }[String(headers['content-encoding'])];
      expect((unpack ? unpack(rawPayload) : rawPayload).toString('utf8')).toBe(first.body);
      expect(String(headers.vary)).toContain('accept-encoding');
    }
  });

  test('tells of a decision as soon as there is one', async () => {
    const said = async () => textOf((await server.get(`${home}?lang=en`)).body);
    expect(await said()).toContain('Decisions so far None recorded');
    const log = home.replace(/\/first\/.*$/, `/actions/${own.institution}/${own.degree}`);
    const form = {
      title: 'x',
      item: '',
      release: 'first',
      on: '12.2.2026',
      body: 'Group',
      decision: 'decided',
      reason: '',
    };
    const rest = {
      what: 'An exercise',
      role: 'Director',
      due: '2026',
      measure: '',
      for_students: '',
      saved_by: 'Team',
    };
    expect((await server.post(`${log}/add?lang=en`, { ...form, ...rest })).statusCode).toBe(303);
    expect(await said()).toContain('Decisions so far 1 in progress');
  });
});
