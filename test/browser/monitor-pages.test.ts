import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { defaultPlan } from '../../server/messages/default-plan.ts';
import { savePlan } from '../../server/messages/save-plan.ts';
import { freezeRound } from '../../server/rounds/freeze-round.ts';
import { fillRound, type DegreeStanding } from '../support/monitored-round.ts';
import { axeViolations, contentWidth, htmlProblems } from '../support/page-checks.ts';
import { openRoundDesk, type RoundDesk } from '../support/round-desk.ts';
import type { StaffMember } from '../support/staff.ts';
import { startBrowser } from '../support/start-browser.ts';
import { CLOSES, OPENS } from '../support/test-app.ts';

let desk: RoundDesk;
let browser: Browser;
let base: string;
const YEAR = 364 * 24 * 3_600_000;

/** Twelve degrees of an institution and one of another, answered day by day. */
function standing(year: number, days: number): DegreeStanding[] {
  const degrees = ['671112', '671101', '621901', '612101', '631101', '641101', '651101', '661101', '681101', '691101'];
  return [...degrees, 'other'].map((degree, index) => ({
    institution: degree === 'other' ? 'X0102' : 'X0101',
    degree: degree === 'other' ? '671112' : degree,
    target: index === 3 ? 8 : 12 + index * 40,
    days: Object.fromEntries(
      Array.from({ length: days }, (_, day) => [
        `${year}-11-${String(day + 3).padStart(2, '0')}`,
        Math.floor(((index + 1) * (year === 2025 ? 5 : 3)) / (day + 2)),
      ]),
    ),
    begun: index,
    partial: index,
    refused: 1,
    gone: 1,
  }));
}

beforeAll(async () => {
  desk = await openRoundDesk();
  const { server } = desk;
  const earlier = await server.aRound({
    opens_at: new Date(OPENS.getTime() - YEAR),
    closes_at: new Date(CLOSES.getTime() - YEAR),
  });
  await fillRound(server.deps, earlier, standing(2025, 26));
  await freezeRound(server.deps, { roundId: earlier, progress: () => undefined });
  const now = await server.aRound();
  await fillRound(server.deps, now, standing(2026, 9));
  const times = { opens_at: OPENS, closes_at: CLOSES, time_zone: 'Europe/Helsinki' };
  await savePlan(server.deps, { roundId: now, plan: defaultPlan(times) });
  await server.aRound(); // nobody is asked
  await desk.aDraft('monitored-draft');
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

const WINDOWS = [
  ['fi', 320, false],
  ['fi', 1280, true],
  ['sv', 1280, false],
  ['en', 320, true],
] as const;
const PAGES = [
  '/rounds/round-2/monitor',
  '/rounds/round-2/monitor?institution=X0101',
  '/rounds/round-1/monitor',
  '/rounds/round-3/monitor',
  '/rounds/monitored-draft/monitor',
];

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
      for (const summary of await page.locator('main summary').all()) await summary.click();
      await expectFine(page, width);
    });
  });
});

test('an institution’s coordinator finds the monitor from the round, and the newest numbers by a link, without script', async () => {
  await withPage({ width: 320, script: false, as: desk.institution }, async (page) => {
    await page.goto(`${base}/rounds/round-2?lang=en`);
    await page.getByRole('link', { name: 'Live monitor' }).first().click();
    expect(await page.textContent('h1')).toContain('Live monitor');
    await page.getByRole('link', { name: 'Update' }).click();
    expect(await page.locator('.curve svg').count()).toBe(1);
    expect(await page.textContent('.terms')).toContain('at least');
  });
});
