import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { releaseOpenAnswers } from '../../server/open-answers/release-open-answers.ts';
import { reportKey } from '../../server/results/report-key.ts';
import { releasedRound } from '../support/frozen-texts.ts';
import { axeViolations, contentWidth, htmlProblems } from '../support/page-checks.ts';
import { startBrowser } from '../support/start-browser.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

const SAME_ORIGIN = { 'sec-fetch-site': 'same-origin' };
let server: TestApp;
let browser: Browser;
let base: string;
let pages: Readonly<Record<string, string>>;
let bad: Readonly<Record<string, string>>;

beforeAll(async () => {
  server = await openTestApp();
  const round = await releasedRound(server, 'talk');
  const [degree, other] = round.degrees;
  if (!degree || !other) throw new Error('no degrees');
  const place = `/open-answers/${round.roundId}`;
  const names = { name_fi: 'Harjoittelu', name_sv: 'Praktik', name_en: 'Practice' };
  await server.post(`${place}/open_wishes/themes?by=Aila`, { by: 'Aila', do: 'add', ...names }, SAME_ORIGIN);
  const theme = await server.deps.ownerDb.selectFrom('answer.text_theme').select('id').executeTakeFirstOrThrow();
  const bodies = Array.from({ length: 14 }, (_, index) => `enemmän harjoittelua, toive ${index + 10}`);
  for (const [index, text] of (await round.write('open_wishes', degree, bodies)).entries()) {
    const form = { by: 'Aila', revision: '0', choice: 'approve', ...(index < 11 ? { theme: theme.id } : {}) };
    await server.post(`${place}/open_wishes/text/${text.key}?by=Aila`, form, SAME_ORIGIN);
  }
  await releaseOpenAnswers(server.deps, { roundId: round.roundId, progress: () => undefined });
  const said = 'Kysy Matti Virtaselta, puh. 040 123 4567. Olin ryhmän ainoa mies.\nOlin töissä Nokialla vuonna 2019.';
  const [marked, waiting] = await round.write('open_wishes', other, [said, 'Liisa auttoi minua paljon']);
  if (!marked || !waiting) throw new Error('nothing written');
  const removed = { by: 'Aila', revision: '0', choice: 'redact', words: 'Liisa', reason: 'a name' };
  await server.post(`${place}/open_wishes/text/${waiting.key}?by=Aila`, removed, SAME_ORIGIN);

  const home = `/reports/${reportKey(server.deps.keys)}`;
  const log = `${home}/actions/${degree.institution}/${degree.degree}`;
  const entry = {
    title: 'Neuvottelutaidot: suurin ero työn vaatimukseen',
    item: 'skill_negotiation',
    release: round.releaseId,
  };
  const decided = {
    on: '12.2.2026',
    body: 'Opetussuunnitelmatyöryhmä',
    decision: 'decided',
    what: 'Neuvotteluharjoitus',
    role: 'Tutkintovastaava',
  };
  const more = { due: '2026', measure: 'skill_negotiation', for_students: '1', saved_by: 'Tiimi' };
  const saved = await server.post(`${log}/add`, { ...entry, ...decided, ...more });
  const id = /#a-(.*)$/.exec(saved.headers.location ?? '')?.[1] ?? '';
  await server.post(`${log}/${id}/edit`, { ...entry, ...decided, ...more, decision: 'done', revision: '1' });
  base = await server.app.listen({ port: 0, host: '127.0.0.1' });
  pages = {
    queue: '/open-answers?by=Aila',
    'queue without a name': '/open-answers?',
    text: `${place}/open_wishes/text/${marked.key}?by=Aila`,
    'second reviewer': `${place}/open_wishes/text/${waiting.key}?by=Eino`,
    decided: `${place}/open_wishes/decided?by=Aila`,
    themes: `${place}/open_wishes/themes?by=Aila`,
    'open answers': `${home}/${round.releaseId}/${degree.institution}/${degree.degree}/open-answers?`,
    'action log': `${log}?`,
    'empty log': `${home}/actions/${other.institution}/${other.degree}?`,
    'add an action': `${log}/add?item=skill_negotiation&release=${round.releaseId}`,
    history: `${log}/${id}/history?`,
  };
  bad = { text: pages['text'] ?? '', 'add an action': `${log}/add?`, 'edit an action': `${log}/${id}/edit?` };
  browser = await startBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function withPage<T>(
  options: { width: number; dark?: boolean; script?: boolean },
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({
    viewport: { width: options.width, height: 800 },
    colorScheme: options.dark ? 'dark' : 'light',
    javaScriptEnabled: options.script ?? true,
  });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

const addressOf = (name: string, language: string) => `${base}${pages[name]}&lang=${language}`;
const NAMES = ['queue', 'queue without a name', 'text', 'second reviewer', 'decided', 'themes'];
const MORE = ['open answers', 'action log', 'empty log', 'add an action', 'history'];

describe.each([...NAMES, ...MORE])('%s', (name) => {
  test.each([
    ['fi', 320, false],
    ['sv', 1280, true],
  ])(
    'in %s at %i px, dark: %s: nothing for axe to complain of, no sideways scrolling',
    async (language, width, dark) => {
      await withPage({ width, dark }, async (page) => {
        const response = await page.goto(addressOf(name, language));
        expect(response?.status()).toBe(200);
        expect(await contentWidth(page)).toBeLessThanOrEqual(width);
        expect(await axeViolations(page)).toEqual([]);
      });
    },
  );

  test('is valid HTML in every language', async () => {
    for (const language of ['fi', 'sv', 'en'])
      expect(await htmlProblems(await (await fetch(addressOf(name, language))).text())).toEqual([]);
  });
});

describe('a form that is refused', () => {
  test.each(['text', 'add an action'])(
    '%s: the summary has the focus, and axe nothing to complain of',
    async (name) => {
      await withPage({ width: 320 }, async (page) => {
        await page.goto(`${base}${bad[name]}&lang=fi`);
        await page.locator('button.btn').first().click();
        expect(await page.title()).toMatch(/^Virhe: /);
        expect(await page.evaluate('document.activeElement.id')).toBe('errors');
        expect(await contentWidth(page)).toBeLessThanOrEqual(320);
        expect(await axeViolations(page)).toEqual([]);
        expect(await htmlProblems(await page.content())).toEqual([]);
      });
    },
  );

  test('two editors: the second one sees both texts on a page that axe has nothing against', async () => {
    await withPage({ width: 320 }, async (first) => {
      await first.goto(`${base}${bad['edit an action']}&lang=en`);
      await withPage({ width: 320 }, async (second) => {
        await second.goto(`${base}${bad['edit an action']}&lang=en`);
        await second.locator('#what').fill('written second');
        await second.locator('#saved-by').fill('Team');
        await second.locator('button.btn').click();
      });
      await first.locator('#what').fill('written first');
      await first.locator('#saved-by').fill('Team');
      await first.locator('button.btn').click();
      expect(await first.textContent('main')).toContain('written second');
      expect(await first.locator('#what').inputValue()).toBe('written first');
      expect(await contentWidth(first)).toBeLessThanOrEqual(320);
      expect(await axeViolations(first)).toEqual([]);
    });
  });
});

test('a reviewer works by keyboard alone and without script', async () => {
  await withPage({ width: 1280, script: false }, async (page) => {
    await page.goto(addressOf('text', 'en'));
    const press = async (key: string, times = 1) => {
      for (let at = 0; at < times; at += 1) await page.keyboard.press(key);
    };
    await page.locator('#mark-0').focus();
    await press('Space');
    expect(await page.locator('#mark-0').isChecked()).toBe(true);
    const marks = await page.locator('input[name=mark]').count();
    await press('Tab', marks); // past the other marks, to the words
    await page.keyboard.type('Nokialla');
    await press('Tab');
    await press('ArrowDown'); // from the first choice to the second
    await press('Tab');
    await page.keyboard.type('tells who');
    const from = page.url();
    await press('Enter');
    await page.waitForURL((url) => url.href !== from);
    await page.goto(addressOf('text', 'en'));
    expect(await page.textContent('main')).toContain('Waits for a second person');
    expect(await page.textContent('main')).toContain('tells who');
  });
});
