import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import type { Browser, Page } from 'playwright-core';
import { buildApp } from '../../server/app.ts';
import { axeViolations, contentWidth, htmlProblems } from '../support/page-checks.ts';
import { startBrowser } from '../support/start-browser.ts';
import { surveysWithVariables } from '../support/survey-with-variables.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

let service: TestApp;
let app: FastifyInstance;
let base: string;
let browser: Browser;
beforeAll(async () => {
  service = await openTestApp();
  app = await buildApp({ ...service.deps, surveys: surveysWithVariables });
  base = await app.listen({ port: 0, host: '127.0.0.1' });
  browser = await startBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await app?.close();
  await service?.close();
});

const PAGES: Readonly<Record<string, string>> = {
  'the list': '/definitions',
  'a version that does not exist': '/definitions/amk-career/9',
  'a comparison': '/definitions/amk-career/1/2',
  'a comparison with all questions': '/definitions/amk-career/1/2?show=all',
  'a comparison without declarations': '/definitions/amk-career/3/4',
  'versions that are alike': '/definitions/amk-career/2/2',
  'a questionnaire': '/definitions/amk-career/2',
};
const addressOf = (name: string, language: string) => {
  const path = PAGES[name] ?? '';
  return `${base}${path}${path.includes('?') ? '&' : '?'}lang=${language}`;
};

async function withPage<T>(
  { width, dark = false, script = true }: { width: number; dark?: boolean; script?: boolean },
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: script,
  });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

const CASES = [
  ['fi', 320, false],
  ['sv', 320, true],
  ['en', 320, false],
  ['fi', 1280, true],
  ['sv', 1280, false],
  ['en', 1280, true],
] as const;

describe.each(Object.keys(PAGES))('%s', (name) => {
  // With all questions it is the same page, only much longer: one look at each width is enough.
  test.each(name === 'a comparison with all questions' ? CASES.slice(2, 4) : CASES)(
    'in %s at %i px, dark: %s: nothing for axe to complain of, no sideways scrolling',
    async (language, width, dark) => {
      await withPage({ width, dark }, async (page) => {
        await page.goto(addressOf(name, language));
        await page.locator('summary').evaluateAll((all) => all.forEach((one) => one.click()));
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

describe('comparing', () => {
  test('from the list to a question that changed, and to all of them, without script', async () => {
    await withPage({ width: 320, script: false }, async (page) => {
      await page.goto(`${base}/definitions?lang=en`);
      await page.getByRole('link', { name: 'Compare versions 1 and 2' }).click();
      await page.getByRole('link', { name: 'Your present job' }).click();
      expect(new URL(page.url()).hash).toBe('#part-job');
      await page.getByRole('link', { name: 'Show all questions' }).click();
      await page.waitForLoadState();
      expect(await page.locator('article').count()).toBeGreaterThan(45);
      await page.getByRole('link', { name: 'Suomi' }).click();
      await page.waitForLoadState();
      expect(await page.locator('article').count()).toBeGreaterThan(45);
      await page.getByRole('link', { name: 'Näytä vain se, mikä muuttui' }).click();
      await page.waitForLoadState();
      expect(await page.locator('article').count()).toBe(4);
    });
  });

  test('what changed is told by more than colour, and read out', async () => {
    await withPage({ width: 1280 }, async (page) => {
      await page.goto(`${base}/definitions/amk-career/1/2?lang=en`);
      const lines = (tag: string): Promise<string> =>
        page.evaluate(`getComputedStyle(document.querySelector('#q-unemployment_spells ${tag}')).textDecorationLine`);
      expect([await lines('del'), await lines('ins')]).toEqual(['line-through', 'underline']);
      expect(await page.locator('#q-unemployment_spells ins').first().textContent()).toMatch(/^inserted: ./);
    });
  });

  test('the three languages stand side by side where there is room, and one below the other on a phone', async () => {
    const places = (width: number) =>
      withPage({ width }, async (page) => {
        await page.goto(`${base}/definitions/amk-career/1/2?lang=en`);
        const boxes = await Promise.all(
          (await page.locator('#q-unemployment_spells .langs > div').all()).map((one) => one.boundingBox()),
        );
        return { columns: new Set(boxes.map((box) => box?.x)).size, rows: new Set(boxes.map((box) => box?.y)).size };
      });
    expect([await places(1280), await places(320)]).toEqual([
      { columns: 3, rows: 1 },
      { columns: 1, rows: 3 },
    ]);
  });

  test('does not scroll sideways with letters of twice the size', async () => {
    await withPage({ width: 320 }, async (page) => {
      await page.goto(`${base}/definitions/amk-career/1/2?lang=fi&show=all`);
      await page.evaluate("document.documentElement.style.fontSize = '32px'");
      expect(await contentWidth(page)).toBeLessThanOrEqual(320);
    });
  });
});

test('a paper form is downloaded under a name that says what it is', async () => {
  await withPage({ width: 320 }, async (page) => {
    await page.goto(`${base}/definitions/amk-career/2?lang=sv`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Pappersblankett (PDF): svenska' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('amk-career-2-paper-sv.pdf');
  });
});
