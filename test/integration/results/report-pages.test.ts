import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { SafeTable } from '../../../server/disclosure/safe-table.ts';
import { reportKey } from '../../../server/results/report-key.ts';
import { insertRelease, protectedTable, simulatedDegrees } from '../../support/build-release.ts';
import { careerSurvey } from '../../support/figure-context.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';
import { tablesOf, textOf } from '../../support/page-text.ts';

const { survey } = careerSurvey();
let server: TestApp;
let home: string;
let table: SafeTable;
let shown: { institution: string; degree: string }[];
let hidden: { institution: string; degree: string };

beforeAll(async () => {
  server = await openTestApp();
  home = `/reports/${reportKey(server.deps.keys)}`;
  const degrees = simulatedDegrees(survey, { graduates: 1500, seed: 5, institutions: 4 });
  ({ table } = protectedTable(survey, degrees));
  await insertRelease(server.deps.ownerDb, {
    id: 'first-2024',
    survey,
    table,
    builtOn: '2025-01-15',
    period: '2018-2019',
  });
  await insertRelease(server.deps.ownerDb, { id: 'second-2025', survey, table });
  shown = table.populations.filter(({ level }) => level === 'degree').toSorted((a, b) => b.respondents - a.respondents);
  const keys = new Set(table.populations.map(({ key }) => key));
  const found = degrees.find(({ institution, degree }) => !keys.has(`degree/${institution}/${degree}`));
  if (!found) throw new Error('the simulation hides no degree');
  hidden = found;
});
afterAll(() => server.close());

const report = (of: { institution: string; degree: string }, query = '?lang=en') =>
  server.get(`${home}/second-2025/${of.institution}/${of.degree}${query}`);
const first = () => shown[0] ?? { institution: '', degree: '' };

describe('who may read', () => {
  test('a wrong key is a page that does not exist, like any other', async () => {
    const nothing = await server.get('/nothing/here');
    for (const path of [`/reports/${'A'.repeat(27)}`, `${home}x`, `${home.slice(0, -1)}/methods`, '/reports/']) {
      const page = await server.get(path);
      expect(page.statusCode).toBe(404);
      expect(page.body).toBe(nothing.body);
      expect(page.headers).toEqual({ ...nothing.headers, date: page.headers.date });
    }
  });

  test('an unknown release is a page that does not exist', async () => {
    const { institution, degree } = first();
    expect((await server.get(`${home}/third-2026/${institution}/${degree}`)).statusCode).toBe(404);
    expect((await server.get(`${home}/%00/${institution}/${degree}`)).statusCode).toBe(404);
  });

  test('a hidden degree, one that nobody gave and a code that cannot be look the same, byte for byte', async () => {
    const page = await report(hidden);
    expect(page.statusCode).toBe(404);
    expect(textOf(page.body)).toContain('There is no report for this degree');
    const others = [
      { ...hidden, degree: '999999' },
      { institution: '00000', degree: hidden.degree },
      { ...hidden, degree: '%00' },
      { ...hidden, degree: 'a'.repeat(99) },
    ];
    for (const other of others) {
      const same = await report(other);
      expect(same.body).toBe(page.body);
      expect(same.statusCode).toBe(page.statusCode);
      expect(same.headers['content-length']).toBe(page.headers['content-length']);
    }
  });

  test('the pages need nothing but schema release', async () => {
    const { db } = server.deps;
    const before = await report(first());
    await server.deps.ownerDb.schema.withSchema('answer').alterTable('frozen_response').renameTo('away').execute();
    try {
      await expect(sql`select 1 from answer.frozen_response`.execute(db)).rejects.toThrow();
      expect((await report(first())).body).toBe(before.body);
    } finally {
      await server.deps.ownerDb.schema.withSchema('answer').alterTable('away').renameTo('frozen_response').execute();
    }
  });
});

