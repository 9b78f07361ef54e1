import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { contentWidth } from '../support/page-checks.ts';
import { serveRound, type ServedRound } from '../support/served-round.ts';
import { startBrowser } from '../support/start-browser.ts';

// Each part, and with them every type of question, under the conditions that people set for themselves.
const PARTS = [1, 2, 3, 4, 5, 6, 7];

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

type Focused = { tag: string; type: string; value: string; name: string };
const FOCUSED = `(() => {
  const one = document.activeElement;
  return { tag: one.tagName, type: one.type ?? '', value: one.value ?? '', name: one.name ?? '' };
})()`;

/** Does what opens another page, and waits until it is there. */
async function goingOn(page: Page, deed: () => Promise<void>): Promise<void> {
  await Promise.all([page.waitForEvent('framenavigated'), deed()]);
  await page.waitForLoadState();
}

/** Answers the open part with Tab, Space, arrows, letters and Enter alone, and returns the kinds of fields met. */
async function byKeyboard(page: Page): Promise<string[]> {
  const met: string[] = [];
  const names = new Set<string>();
  for (let turn = 0; turn < 200; turn += 1) {
    await page.keyboard.press('Tab');
    const { tag, type, value, name } = (await page.evaluate(FOCUSED)) as Focused; // made above
    if (tag === 'BUTTON' && value === 'next') {
      await goingOn(page, () => page.keyboard.press('Enter'));
      return met;
    }
    if (!['INPUT', 'SELECT', 'TEXTAREA'].includes(tag)) continue;
    if (type === 'checkbox' && names.has(name)) continue;
    names.add(name);
    met.push(tag === 'INPUT' ? type : tag.toLowerCase());
    if (type === 'radio' || type === 'checkbox') await page.keyboard.press('Space');
    else if (tag === 'SELECT') await page.keyboard.press('ArrowDown');
    else await page.keyboard.type(name === 'pay' ? '3400' : '3');
  }
  throw new Error('Tab never came to the button that goes on.');
}

describe.each([
  ['with script', true, 0],
  ['without script', false, 1],
] as const)('keyboard alone, %s', (_name, javaScriptEnabled, person) => {
  test('every part is answered and left, down to the receipt', async () => {
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 320, height: 640 } });
    const page = await context.newPage();
    await page.goto(`${served.link(person)}/part/1`);
    const met = new Set<string>();
    for (const part of PARTS) {
      expect(page.url()).toContain(`/part/${part}`);
      for (const kind of await byKeyboard(page)) met.add(kind);
      // What was left blank is asked about once; Continue then goes on.
      if (page.url().includes(`/part/${part}`)) {
        await goingOn(page, () => page.locator('button.btn[value="next"]').press('Enter'));
      }
    }
    expect([...met].sort()).toEqual(expect.arrayContaining(['checkbox', 'radio', 'select', 'text', 'textarea']));
    expect(page.url()).toMatch(/\/review$/);
    await page.locator('button[name="send"]').first().press('Enter');
    await page.waitForURL(/\/receipt$/);
    await context.close();
  }, 300_000);
});

/** Heights of controls below the least, and tab orders that are forced. */
const SMALL = `[...document.querySelectorAll('main button:not(.first), main input[type=text], main select, main .opt label, main .choice label')]
  .filter((one) => one.getClientRects().length > 0 && one.getBoundingClientRect().height < 43.5)
  .map((one) => one.outerHTML.slice(0, 120))`;
const MOVING = `[...document.querySelectorAll('*')].filter((one) => {
  const style = getComputedStyle(one);
  return [...style.transitionDuration.split(','), ...style.animationDuration.split(',')].some((text) => parseFloat(text) > 0);
}).length`;
const FORCED_ORDER = `[...document.querySelectorAll('[tabindex]')].filter((one) => one.tabIndex > 0).length`;
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;

test.each(PARTS)('part %i: large targets, no motion, text twice as large, spaced, forced colours', async (part) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${served.link(0)}/part/${part}`);
  expect(await page.evaluate(SMALL)).toEqual([]);
  expect(await page.evaluate(MOVING)).toBe(0);
  expect(await page.evaluate(FORCED_ORDER)).toBe(0);
  await page.evaluate(`document.documentElement.style.fontSize = '200%'`);
  expect(await contentWidth(page)).toBeLessThanOrEqual(320);
  await page.evaluate(`document.documentElement.style.fontSize = ''`);
  // Through the browser's own door: the page's policy lets no style in.
  await page.evaluate(`(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(${JSON.stringify(SPACING)});
    document.adoptedStyleSheets = [sheet];
  })()`);
  expect(await contentWidth(page)).toBeLessThanOrEqual(320);
  await page.emulateMedia({ forcedColors: 'active' });
  const outlines = await page.evaluate(`[...document.querySelectorAll('input:checked + label')]
    .map((label) => parseFloat(getComputedStyle(label).outlineWidth))`);
  for (const width of outlines as number[]) expect(width).toBeGreaterThanOrEqual(4); // made above
  await context.close();
});

test.each([false, true])('what is wrong is told where the focus is, with script %s', async (javaScriptEnabled) => {
  const context = await browser.newContext({ javaScriptEnabled });
  const page = await context.newPage();
  const form = { main_activity: 'permanent_full_time', nav: 'pause' };
  await page.request.post(`${served.link(2)}/part/1`, { form, maxRedirects: 0 });
  await page.goto(`${served.link(2)}/part/7`);
  await page.locator('[name="pay"]').fill('3,4 k');
  await goingOn(page, () => page.locator('button.btn[value="next"]').press('Enter'));
  expect(await page.title()).toMatch(/^Virhe: /);
  expect(await page.evaluate('document.activeElement.id')).toBe('errors');
  await page.locator('#errors a').first().press('Enter');
  expect(await page.evaluate('document.activeElement.name')).toBe('pay');
  await context.close();
});
