import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import type { Browser, Page, Response } from 'playwright-core';
import { EARLIER } from '../../server/earlier/texts/index.ts';
import { LANGUAGES, type Language } from '../../server/engine/text.ts';
import { TEXTS } from '../../server/responses/texts/index.ts';
import { reportKey } from '../../server/results/report-key.ts';
import { saveNotice } from '../../server/trust/notice.ts';
import { lookWithAxe } from '../support/axe.ts';
import { answerPage, press } from '../support/browser-answers.ts';
import { insertRelease, protectedTable, simulatedDegrees } from '../support/build-release.ts';
import { careerSurvey } from '../support/figure-context.ts';
import { aNotice } from '../support/notice.ts';
import { contentWidth, htmlProblems } from '../support/page-checks.ts';
import { serveRound, type ServedRound } from '../support/served-round.ts';
import { startBrowser } from '../support/start-browser.ts';

// Every page of a graduate and every state of it, in one browser: valid HTML and no sideways scrolling in three
// languages at two widths. axe looks at it once a language, by turns light and dark, narrow and wide, so that it
// sees each page in each language, each theme and each width, but not in every combination of them. With
// URAS_WHOLE_MATRIX=1 it does. With URAS_WRITE_RESULTS=1 what was found is written down, and the accessibility
// statement tells it, and which of the two it was.
/** Colours that change with the theme do so within a moment: on the way they are neither of the two. */
const SETTLED = 'Promise.all(document.getAnimations().map(({ finished }) => finished)).then(() => null)';
const RESULTS = new URL('../../server/trust/accessibility-results.json', import.meta.url);
const IS_WHOLE = process.env['URAS_WHOLE_MATRIX'] === '1';
// Any three that follow each other, round about, have both widths and both themes.
const LOOKS = [
  [320, 'light'],
  [1280, 'dark'],
  [320, 'dark'],
  [1280, 'light'],
] as const;
const DAY_MS = 24 * 3_600_000;

type Open = (page: Page, language: Language) => Promise<unknown>;

