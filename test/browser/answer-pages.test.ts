import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { answerPage, press } from '../support/browser-answers.ts';
import { axeViolations, contentWidth, htmlProblems } from '../support/page-checks.ts';
import { serveRound, type ServedRound } from '../support/served-round.ts';
import { startBrowser } from '../support/start-browser.ts';

let served: ServedRound;
let browser: Browser;
beforeAll(async () => {
  served = await serveRound();
  browser = await startBrowser();
  await saveParts(4);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/** The first person answers some parts, so that pages with answers can be looked at. */
async function saveParts(count: number): Promise<void> {
  const page = await browser.newPage();
  await page.goto(`${served.link(0)}/part/1`);
  for (let turn = 0; turn < count; turn += 1) {
    await answerPage(page, turn);
    await press(page, 'nav', 'next');
  }
  await page.close();
}

/** Name of a page or state → how it is reached. */
const STATES: Readonly<Record<string, (page: Page, language: string) => Promise<unknown>>> = {
  'code entry': (page, language) => page.goto(`${served.baseUrl}/?lang=${language}`),
  landing: (page, language) => page.goto(`${served.link(1)}?lang=${language}`),
  resume: (page) => page.goto(served.link(0)),
  'empty part': (page, language) => page.goto(`${served.link(1)}/part/1?lang=${language}`),
  'filled part': (page) => page.goto(`${served.link(0)}/part/2`),
  'pairs of skills': (page) => page.goto(`${served.link(0)}/part/4`),
  'part with an error': async (page) => {
    await page.goto(`${served.link(0)}/part/7`);
    await page.locator('[name="pay"]').fill('3,4 k');
    await press(page, 'nav', 'next');
    expect(await page.title()).toMatch(/:/);
  },
  review: (page) => page.goto(`${served.link(0)}/review`),
  paused: (page) => page.goto(`${served.link(0)}/paused`),
  decline: (page, language) => page.goto(`${served.link(1)}/decline?lang=${language}`),
  privacy: (page, language) => page.goto(`${served.link(1)}/privacy?lang=${language}`),
  help: (page, language) => page.goto(`${served.link(1)}/help?lang=${language}`),
  'unknown code': (page, language) => page.goto(`${served.baseUrl}/v/K7QF2M9TXR4C8?lang=${language}`),
};

describe.each(Object.keys(STATES))('%s', (name) => {
  test.each([
    ['fi', 320, false],
    ['en', 1280, true],
  ])(
    'in %s at %i px, dark: %s: nothing for axe, valid HTML, no sideways scrolling',
    async (language, width, dark) => {
      const context = await browser.newContext({
        viewport: { width, height: 800 },
        colorScheme: dark ? 'dark' : 'light',
      });
      const page = await context.newPage();
      await STATES[name]?.(page, language);
      expect(await contentWidth(page)).toBeLessThanOrEqual(width);
      expect(await axeViolations(page)).toEqual([]);
      const reply = await context.request.get(page.url());
      expect(await htmlProblems(await reply.text())).toEqual([]);
      await context.close();
    },
    120_000,
  );
});

test('the button that begins the survey is on the first screen of a small phone, in each language', async () => {
  for (const language of ['fi', 'sv', 'en']) {
    const page = await browser.newPage({ viewport: { width: 360, height: 640 } });
    await page.goto(`${served.link(1)}?lang=${language}`);
    const box = await page.locator('a[href*="/part/1"]').first().boundingBox();
    expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThanOrEqual(640);
    await page.close();
  }
});
