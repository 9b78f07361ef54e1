import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Browser, Page } from 'playwright-core';
import { answerPage, press } from '../support/browser-answers.ts';
import { serveRound, type ServedRound } from '../support/served-round.ts';
import { startBrowser } from '../support/start-browser.ts';

// The ring of the element that has the focus, for each kind of control that Tab comes to, measured in pixels: as
// many change by a contrast of 3 to 1 or more as a line of two pixels around the element has (WCAG 2.2, 2.4.13),
// and nothing lies over the element (2.4.11).
const LEAST_CONTRAST = 3;
const LEAST_LINE = 2;
const MOST_STOPS = 80;
const KINDS = ['a', 'button', 'input checkbox', 'input email', 'input radio', 'input tel', 'input text', 'select'];

let served: ServedRound;
let browser: Browser;
beforeAll(async () => {
  served = await serveRound();
  browser = await startBrowser();
  const page = await browser.newPage();
  await page.goto(`${served.link(0)}/part/1`);
  for (let turn = 0; turn < 6; turn += 1) {
    await answerPage(page, turn);
    await press(page, 'nav', 'next');
  }
  await page.close();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

type Box = { x: number; y: number; width: number; height: number };
type Stop = { kind: string; key: string; boxes: Box[]; isSeen: boolean };
/** What has the focus: its kind, where its ring is drawn (the label of a hidden input), whether its middle is seen. */
const STOP = `(() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const isChoice = one.tagName === 'INPUT' && (one.type === 'radio' || one.type === 'checkbox');
  const ringed = isChoice ? one.nextElementSibling : one;
  const boxes = [...ringed.getClientRects()].map(({ x, y, width, height }) => ({ x, y, width, height }));
  const [{ x, y, width, height }] = boxes;
  const top = document.elementFromPoint(x + width / 2, y + height / 2);
  const kind = one.tagName.toLowerCase() + (one.tagName === 'INPUT' ? ' ' + one.type : '');
  const key = [kind, one.className, ringed.parentElement.className].join('|');
  return { kind, key, boxes, isSeen: top !== null && (one === top || ringed.contains(top) || top.contains(ringed)) };
})()`;

/** Kinds of controls met by Tab on the open page and not measured before, with what is wrong with their rings. */
async function measure(page: Page, known: Map<string, string>): Promise<string[]> {
  const wrong: string[] = [];
  for (let turn = 0; turn < MOST_STOPS; turn += 1) {
    await page.keyboard.press('Tab');
    const stop: Stop | null = await page.evaluate(STOP);
    if (stop === null) return wrong;
    if (known.has(stop.key) || stop.key.startsWith('a|skip')) continue;
    known.set(stop.key, stop.kind);
    const changed = await changedPixels(page, stop.boxes);
    const needed = LEAST_LINE * stop.boxes.reduce((sum, { width, height }) => sum + 2 * (width + height), 0);
    if (changed < needed) wrong.push(`${stop.key}: ${changed} pixels of ${Math.round(needed)}`);
    if (!stop.isSeen) wrong.push(`${stop.key}: something lies over it`);
  }
  return wrong;
}

/** How many pixels around boxes change by enough contrast when the focus goes away. */
async function changedPixels(page: Page, boxes: readonly Box[]): Promise<number> {
  const room = 8;
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const left = Math.max(0, Math.min(...boxes.map(({ x }) => x)) - room);
  const top = Math.max(0, Math.min(...boxes.map(({ y }) => y)) - room);
  const right = Math.min(width, Math.max(...boxes.map((box) => box.x + box.width)) + room);
  const bottom = Math.min(height, Math.max(...boxes.map((box) => box.y + box.height)) + room);
  const clip = { x: left, y: top, width: right - left, height: bottom - top };
  const focused = await pixelsOf(await page.screenshot({ clip, animations: 'disabled' }));
  await page.evaluate('document.activeElement.blur()');
  const plain = await pixelsOf(await page.screenshot({ clip, animations: 'disabled' }));
  let changed = 0;
  for (let index = 0; index < Math.min(focused.length, plain.length); index += 1) {
    const [one = 0, other = 0] = [focused[index], plain[index]];
    if ((Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) >= LEAST_CONTRAST) changed += 1;
  }
  return changed;
}

/** Relative luminance of each pixel, as WCAG defines it. */
async function pixelsOf(png: Buffer): Promise<number[]> {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const light: number[] = [];
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = [...data.subarray(at, at + 3)].map((value) => linear(value / 255));
    light.push(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  }
  return light;
}

test.each(['light', 'dark'] as const)(
  'every kind of control has a ring that is seen, in the %s theme',
  async (colorScheme) => {
    const context = await browser.newContext({
      colorScheme,
      reducedMotion: 'reduce',
      viewport: { width: 640, height: 800 },
    });
    const page = await context.newPage();
    const known = new Map<string, string>();
    const wrong: string[] = [];
    const parts = [1, 2, 3, 4, 6, 7].map((part) => `${served.link(0)}/part/${part}`);
    const others = ['', '/decline', '/contact', '/data'].map((place) => `${served.link(0)}${place}`);
    const strangers = ['/', '/accessibility', '/accessibility/feedback'].map((path) => served.baseUrl + path);
    for (const address of [...strangers, served.link(1), ...others, ...parts]) {
      await page.goto(address);
      for (const fault of await measure(page, known))
        wrong.push(`${new URL(address).pathname.replace(/^\/v\/[^/]*/, '')} ${fault}`);
    }
    expect(wrong).toEqual([]);
    expect([...new Set(known.values())].sort()).toEqual(expect.arrayContaining([...KINDS, 'summary', 'textarea']));
    process.stderr.write(`Rings measured (${colorScheme}): ${known.size} kinds of controls\n`);
    await context.close();
  },
  300_000,
);
