import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { enterOn, typeInto } from '../support/keyboard.ts';
import { axeViolations, contentWidth, htmlProblems } from '../support/page-checks.ts';
import { moment, newRound, openRoundDesk, type RoundDesk } from '../support/round-desk.ts';
import type { StaffMember } from '../support/staff.ts';
import { startBrowser } from '../support/start-browser.ts';

let desk: RoundDesk;
let browser: Browser;
let base: string;
const DRAFT = '/rounds/amk-career-2027';

beforeAll(async () => {
  desk = await openRoundDesk();
  const { server, nation } = desk;
  await server.aPerson({ round: await server.aRound() });
  await desk.aDraft('amk-career-2027', moment('closes', '31.10.2027', '03:30', 'second'));
  const rule = { survey: 'amk-career', day: '1', month: '10', time: '09:00', daysOpen: '40', yearsAfter: '5' };
  await nation.post('/rounds/yearly?lang=en', rule);
  await nation.post(`${DRAFT}/institutions?lang=en`, { 'part-X0101': 'yes', 'part-X0102': 'no' });
  base = await server.app.listen({ port: 0, host: '127.0.0.1' });
  browser = await startBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await desk?.server.close();
});

type Window = { width: number; dark?: boolean; script?: boolean; as?: StaffMember };

async function withPage<T>({ width, dark, script = true, as = desk.nation }: Window, work: (page: Page) => Promise<T>) {
  const colorScheme = dark ? 'dark' : 'light';
  const viewport = { width, height: 800 };
  const context = await browser.newContext({ viewport, colorScheme, javaScriptEnabled: script });
  const [name = '', value = ''] = as.cookie.split('=');
  await context.addCookies([{ name, value, url: base }]);
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

const PAGES = [
  '/rounds',
  DRAFT,
  '/rounds/round-1',
  `${DRAFT}/dates`,
  '/rounds/new',
  '/rounds/new?from=round-1',
  `${DRAFT}/institutions`,
  `${DRAFT}/history`,
  '/rounds/yearly',
  `${DRAFT}/publish`,
  `${DRAFT}/discard`,
  '/rounds/round-1/withdraw',
  '/rounds/round-1/extension',
  '/staff',
];
const WINDOWS = [
  ['fi', 320, false],
  ['sv', 1280, true],
  ['en', 320, true],
] as const;

async function expectFine(page: Page, width: number): Promise<void> {
  expect(await contentWidth(page)).toBeLessThanOrEqual(width);
  expect(await axeViolations(page)).toEqual([]);
  expect(await htmlProblems(await page.content())).toEqual([]);
}

describe.each(PAGES)('%s', (path) => {
  test.each(WINDOWS)('in %s at %i px, dark: %s: nothing for axe to complain of', async (language, width, dark) => {
    await withPage({ width, dark }, async (page) => {
      await page.goto(`${base}${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      await expectFine(page, width);
    });
  });
});

test.each(WINDOWS)('an institution’s part in %s at %i px, dark: %s', async (language, width, dark) => {
  await withPage({ width, dark, as: desk.institution }, async (page) => {
    for (const path of ['', '/institutions', '/dates']) {
      await page.goto(`${base}${DRAFT}${path}?lang=${language}`);
      await expectFine(page, width);
    }
  });
});

test.each(WINDOWS)('refused and overtaken dates in %s at %i px, dark: %s', async (language, width, dark) => {
  await withPage({ width, dark }, async (page) => {
    await page.goto(`${base}${DRAFT}/dates?lang=${language}`);
    await page.fill('#opens-day', '40');
    await page.fill('#tolerance', 'x');
    await page.click('main button.btn');
    expect(await page.locator('#errors li').count()).toBe(2);
    expect(await page.evaluate('document.activeElement.id')).toBe('errors');
    await expectFine(page, width);
    await page.goto(`${base}${DRAFT}/dates?lang=${language}`);
    const revision = await page.inputValue('input[name=revision]');
    // Somebody else in between: three languages, three different times.
    const theirs: Record<string, string> = { ...newRound('x'), revision };
    theirs['opens-time'] = { fi: '10:00', sv: '11:00', en: '12:00' }[language];
    await desk.nation.post(`${DRAFT}/dates?lang=en`, theirs);
    await page.fill('#opens-day', '4');
    await page.click('main button.btn');
    expect(await page.locator('table.both tbody tr').count()).toBe(4);
    await expectFine(page, width);
  });
});

test('a round is made by keyboard alone, without script', async () => {
  await withPage({ width: 320, script: false }, async (page) => {
    await page.goto(`${base}/rounds?lang=en`);
    await enterOn(page, page.locator('main a.btn'));
    await enterOn(page, page.locator('main a', { hasText: 'A new round of Graduate career survey' }));
    await page.locator('#id').fill('');
    await typeInto(page, page.locator('#id'), 'by-keyboard');
    await typeInto(page, page.locator('#cohort'), '2022');
    await typeInto(page, page.locator('#opens-day'), '6');
    await typeInto(page, page.locator('#opens-month'), 'Sep');
    await typeInto(page, page.locator('#opens-year'), '2027');
    await typeInto(page, page.locator('#closes-day'), '17');
    await typeInto(page, page.locator('#closes-month'), 'Oct');
    await typeInto(page, page.locator('#closes-year'), '2027');
    await enterOn(page, page.locator('main button.btn'));
    expect(await page.textContent('h1')).toContain('graduates of 2022');
    expect(await page.textContent('.now')).toContain('Draft');
    expect(await page.textContent('dl.facts')).toContain('Monday 6 September 2027 at 9:00 (summer time)');
  });
});
