import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { reportKey } from '../../server/results/report-key.ts';
import { insertRelease, protectedTable, simulatedDegrees } from '../support/build-release.ts';
import { careerSurvey } from '../support/figure-context.ts';
import { axeViolations, contentWidth, htmlProblems } from '../support/page-checks.ts';
import { startBrowser } from '../support/start-browser.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

let server: TestApp;
let browser: Browser;
let pages: Readonly<Record<string, string>>;

beforeAll(async () => {
  server = await openTestApp();
  const { survey } = careerSurvey();
  const { table } = protectedTable(survey, simulatedDegrees(survey, { graduates: 2500, seed: 3 }));
  await insertRelease(server.deps.ownerDb, { id: 'results', survey, table });
  const earlier = protectedTable(survey, simulatedDegrees(survey, { graduates: 2500, seed: 3, peopleSeed: 4 })).table;
  await insertRelease(server.deps.ownerDb, {
    id: 'earlier',
    survey,
    table: earlier,
    period: '2019',
    builtOn: '2025-01-15',
  });
  const degrees = table.populations
    .filter(({ level }) => level === 'degree')
    .toSorted((a, b) => b.respondents - a.respondents);
  const base = await server.app.listen({ port: 0, host: '127.0.0.1' });
  const home = `${base}/reports/${reportKey(server.deps.keys)}`;
  const reportOf = (degree = degrees[0]) => `${home}/results/${degree?.institution}/${degree?.degree}`;
  pages = {
    list: home,
    'large degree': reportOf(),
    'degree with few answers': reportOf(degrees.find(({ respondents }) => respondents < 10)),
    'one question': `${reportOf()}/question/skill_negotiation`,
    comparison: `${reportOf()}/comparison`,
    trends: `${home}/trends/${degrees[0]?.institution}/${degrees[0]?.degree}`,
    'several choices': `${reportOf()}/question/other_activities`,
    methods: `${home}/methods`,
    'not shown': `${home}/results/X0101/none`,
  };
  browser = await startBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const addressOf = (name: string, language: string) => `${pages[name]}?lang=${language}`;

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

/** Opens every table, as a reader may. */
const openTables = (page: Page) => page.locator('summary').evaluateAll((all) => all.forEach((one) => one.click()));

const NAMES = [
  'list',
  'large degree',
  'degree with few answers',
  'one question',
  'several choices',
  'comparison',
  'trends',
  'methods',
  'not shown',
];

describe.each(NAMES)('%s', (name) => {
  test.each([
    ['fi', 320, false],
    ['sv', 1280, true],
    ['en', 320, true],
  ])(
    'in %s at %i px, dark: %s: nothing for axe to complain of, no sideways scrolling',
    async (language, width, dark) => {
      await withPage({ width, dark }, async (page) => {
        await page.goto(addressOf(name, language));
        await openTables(page);
        expect(await contentWidth(page)).toBeLessThanOrEqual(width);
        expect(await axeViolations(page)).toEqual([]);
      });
    },
    180_000,
  );

  test('is valid HTML in every language', async () => {
    for (const language of ['fi', 'sv', 'en']) {
      const html = await (await fetch(addressOf(name, language))).text();
      expect(await htmlProblems(html)).toEqual([]);
    }
  });
});

describe('a report', () => {
  test('does not scroll sideways with letters of twice the size', async () => {
    await withPage({ width: 320 }, async (page) => {
      await page.goto(addressOf('large degree', 'fi'));
      await page.evaluate("document.documentElement.style.fontSize = '32px'");
      await openTables(page);
      expect(await contentWidth(page)).toBeLessThanOrEqual(320);
    });
  });

  test('numbers in drawings are at least 11 px on the smallest phone, and follow dark mode', async () => {
    const readText = (page: Page): Promise<{ size: number; fill: string }> =>
      page.evaluate(`(() => {
        const text = document.querySelector('.rows .drawing svg text');
        const scale = text.ownerSVGElement.getBoundingClientRect().width / 400;
        return { size: parseFloat(getComputedStyle(text).fontSize) * scale, fill: getComputedStyle(document.querySelector('.drawing path[fill^="var(--chart-own)"]')).fill };
      })()`);
    const seen = (dark: boolean) =>
      withPage({ width: 320, dark }, async (page) => {
        await page.goto(addressOf('large degree', 'fi'));
        return readText(page);
      });
    const [light, dark] = [await seen(false), await seen(true)];
    expect(light.size).toBeGreaterThanOrEqual(11);
    expect(light.fill).toBe('rgb(18, 67, 109)');
    expect(dark.fill).toBe('rgb(140, 196, 245)');
  });

  test('without script every table opens', async () => {
    await withPage({ width: 1280, script: false }, async (page) => {
      await page.goto(addressOf('large degree', 'en'));
      const table = page.locator('figure table').first();
      expect(await table.isVisible()).toBe(false);
      await page.locator('figure summary').first().click();
      expect(await table.isVisible()).toBe(true);
    });
  });
});
