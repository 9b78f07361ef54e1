import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { answerPage, press, type Entered } from '../support/browser-answers.ts';
import { serveRound, type ServedRound } from '../support/served-round.ts';
import { startBrowser } from '../support/start-browser.ts';

let served: ServedRound;
let browser: Browser;
beforeAll(async () => {
  served = await serveRound();
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/** A browser of its own, without script. */
async function openBrowser(width: number): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width, height: 720 } });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

const partOf = (page: Page) => /\/part\/(\d+)/.exec(page.url())?.[1] ?? null;

async function storedResponse() {
  const rows = await served.deps.ownerDb.selectFrom('answer.response').selectAll().execute();
  expect(rows).toHaveLength(1);
  return rows[0];
}

test('without script: answered on a phone, stopped, resumed elsewhere in another language, sent, changed', async () => {
  const entered: Entered = {};
  const phone = await openBrowser(320);
  await phone.goto(served.link(0));
  await phone.locator('a[href$="/part/1"], button[value="start"]').first().click();
  for (let turn = 0; turn < 3; turn += 1) {
    expect(partOf(phone)).not.toBeNull();
    Object.assign(entered, await answerPage(phone, turn));
    await press(phone, 'nav', turn < 2 ? 'next' : 'pause');
  }
  expect(phone.url()).toMatch(/\/paused$/);

  const desk = await openBrowser(1280);
  await desk.goto(served.link(0));
  await desk.locator('main a[href*="/part/"]').first().click();
  expect(partOf(desk)).toBe('4');
  Object.assign(entered, await answerPage(desk, 3));
  await press(desk, 'lang', 'sv'); // the language of the page changes, and what was entered stays
  expect(await desk.locator('html').getAttribute('lang')).toBe('sv');
  expect(partOf(desk)).toBe('4');
  expect((await storedResponse())?.answers).toEqual(entered);
  await press(desk, 'nav', 'next');
  await press(desk, 'nav', 'prev'); // back, and on again
  expect(partOf(desk)).toBe('4');
  await press(desk, 'nav', 'next');
  for (let turn = 4; partOf(desk) !== null && turn < 9; turn += 1) {
    Object.assign(entered, await answerPage(desk, turn));
    await press(desk, 'nav', 'next');
  }
  expect((await storedResponse())?.submitted_on).toBeNull();
  await desk.locator('form[action$="/send"] button').first().click();
  expect(desk.url()).toMatch(/\/receipt$/);
  expect(await desk.locator('html').getAttribute('lang')).toBe('sv');
  const sent = await storedResponse();
  expect(sent?.submitted_on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(sent?.answers).toEqual(entered);
  expect(Object.keys(entered).length).toBeGreaterThan(35);

  await desk.goto(`${served.link(0)}/part/1`);
  Object.assign(entered, await answerPage(desk, 1)); // still working, so that the same questions are asked
  await press(desk, 'nav', 'next');
  const changed = await storedResponse();
  expect(changed?.submitted_on).toBe(sent?.submitted_on);
  expect(changed?.answers).toEqual(entered);
}, 120_000);