let served: ServedRound;
let browser: Browser;
let page: Page;
/** What the server sent for the page that is open. */
let shown: Response | null = null;
beforeAll(async () => {
  served = await serveRound();
  browser = await startBrowser();
  page = await (await browser.newContext()).newPage();
  page.on('response', (response) => {
    const isPage = response.request().isNavigationRequest();
    if (isPage && (response.status() < 300 || response.status() >= 400)) shown = response;
  });
  await saveNotice(served.deps, aNotice());
  await answerParts(0, 6);
  await answerParts(2, 7);
  await page.goto(`${served.link(2)}/review`);
  await page.locator('form.nav button').first().click();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

async function answerParts(person: number, count: number): Promise<void> {
  await page.goto(`${served.link(person)}/part/1`);
  for (let turn = 0; turn < count; turn += 1) {
    await answerPage(page, turn);
    await press(page, 'nav', 'next');
  }
}

const own =
  (person: number, place: string): Open =>
  (at, language) =>
    at.goto(`${served.link(person)}${place}${place.includes('?') ? '&' : '?'}lang=${language}`);
const open =
  (path: string): Open =>
  (at, language) =>
    at.goto(`${served.baseUrl}${path}?lang=${language}`);
/** Opens, fills what is given, presses the form's button. */
const sent =
  (opened: Open, fields: Readonly<Record<string, string>>, button: string): Open =>
  async (at, language) => {
    await opened(at, language);
    for (const [selector, text] of Object.entries(fields)) await at.locator(selector).fill(text);
    await at.locator(button).first().click();
  };
const go = 'button[name="nav"][value="next"]:not(.first)';
const parts = [1, 2, 3, 4, 5, 6, 7];

const USUAL: Readonly<Record<string, Open>> = {
  'code entry': open('/'),
  'code entry, error': sent(open('/'), { '#code': '' }, 'main button'),
  'code entry, typing error': sent(open('/'), { '#code': 'K7QF2M9TXR4C9' }, 'main button'),
  'unknown code': open('/v/K7QF2M9TXR4C8'),
  'privacy, public': open('/privacy'),
  'help, public': open('/help'),
  accessibility: open('/accessibility'),
  genuine: open('/genuine'),
  'genuine, receipt checked': sent(open('/genuine'), { '#receipt': 'a b c d' }, 'main button'),
  'genuine, institution': open('/genuine/X0101'),
  'genuine, institution without a notice': open('/genuine/X0102'),
  'no such page': open('/nothing'),
  landing: own(1, ''),
  'part, empty': own(1, '/part/1'),
  'decline, error': sent(own(1, '/decline'), {}, 'main button.btn'),
  resume: own(0, ''),
  ...Object.fromEntries(parts.map((part) => [`part ${part}`, own(0, `/part/${part}`)])),
  'part, soft notice': sent(own(0, '/part/7'), {}, go),
  'part, error': sent(own(0, '/part/7'), { '[name="pay"]': '3,4 k' }, go),
  'review, not sent': own(0, '/review'),
  paused: own(0, '/paused'),
  receipt: own(2, '/receipt'),
  'earlier graduates, nothing published': own(2, '/earlier'),
  'changes, none told': open('/changes/X0101/671201'),
  'review, sent': own(2, '/review'),
  privacy: own(2, '/privacy'),
  help: own(2, '/help'),
  'accessibility, own institution': own(2, '/accessibility'),
  decline: own(2, '/decline'),
  data: own(2, '/data'),
  contact: own(2, '/contact'),
  'contact, error': sent(own(2, '/contact'), { '#email': 'none', '#phone': '1' }, 'main button.btn'),
  'contact, saved': own(2, '/contact?saved=1'),
  withdraw: own(2, '/withdraw'),
};
const PUBLISHED: Readonly<Record<string, Open>> = {
  'earlier graduates': own(2, '/earlier'),
  'changes, told': open('/changes/X0101/671201'),
};
const REFUSED: Readonly<Record<string, Open>> = { refused: own(1, ''), 'nothing to withdraw': own(1, '/withdraw') };
const WITHDRAWN: Readonly<Record<string, Open>> = {
  withdrawn: own(2, '/decline'),
  'data, no answers': own(2, '/data'),
};
const NOT_OPEN: Readonly<Record<string, Open>> = { 'not open': own(0, '') };
const CLOSED: Readonly<Record<string, Open>> = { 'closed, draft': own(0, ''), 'closed, silent': own(1, '') };
const OVER: Readonly<Record<string, Open>> = { 'round over': own(0, '') };

// What shows that the state is the one that its name says: the status of the answer, and for some the heading.
const STATUS: Readonly<Record<string, number>> = {
  'unknown code': 404,
  'code entry, error': 422,
  'code entry, typing error': 422,
  'genuine, institution without a notice': 200,
  'no such page': 404,
  'decline, error': 422,
  'part, error': 422,
  'contact, error': 422,
  'closed, draft': 410,
  'closed, silent': 410,
  'round over': 410,
};
const HEADING: Readonly<Record<string, (language: Language) => string>> = {
  landing: (language) => TEXTS[language].landing.title,
  resume: (language) => TEXTS[language].resume.title,
  'earlier graduates': (language) => EARLIER[language].title,
  'review, sent': (language) => TEXTS[language].review.sentTitle,
  receipt: (language) => TEXTS[language].receipt.title,
  refused: (language) => TEXTS[language].decline.doneTitle,
  'not open': (language) => TEXTS[language].notOpen.title,
  'closed, draft': (language) => TEXTS[language].closed.title,
};

const faults = new Set<string>();
const seen = new Set<string>();
let checks = 0;
let axeVersion = '';

async function look(states: Readonly<Record<string, Open>>): Promise<string[]> {
  const found: string[] = [];
  const note = (state: string, fault: string) => {
    found.push(`${state}: ${fault}`);
    faults.add(`${state}: ${fault.split(' ')[0]}`);
  };
  for (const [shift, language] of LANGUAGES.entries()) {
    // Of those who have begun the language is stored; for others the address names it.
    for (const person of [0, 2]) {
      await page.request.post(`${served.link(person)}/language`, { form: { lang: language, from: '' } });
    }
    for (const [place, [state, opened]] of Object.entries(states).entries()) {
      await page.setViewportSize({ width: 320, height: 800 });
      await opened(page, language);
      seen.add(state);
      const name = `${state} (${language})`;
      if ((await page.locator('html').getAttribute('lang')) !== language) note(name, 'language of the page');
      if (shown?.status() !== (STATUS[state] ?? 200)) note(name, `status ${shown?.status()}`);
      const headings = await page.locator('h1').allInnerTexts();
      if (headings.length !== 1) note(name, 'headings');
      const expected = HEADING[state]?.(language);
      if (expected !== undefined && headings[0] !== expected) note(name, `another state: ${headings[0]}`);
      for (const problem of await htmlProblems((await shown?.text()) ?? '')) note(name, `html ${problem}`);
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        if ((await contentWidth(page)) > width) note(name, `reflow at ${width}`);
      }
      for (const [width, colorScheme] of IS_WHOLE ? LOOKS : [LOOKS[(place + shift) % LOOKS.length] ?? LOOKS[0]]) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        await page.evaluate(SETTLED);
        checks += 1;
        const { version, violations } = await lookWithAxe(page);
        axeVersion = version;
        for (const [id, html] of violations) note(name, `${id} ${colorScheme} ${width} ${html}`);
      }
    }
  }
  return found;
}

