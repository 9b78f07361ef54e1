import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { answerPage, press, type Entered } from '../support/browser-answers.ts';
import { serveRound, type ServedRound } from '../support/served-round.ts';
import { startBrowser } from '../support/start-browser.ts';

// A tab whose process dies at each part, after it was answered and before it was left. Without script the open page
// is lost and nothing else. With it a page that went out of sight first, as it does on a phone that closes what is
// behind, has been kept.
const PARTS = 7;
const MOST_LOST = 8;

let served: ServedRound;
let browser: Browser;
beforeAll(async () => {
  served = await serveRound();
  browser = await startBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

async function storedAnswers(): Promise<Record<string, unknown>> {
  const rows = await served.deps.ownerDb
    .selectFrom('answer.response')
    .select('answers')
    .where('submitted_on', 'is', null)
    .execute();
  return rows[0]?.answers ?? {};
}

/** Ends the process of the tab at once: nothing of the page runs any more. */
async function kill(context: BrowserContext, page: Page): Promise<void> {
  const wire = await context.newCDPSession(page);
  const dead = page.waitForEvent('crash');
  wire.send('Page.crash').catch(() => undefined); // nobody is left to answer
  await dead;
  await page.close();
}

const HIDE = `(() => {
  Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
})()`;

test.each([
  ['without script', false, 0],
  ['with script, out of sight first', true, 1],
] as const)(
  '%s: what a killed tab costs',
  async (_name, javaScriptEnabled, person) => {
    const context = await browser.newContext({ javaScriptEnabled });
    const saved: Entered = {};
    let mostLost = 0;
    for (let part = 1; part <= PARTS; part += 1) {
      const doomed = await context.newPage();
      await doomed.goto(`${served.link(person)}/part/${part}`);
      const typed = await answerPage(doomed, 1);
      if (javaScriptEnabled) {
        const kept = doomed.waitForResponse((response) => response.request().method() === 'POST');
        await doomed.evaluate(HIDE);
        await kept;
      }
      await kill(context, doomed);
      const stored = await storedAnswers();
      const lost = Object.keys(typed).filter((code) => JSON.stringify(stored[code]) !== JSON.stringify(typed[code]));
      mostLost = Math.max(mostLost, lost.length);
      expect(stored).toMatchObject(saved);
      const page = await context.newPage();
      await page.goto(`${served.link(person)}/part/${part}`);
      Object.assign(saved, await answerPage(page, 1));
      await press(page, 'nav', 'next');
      await page.waitForURL((url) => !url.pathname.endsWith(`/part/${part}`));
      await page.close();
    }
    process.stderr.write(`Lost with a killed tab: at most ${mostLost} answers\n`);
    expect(mostLost).toBeLessThanOrEqual(javaScriptEnabled ? 0 : MOST_LOST);
    if (!javaScriptEnabled) expect(mostLost).toBeGreaterThan(0);
    await served.deps.ownerDb.deleteFrom('answer.response').execute();
    await context.close();
  },
  200_000,
);
