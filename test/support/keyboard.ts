import type { Locator, Page } from 'playwright-core';

const MOST_STOPS = 150;

/** Tabs until an element has the focus, as someone without a mouse does. Throws when it is never reached. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  const wanted = await target.first().elementHandle();
  if (!wanted) throw new Error('no such element');
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await wanted.evaluate((element) => element.ownerDocument.activeElement === element)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached by Tab: ${await wanted.evaluate((element) => element.outerHTML.slice(0, 200))}`);
}

/** Tabs to a button or link and presses Enter. */
export async function enterOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

/** Tabs to a field and types into it. */
export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}
