import type { Browser, Page } from 'playwright-core';
import { answerPage, press, type Entered } from './browser-answers.ts';
import type { PostgresServer } from './postgres-server.ts';
import { startProduct, type ProductEnvironment, type ProductServer } from './product-process.ts';

/** A graduate in a browser, and everything that can fail beneath: what the service acknowledged is `expected`. */
export type FailingRun = {
  browser: Browser;
  postgres: PostgresServer;
  product: ProductEnvironment;
  server: ProductServer;
  /** Path of the personal link. */
  path: string;
  page: Page;
  expected: Entered;
};

/** From an open part that has no answers yet to the next one. `turn`: which choices are made. */
type Failure = (run: FailingRun, turn: number) => Promise<void>;

/** A browser of its own at the person's link. */
export async function openDevice(run: Pick<FailingRun, 'browser' | 'path' | 'server'>, place = ''): Promise<Page> {
  const context = await run.browser.newContext({ viewport: { width: 360, height: 640 } });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(run.server.baseUrl + run.path + place);
  return page;
}

/** '/part/3' of an open page; '' elsewhere. */
export function placeOf(page: Page): string {
  return /\/part\/\d+/.exec(page.url())?.[0] ?? '';
}

async function onward(page: Page, from: string): Promise<void> {
  await page.waitForURL((url) => /\/(part\/\d+|review)/.test(url.pathname) && !url.pathname.endsWith(from));
}

async function answerAndGo(run: FailingRun, turn: number, go: () => Promise<void>): Promise<void> {
  const from = placeOf(run.page);
  const entered = await answerPage(run.page, turn);
  await go();
  await onward(run.page, from);
  Object.assign(run.expected, entered);
}

const pressNext = (page: Page) => press(page, 'nav', 'next');

async function restart(run: FailingRun): Promise<void> {
  const port = Number(new URL(run.server.baseUrl).port);
  await run.server.kill();
  run.server = await startProduct({ ...run.product, port });
}

/** What can happen between a page of questions and the next. */
export const FAILURES: Readonly<Record<string, Failure>> = {
  'the network is cut when the button is pressed': (run, turn) =>
    answerAndGo(run, turn, async () => {
      const before = await run.page.content();
      await run.page.context().setOffline(true);
      await pressNext(run.page);
      if (placeOf(run.page) === '' || before.length > (await run.page.content()).length) throw new Error('page lost');
      await run.page.context().setOffline(false);
      await pressNext(run.page);
    }),
  'the server is killed before the button is pressed': (run, turn) =>
    answerAndGo(run, turn, async () => {
      await run.server.kill();
      await pressNext(run.page).catch(() => undefined);
      await restart(run);
      await run.page.reload();
    }),
  'the database is stopped, and started again': (run, turn) =>
    answerAndGo(run, turn, async () => {
      await run.postgres.pause();
      await pressNext(run.page);
      const again = run.page.locator('main form button');
      await again.waitFor();
      await again.click(); // still away: the page is held once more
      await again.waitFor();
      await run.postgres.resume();
      await again.click();
    }),
  'the browser is closed in the middle of a page': async (run, turn) => {
    const from = placeOf(run.page);
    await answerPage(run.page, turn);
    await run.page.context().close();
    run.page = await openDevice(run);
    await run.page.locator(`main a[href*="/part/"], button[value="start"]`).first().click();
    await run.page.waitForURL(/\/part\/\d+/);
    if (placeOf(run.page) !== from) await run.page.goto(run.server.baseUrl + run.path + from);
    await answerAndGo(run, turn, () => pressNext(run.page));
  },
  'the back button is pressed afterwards': async (run, turn) => {
    const from = placeOf(run.page);
    await answerAndGo(run, turn, () => pressNext(run.page));
    await run.page.goBack();
    if (placeOf(run.page) !== from) throw new Error('back leads elsewhere');
    await run.page.waitForLoadState('load');
    await pressNext(run.page);
    await onward(run.page, from);
  },
  'the button is tapped twice': (run, turn) =>
    answerAndGo(run, turn, () => run.page.locator('.nav button[value="next"]').dblclick({ noWaitAfter: true })),
  'an old page is posted again from another tab': async (run, turn) => {
    const from = placeOf(run.page);
    const old = await run.page.context().newPage();
    await old.goto(run.page.url());
    await answerAndGo(run, turn, () => pressNext(run.page));
    const changed = await answerPage(old, from === '/part/1' ? turn : turn + 1);
    await pressNext(old);
    await onward(old, from);
    Object.assign(run.expected, changed);
    await old.close();
    await run.page.reload();
  },
  'a second device answers the same page': async (run, turn) => {
    const from = placeOf(run.page);
    await answerPage(run.page, turn);
    const second = await openDevice(run, from);
    await answerAndGo(run, turn, () => pressNext(run.page));
    const changed = await answerPage(second, from === '/part/1' ? turn : turn + 1);
    await pressNext(second);
    await onward(second, from);
    Object.assign(run.expected, changed);
    await run.page.context().close();
    run.page = second;
  },
};
