import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { answerPage, press } from '../support/browser-answers.ts';
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

async function openPart(person: number, part: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${served.link(person)}/part/${part}`);
  return page;
}

/** Waits until something holds, some seconds at most. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let times = 0; times < 100 && !(await holds()); times += 1) await sleep(100);
}

const stored = async () => {
  const rows = await served.deps.ownerDb.selectFrom('answer.response').select('answers').execute();
  return rows.map(({ answers }) => answers as Record<string, unknown>); // as the column holds them
};

test('without a connection a press is held and the answers stay on the page; with one it goes through', async () => {
  const page = await openPart(0, 1);
  await answerPage(page, 0);
  const shown = await page.locator('input:checked').count();
  await page.context().setOffline(true);
  await press(page, 'nav', 'next');
  expect(await page.locator('[role="alert"]').innerText()).toBe(
    'Ei verkkoyhteyttä. Vastauksesi ovat vielä tällä sivulla.',
  );
  expect(page.url()).toMatch(/\/part\/1$/);
  expect(await page.locator('input:checked').count()).toBe(shown);
  await page.context().setOffline(false);
  await until(async () => (await page.locator('[role="alert"]').textContent()) === '');
  await press(page, 'nav', 'next');
  await page.waitForURL(/\/part\/2$/);
  await page.context().close();
});

test('a page that is left keeps what was chosen; one that was only looked at sends nothing', async () => {
  const before = await stored();
  const page = await openPart(1, 1);
  await page.goto('about:blank');
  expect(await stored()).toEqual(before);
  await page.goto(`${served.link(1)}/part/1`);
  await page.locator('input[name="main_activity"]').first().check({ force: true });
  await page.goto('about:blank');
  for (let times = 0; times < 50 && (await stored()).length === before.length; times += 1)
    await page.waitForTimeout(100);
  expect(await stored()).toHaveLength(before.length + 1);
  await page.goto(`${served.link(1)}/part/1`);
  expect(await page.locator('input[name="main_activity"]:checked').count()).toBe(1);
  // Clearing is a press of its own: leaving the page with it does not bring the answer back.
  await page.locator('button[name="clear"]').first().click();
  await page.waitForLoadState('networkidle');
  await page.goto('about:blank');
  await page.waitForTimeout(500);
  await page.goto(`${served.link(1)}/part/1`);
  expect(await page.locator('input[name="main_activity"]:checked').count()).toBe(0);
  await page.context().close();
});

test('a long text says what room is left, to the ear only when it becomes short', async () => {
  const page = await openPart(2, 1);
  await answerPage(page, 0);
  for (let turn = 0; (await page.locator('textarea').count()) === 0; turn += 1) {
    expect(turn).toBeLessThan(9);
    await answerPage(page, 0);
    await press(page, 'nav', 'next');
    await page.waitForLoadState('load');
  }
  const field = page.locator('textarea').first();
  const seen = page.locator('textarea + p').first();
  await field.fill('abc 🎓');
  expect(await seen.innerText()).toBe(`Merkkejä jäljellä: ${(1995).toLocaleString('fi')}`);
  const status = page.locator('textarea ~ [role="status"]').first();
  expect(await status.innerText()).toBe('');
  await field.fill('x'.repeat(2003));
  expect(await seen.innerText()).toBe('Merkkejä liikaa: 3');
  await until(async () => (await status.textContent()) !== '');
  expect(await status.innerText()).toBe('Merkkejä liikaa: 3');
  await page.context().close();
}, 90_000);