test('open round: nothing for axe, valid HTML, no sideways scrolling', async () => {
  expect(await look(USUAL)).toEqual([]);
}, 1_500_000);

test('what comes back after a release: the same', async () => {
  await releaseEarlier();
  await tellOfChange();
  expect(await look(PUBLISHED)).toEqual([]);
}, 300_000);

/** A release of those who graduated before, with the degree of the people here. */
async function releaseEarlier(): Promise<void> {
  const { survey } = careerSurvey();
  const [first, ...others] = simulatedDegrees(survey, { graduates: 300, seed: 5, institutions: 2 });
  if (!first) throw new Error('no degree');
  const own = { ...first, institution: 'X0101', degree: '671201' };
  const rest = others.filter((one) => one.institution !== own.institution || one.degree !== own.degree);
  const { table } = protectedTable(survey, [own, ...rest]);
  await insertRelease(served.deps.ownerDb, { id: 'before', survey, table, period: '2019' });
}

/** The programme tells of one action. */
async function tellOfChange(): Promise<void> {
  const home = `${served.baseUrl}/reports/${reportKey(served.deps.keys)}/actions/X0101/671201`;
  const post = (path: string, form: Record<string, string>) =>
    page.request.post(home + path, { form, maxRedirects: 0 });
  const saved = await post('/add', { title: 'Gap', decision: 'done', what: 'Course', role: 'Team', saved_by: 'Team' });
  const id = /#a-(.*)$/.exec(saved.headers()['location'] ?? '')?.[1] ?? '';
  const texts = { text_fi: 'Lisäsimme kurssin.', text_sv: 'Vi lade till en kurs.', text_en: 'We added a course.' };
  const told = await post(`/${id}/tell`, { ...texts, approved_by: 'Team', approved: '1', revision: '0' });
  expect(told.status()).toBe(303);
}

test('refused, withdrawn, not open, closed, over: the same', async () => {
  await page.request.post(`${served.link(1)}/decline`, { form: { choice: 'messages' } });
  expect(await look(REFUSED)).toEqual([]);
  await page.request.post(`${served.link(2)}/decline`, { form: { choice: 'delete' } });
  expect(await look(WITHDRAWN)).toEqual([]);
  served.deps.now = () => new Date(Date.now() - 20 * DAY_MS);
  expect(await look(NOT_OPEN)).toEqual([]);
  served.deps.now = () => new Date(Date.now() + 20 * DAY_MS);
  expect(await look(CLOSED)).toEqual([]);
  await served.deps.ownerDb.updateTable('survey.round').set({ freeze_step: 1 }).execute();
  expect(await look(OVER)).toEqual([]);
}, 600_000);

test('what was found is what the accessibility statement tells', () => {
  expect(seen.size).toBeGreaterThan(40);
  expect(checks).toBe(seen.size * LANGUAGES.length * (IS_WHOLE ? LOOKS.length : 1));
  if (process.env['URAS_WRITE_RESULTS'] !== '1') return;
  const version = browser.version();
  const results = {
    checked_on: new Date().toISOString().slice(0, 10),
    browser: `Chromium ${version.split('.')[0]}`,
    axe: axeVersion,
    pages: seen.size,
    checks,
    every_combination: IS_WHOLE,
    faults: [...faults].sort(),
  };
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
});
