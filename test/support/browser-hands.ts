import type { Locator, Page } from 'playwright-core';
import { enterOn, tabTo, typeInto } from './keyboard.ts';

/** How somebody works a page: the same deeds with a mouse, or without one. */
export type Hands = {
  /** A link or a button that brings another page. */
  press: (target: Locator) => Promise<void>;
  /** A tick or a choice. */
  tick: (target: Locator) => Promise<void>;
  /** A field, whose content goes. */
  write: (target: Locator, text: string) => Promise<void>;
  /** A file, by the browser's own window. */
  attach: (target: Locator, file: string) => Promise<void>;
  /** One step further in a list of choices. */
  chooseNext: (target: Locator) => Promise<void>;
};

/** With a mouse. */
export function withMouse(page: Page): Hands {
  return {
    press: async (target) => void (await Promise.all([page.waitForEvent('load'), target.first().click()])),
    tick: (target) => target.first().check(),
    write: (target, text) => target.first().fill(text),
    attach: async (target, file) => chosen(page, file, () => target.first().click()),
    chooseNext: async (target) => {
      const next: number = await target
        .first()
        .evaluate((select: { selectedIndex: number }) => select.selectedIndex + 1);
      await target.first().selectOption({ index: next });
    },
  };
}

/** By keyboard alone. */
export function withKeyboard(page: Page): Hands {
  return {
    press: (target) => enterOn(page, target),
    async tick(target) {
      await tabTo(page, target);
      await page.keyboard.press('Space');
    },
    async write(target, text) {
      await tabTo(page, target);
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.press('Delete');
      await typeInto(page, target, text);
    },
    async attach(target, file) {
      await chosen(page, file, async () => {
        await tabTo(page, target);
        await page.keyboard.press('Enter');
      });
    },
    async chooseNext(target) {
      await tabTo(page, target);
      await page.keyboard.press('ArrowDown');
    },
  };
}

/** A busy browser may swallow a first try to open its window; whoever sits before it tries once more. */
async function chosen(page: Page, file: string, open: () => Promise<void>): Promise<void> {
  const opened = async () => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser', { timeout: 15_000 }), open()]);
    return chooser;
  };
  const chooser = await opened().catch(opened).catch(opened);
  await chooser.setFiles(file);
}
