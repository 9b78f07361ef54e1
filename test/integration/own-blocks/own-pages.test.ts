import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import {
  COMMUTE,
  EMPTY_HINT,
  OWN_ORIGIN,
  ownEditor,
  TRAVEL_OPTIONS,
  WORKED,
  type OwnEditor,
} from '../../support/own-editor.ts';
import { htmlProblems } from '../../support/page-checks.ts';
import { textOf } from '../../support/page-text.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

let server: TestApp;
let editor: OwnEditor;
beforeAll(async () => {
  server = await openTestApp();
});
afterAll(() => server.close());

// Each test has an institution of its own.
let used = 0;
beforeEach(() => {
  const nameOf = (number: number) => `/own-questions/amk-career/X01${String(number).padStart(2, '0')}`;
  editor = ownEditor(server, nameOf(used + 1));
  used += 1;
});

describe('pages', () => {
  test('every GET leaves the database as it is', async () => {
    await editor.add('scale', WORKED);
    const tables = ['own_block', 'own_block_draft', 'round_own_block', 'audit_event'];
    const state = async () => {
      const all = await Promise.all(
        tables.map((table) => sql`select * from ${sql.table(`survey.${table}`)}`.execute(server.deps.ownerDb)),
      );
      return all.map(({ rows }) => rows);
    };
    const before = await state();
    for (const page of [
      '',
      '/intro',
      '/take',
      '/publish',
      '/preview',
      '/preview/fi',
      '/question/new',
      '/question/none',
    ])
      await editor.get(page, '&done=published&restore=x&copy=1');
    await server.get(`/own-questions/open?survey=amk-career&institution=X0104&degree=671112`);
    expect(await state()).toEqual(before);
  });

  test('what does not exist is a page that does not exist', async () => {
    const nothing = await server.get('/nothing/here?lang=en');
    for (const path of [
      'none/X0101',
      'amk-career/none',
      'amk-career/X0101/none',
      'amk-career/X0101/preview/de',
      'amk-career/%00/publish',
    ]) {
      const page = await server.get(`/own-questions/${path}?lang=en`);
      expect(page.statusCode).toBe(404);
      expect(page.body).toBe(nothing.body);
    }
  });

  test('are valid HTML in each language, in all their states', async () => {
    const code = await editor.add('multiple', { ...COMMUTE, options: [TRAVEL_OPTIONS[0]], none: ['<b>', '&', '"'] });
    await editor.post('/intro', { revision: '99', 'intro.fi': 'Hei', 'intro.sv': '', 'intro.en': '' });
    await editor.add('scale', { text: ['Työ ja palkka', 'Arbete', 'Work'] });
    await editor.add('pair', { text: ['Taito', 'Färdighet', 'Skill'] });
    await editor.add('text', { more: { maxLength: 'long' } });
    await editor.post('', { remove: await editor.add('single', COMMUTE) });
    const pages = ['', '/intro', '/take', '/publish', '/preview', '/preview/sv', '/question/new', `/question/${code}`];
    for (const language of ['fi', 'sv', 'en']) {
      for (const page of pages) {
        const { body } = await server.get(`${editor.base}${page}?lang=${language}`);
        expect([page, ...(await htmlProblems(body))]).toEqual([page]);
        expect(textOf(body)).not.toMatch(/undefined|NaN|\[object/);
      }
      expect(await htmlProblems((await server.get(`/own-questions?lang=${language}`)).body)).toEqual([]);
    }
    for (const bad of [
      await editor.post('/question/new', {}),
      await editor.post('/question/none', {}),
      await editor.post('', { round: 'none', version: '1' }),
      await editor.publish(),
    ]) {
      expect(bad.statusCode).toBe(422);
      expect(await htmlProblems(bad.body)).toEqual([]);
    }
  });

  test('a preview shows a sign or the fallback for variables, and never stores an answer', async () => {
    const code = await editor.add('text', {
      text: ['Miten {degree} auttoi?', 'Hjälpte {degree}?', 'Did {degree|it} help?'],
    });
    const [fi, en] = [await editor.get('/preview/fi'), await editor.get('/preview/en')];
    expect(textOf(fi.body)).toContain('Miten [tutkinto] auttoi?');
    expect(textOf(en.body)).toContain('Did it help?');
    expect(fi.body).not.toContain('<form');
    expect((await editor.post('/preview/fi', { [code]: 'x' })).statusCode).toBe(404);
  });

  test('anything may be posted: broken, long, repeated, binary', async () => {
    const code = await editor.add('single', COMMUTE);
    for (const form of [
      { 'text.fi': 'a\0b\ud800' },
      [
        ['text.fi', 'a'],
        ['text.fi', 'b'],
      ] as const,
      { 'option.0.fi': 'x', 'option.0.code': '../../etc', 'option.1.fi': 'y', 'option.1.code': '1' },
      { kind: '__proto__', most: '9'.repeat(400) },
      { revision: '-1', scale: 'x'.repeat(5000) },
    ]) {
      expect(
        (
          await editor.post(`/question/${code}`, {
            ...EMPTY_HINT,
            ...Object.fromEntries(Array.isArray(form) ? form : Object.entries(form)),
          })
        ).statusCode,
      ).toBeLessThan(500);
      expect((await editor.get(`/question/${code}`)).statusCode).toBe(200);
      expect((await editor.get('/publish')).statusCode).toBe(200);
    }
    for (const form of [
      { up: code, down: 'x' },
      { take: '__proto__' },
      { remove: 'constructor' },
      { round: 'x', version: 'y' },
    ])
      expect((await editor.post('', form)).statusCode).toBeLessThan(500);
  });
});

describe('without signing in: the machine of a demonstration alone', () => {
  const PAGES = ['/own-questions', '/own-questions/amk-career/X0101', '/own-questions/amk-career/X0101/preview/fi'];
  const away = { 'accept-language': 'en' };
  const signInFor = (path: string) => `/staff/sign-in?${new URLSearchParams({ next: path }).toString()}`;
  test.each([
    { 'x-forwarded-for': '127.0.0.1' },
    { forwarded: 'for=127.0.0.1' },
    { 'x-real-ip': '127.0.0.1' },
    { host: 'survey.example.org' },
    { host: 'localhost.example.org' },
  ])('not past a proxy, nor by another name: %j', async (headers) => {
    for (const path of PAGES) {
      const page = await server.get(path, { ...away, ...headers });
      expect([page.statusCode, page.headers.location]).toEqual([303, signInFor(path)]);
    }
    const post = await server.post(PAGES[1] ?? '', { kind: 'text' }, { ...OWN_ORIGIN, ...headers });
    expect([post.statusCode, post.headers.location]).toEqual([303, '/staff/sign-in']);
  });

  test('not from another machine', async () => {
    for (const url of PAGES) {
      const page = await server.app.inject({ url, remoteAddress: '192.0.2.7', headers: away });
      expect([page.statusCode, page.headers.location]).toEqual([303, signInFor(url)]);
    }
  });

  test('no form of another page', async () => {
    const before = await editor.get();
    for (const [headers, status] of [
      [{}, 303],
      [{ origin: 'http://evil.example' }, 403],
      [{ origin: 'null' }, 303],
      [{ 'sec-fetch-site': 'cross-site' }, 403],
    ] as const) {
      const answer = await server.post(`${editor.base}/question/new`, { kind: 'text' }, headers);
      expect(answer.statusCode).toBe(status);
      expect(answer.headers.location ?? '/staff/sign-in').toBe('/staff/sign-in');
    }
    expect((await editor.get()).body).toBe(before.body);
  });

  test('frames: only the preview holds them, and only its parts stand in them', async () => {
    const policy = async (page: string) => String((await editor.get(page)).headers['content-security-policy']);
    expect(await policy('')).toContain("frame-ancestors 'none'");
    expect(await policy('')).not.toContain('frame-src');
    expect(await policy('/preview')).toContain("frame-src 'self'");
    expect(await policy('/preview')).toContain("frame-ancestors 'none'");
    expect(await policy('/preview/fi')).toContain("frame-ancestors 'self'");
  });
});
