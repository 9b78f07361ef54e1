import { join } from 'node:path';
import { LANGUAGES, type Language } from '../../server/engine/text.ts';
import type { Page, Response } from 'playwright-core';
import { lookWithAxe, type Undecided } from './axe.ts';
import { HEADINGS, statusOf, type Open, type PageStates } from './graduate-pages.ts';
import { contentWidth, htmlProblems } from './page-checks.ts';

/** Colours that change with the theme do so within a moment: on the way they are neither of the two. */
const SETTLED = 'Promise.all(document.getAnimations().map(({ finished }) => finished)).then(() => null)';
const OPENED = `document.querySelectorAll('details').forEach((one) => { one.open = true; })`;
// Any three that follow each other, round about, have both widths and both themes.
const LOOKS = [
  [320, 'light'],
  [1280, 'dark'],
  [320, 'dark'],
  [1280, 'light'],
] as const;

/** Which part of the work is done: every `of`-th state, from the `number`-th. */
export type Share = { number: number; of: number };

/** What was seen so far. */
export type Seen = {
  states: Set<string>;
  checks: number;
  axe: string;
  /** 'state (language): rule' */
  faults: Set<string>;
  undecided: Map<string, CountedUndecided>;
};

/** What axe could not decide, with how often and in which states. */
type CountedUndecided = Undecided & { count: number; states: Set<string> };

export type Looker = {
  seen: Seen;
  /** Looks at each state that is of this share, in every language; what is wrong with them. */
  look: (states: PageStates) => Promise<string[]>;
};

type Facts = {
  page: Page;
  isWhole: boolean;
  share: Share;
  /** Folder for a picture of each look, for people; null = none are taken. */
  pictures: string | null;
  /** Before pages are opened in a language: it is stored for those who have begun. */
  speak: (language: Language) => Promise<void>;
};

/** Looks at pages of graduates, all in one open page of a browser. */
export function pageLooker({ page, isWhole, share, pictures, speak }: Facts): Looker {
  const seen: Seen = { states: new Set(), checks: 0, axe: '', faults: new Set(), undecided: new Map() };
  const shown = lastAnswer(page);
  let number = 0;

  async function lookOnce(state: string, language: Language, open: Open): Promise<string[]> {
    await page.setViewportSize({ width: 320, height: 800 });
    await open(page, language);
    const found = await faultsOfPage(page, state, language, shown());
    await page.evaluate(OPENED);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      if ((await contentWidth(page)) > width) found.push(`reflow at ${width}`);
    }
    return found;
  }

  async function axeOnce(state: string, [width, colorScheme]: (typeof LOOKS)[number]): Promise<string[]> {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await page.evaluate(SETTLED);
    seen.checks += 1;
    if (pictures !== null) {
      const name = `${state.replace(/[^a-z0-9]+/gi, '-')}_${colorScheme}_${width}.png`;
      await page.screenshot({ path: join(pictures, name), fullPage: true });
    }
    const { version, violations, undecided } = await lookWithAxe(page);
    seen.axe = version;
    for (const one of undecided) countUndecided(seen.undecided, one, state);
    return violations.map(([id, html]) => `${id} ${colorScheme} ${width} ${html}`);
  }

  async function look(states: PageStates): Promise<string[]> {
    const mine = Object.entries(states).map(([state, open]) => ({ state, open, place: number++ }));
    const all: string[] = [];
    for (const [shift, language] of LANGUAGES.entries()) {
      await speak(language);
      for (const { state, open, place } of mine) {
        if (place % share.of !== share.number - 1) continue;
        seen.states.add(state);
        const found = await lookOnce(state, language, open);
        const looks = isWhole ? LOOKS : [LOOKS[(place + shift) % LOOKS.length] ?? LOOKS[0]];
        for (const one of looks) found.push(...(await axeOnce(state, one)));
        for (const fault of found) {
          all.push(`${state} (${language}): ${fault}`);
          seen.faults.add(`${state} (${language}): ${fault.split(' ')[0]}`);
        }
      }
    }
    return all;
  }
  return { seen, look };
}

/** How often axe looks at a state. */
export function looksAt(isWhole: boolean): number {
  return LANGUAGES.length * (isWhole ? LOOKS.length : 1);
}

/** What the server sent for the page that is open. */
function lastAnswer(page: Page): () => Response | null {
  let shown: Response | null = null;
  page.on('response', (response) => {
    const isPage = response.request().isNavigationRequest();
    if (isPage && (response.status() < 300 || response.status() >= 400)) shown = response;
  });
  return () => shown;
}

async function faultsOfPage(page: Page, state: string, language: Language, shown: Response | null): Promise<string[]> {
  const found: string[] = [];
  if ((await page.locator('html').getAttribute('lang')) !== language) found.push('language of the page');
  if (shown?.status() !== statusOf(state)) found.push(`status ${shown?.status()}`);
  const headings = await page.locator('h1').allInnerTexts();
  if (headings.length !== 1) found.push('headings');
  const expected = HEADINGS[state]?.(language);
  if (expected !== undefined && headings[0] !== expected) found.push(`another state: ${headings[0]}`);
  for (const problem of await htmlProblems((await shown?.text()) ?? '')) found.push(`html ${problem}`);
  return found;
}

/** One of a kind: the same rule, reason and element. */
function countUndecided(all: Seen['undecided'], one: Undecided, state: string): void {
  const key = `${one.rule} | ${one.why} | ${one.element}`;
  const known = all.get(key) ?? { ...one, count: 0, states: new Set() };
  known.count += 1;
  known.states.add(state);
  all.set(key, known);
}