describe('the list', () => {
  test('has every degree that may be shown, of the newest release, and no other', async () => {
    const { body } = await server.get(`${home}?lang=en`);
    const paths = [...body.matchAll(/href="\/reports\/[^/"]+\/([^"?]+)\?lang=en"/g)].map(([, path]) => path);
    const expected = shown.map(({ institution, degree }) => `second-2025/${institution}/${degree}`);
    expect(paths.filter((path) => path?.startsWith('second-2025/')).sort()).toEqual(expected.sort());
    expect(textOf(body)).toContain('Graduate career survey, graduates of 2020');
    expect(textOf(body)).toContain('graduates of 2018–2019 (first-2024)');
  });

  test('a search finds a name in any language, and an institution narrows it', async () => {
    const { institution, degree } = first();
    const list = survey.lists.get('degrees')?.codes.find(({ code }) => code === degree);
    const name = encodeURIComponent((list?.label.fi ?? '').toUpperCase());
    const { body } = await server.get(`${home}?lang=en&q=${name}&institution=${institution}`);
    const paths = [...body.matchAll(/second-2025\/([^/"]+)\/([^"?]+)\?lang=en"/g)].map(
      ([, one, two]) => `${one}/${two}`,
    );
    expect(paths).toContain(`${institution}/${degree}`);
    expect(paths.every((path) => path.startsWith(`${institution}/`))).toBe(true);
    expect(body).toContain(`href="?lang=sv&amp;q=`);
    expect((await server.get(`${home}?lang=en&q=zzzz`)).body).toContain('No report fits the search');
  });

  test('what does not exist becomes a default and a notice, escaped', async () => {
    const { statusCode, body } = await server.get(`${home}?lang=<b>&institution=none&release=%22gone%22&q=a&q=b`);
    expect(statusCode).toBe(200);
    expect(body).toContain('Kieltä ”&lt;b&gt;” ei ole. Sivu on suomeksi.');
    expect(body).toContain('Korkeakoulua ”none” ei ole');
    expect(body).toContain('Tuloksia ”&quot;gone&quot;” ei ole.');
  });
});

describe('a report', () => {
  test('says who answered, how many of how many, and how far that goes', async () => {
    const population = table.populations.find(({ key }) => key === `degree/${first().institution}/${first().degree}`);
    const { statusCode, body } = await report(first());
    expect(statusCode).toBe(200);
    const { respondents = 0, target = 0 } = population ?? {};
    const rate = Math.round((100 * respondents) / target);
    expect(textOf(body)).toContain(`${respondents} answers from ${target} graduates (${rate}%)`);
    expect(textOf(body)).toMatch(/Reliability: (good|fair)/);
    expect(textOf(body)).toContain('The respondents of this degree are part of both groups.');
  });

  test('its figures are those of the cells: skills', async () => {
    const { body } = await report(first());
    const skills = tablesOf(body).find((one) => one.caption.startsWith('Importance in work'));
    const key = `degree/${first().institution}/${first().degree}`;
    const cells = (population: string) => table.cells.get(population);
    const oneDecimal = (value: number) => (Math.round(Math.abs(value) * 10 + 1e-9) / 10).toFixed(1);
    const sign = (value: number) => (oneDecimal(value) === '0.0' ? '' : value < 0 ? '−' : '+');
    let compared = 0;
    for (const question of survey.questions.values()) {
      if (question.kind !== 'pair') continue;
      const row = skills?.rows.find(([head]) => head === question.text.en);
      for (const [column, population, id, measure] of [
        [1, key, `${question.code}.importance`, 'mean'],
        [2, key, `${question.code}.development`, 'mean'],
        [3, key, question.code, 'gap'],
        [5, 'nation', question.code, 'gap'],
      ] as const) {
        const cell = cells(population)?.get(id);
        const figure = cell?.status === 'exact' ? cell.measures[measure] : undefined;
        if (!figure) continue;
        const expected = (measure === 'gap' ? sign(figure.value) : '') + oneDecimal(figure.value);
        expect(row?.[column]?.split(' ')[0]).toBe(expected);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(20);
  });

  test('its figures are those of the cells: every share of a single choice, in all groups', async () => {
    const { body } = await report(first());
    const activity = tablesOf(body).find((one) => one.caption.startsWith('Main activity'));
    const own = table.populations.find(({ key }) => key === `degree/${first().institution}/${first().degree}`);
    const keys = [own?.key ?? '', `field/${own?.field}`, 'nation'];
    const question = survey.questions.get('main_activity');
    if (question?.kind !== 'single') throw new Error('main_activity is a single choice');
    for (const [column, key] of keys.entries()) {
      const cell = table.cells.get(key)?.get('main_activity');
      for (const [index, option] of question.options.entries()) {
        const row = activity?.rows[index];
        expect(row?.[0]).toBe(option.label.en);
        const category = cell?.status === 'exact' ? cell.categories[index] : undefined;
        const text = row?.[column + 1];
        if (category) expect(text?.split(' ')[0]).toBe(`${Math.round(category.figure.value * 100 + 1e-7)}%`);
        else expect(text).toMatch(cell?.status === 'at_least' ? /^(at least|not shown)/ : /^not shown$/);
      }
    }
  });

  test('every figure has a name, words beside each drawing, and a table', async () => {
    const { body } = await report(first());
    const figures = body.split('<figure').slice(1);
    expect(figures.length).toBeGreaterThan(15);
    for (const html of figures) {
      const name = /aria-labelledby="([^"]+)"/.exec(html)?.[1] ?? '';
      expect(html).toContain(`id="${name}"`);
      expect(html).toMatch(/<table>\s*<caption>[^<]+<\/caption>/);
      for (const [row] of html.matchAll(/<li id=[\s\S]*?<\/li>/g)) {
        expect(row).toMatch(/<p class="name">[^<]+<\/p>\s*<p class="value">[^<]+<\/p>/);
      }
    }
    expect(body.match(/<svg /g)?.length).toBe(body.match(/<svg [^>]*aria-hidden="true"/g)?.length);
  });

  test('ids are unique, and there is one first heading', async () => {
    const { body } = await report(first());
    const ids = [...body.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(new Set(ids).size);
    expect(body.match(/<h1/g)).toHaveLength(1);
  });

  test('drawings are made once and kept; two first readers at once get the same page', async () => {
    const second = shown[1] ?? first();
    const kept = () =>
      server.deps.ownerDb
        .selectFrom('release.chart')
        .select(['chart', 'svg'])
        .where('population_key', '=', `degree/${second.institution}/${second.degree}`)
        .where('release_id', '=', 'second-2025')
        .orderBy('chart')
        .execute();
    expect(await kept()).toEqual([]);
    const [one, other] = await Promise.all([report(second), report(second)]);
    expect(one.statusCode).toBe(200);
    expect(other.body).toBe(one.body);
    const drawings = await kept();
    expect(drawings.length).toBeGreaterThan(20);
    expect(new Set(one.body.match(/<svg[\s\S]*?<\/svg>/g))).toEqual(new Set(drawings.map(({ svg }) => svg)));
    await server.deps.ownerDb
      .updateTable('release.chart')
      .set({ svg: '<svg><title>kept</title></svg>' })
      .where('chart', '=', drawings[0]?.chart ?? '')
      .where('population_key', '=', `degree/${second.institution}/${second.degree}`)
      .execute();
    // In another language, since a page that was sent once is kept as it was.
    expect((await report(second, '?lang=fi')).body).toContain('<title>kept</title>');
  });

  test.each(['fi', 'sv', 'en'])(
    'in %s: the language of the page, links to the others, numbers as they are written',
    async (lang) => {
      const { body } = await report(first(), `?lang=${lang}`);
      expect(body).toContain(`<html lang="${lang}">`);
      for (const other of ['fi', 'sv', 'en']) expect(body).toContain(`href="?lang=${other}"`);
      expect(textOf(body)).toMatch(lang === 'en' ? /\d%/ : /\d\u00a0%/);
      expect(textOf(body)).not.toMatch(lang === 'en' ? /\d\u00a0%/ : /\d%/);
      expect(textOf(body)).not.toMatch(/undefined|NaN|\[object/);
    },
  );

  test('a release of version 1 has the questions of version 1', async () => {
    const old = server.deps.surveys.find('amk-career', 1);
    if (!old) throw new Error('no version 1');
    const degrees = simulatedDegrees(old, { graduates: 300, seed: 9, institutions: 1, degrees: 2 });
    const { table: tables } = protectedTable(old, degrees);
    await insertRelease(server.deps.ownerDb, { id: 'older', survey: old, table: tables, builtOn: '2020-01-01' });
    const degree = tables.populations.find(({ level }) => level === 'degree');
    const { body } = await server.get(`${home}/older/${degree?.institution}/${degree?.degree}?lang=en`);
    expect(body).toContain('Remote work');
    expect(body).not.toContain('Use of AI in work');
  });
});

test('the methods page is there in every language', async () => {
  for (const lang of ['fi', 'sv', 'en']) {
    const { statusCode, body } = await server.get(`${home}/methods?lang=${lang}`);
    expect(statusCode).toBe(200);
    expect(body.match(/<h2 id=/g)?.length).toBeGreaterThan(6);
  }
});
