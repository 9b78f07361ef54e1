import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { reportKey } from '../../server/results/report-key.ts';
import { saveNotice } from '../../server/trust/notice.ts';
import { answerPage, press } from '../support/browser-answers.ts';
import { insertRelease, protectedTable, simulatedDegrees } from '../support/build-release.ts';
import { careerSurvey } from '../support/figure-context.ts';
import { openCoreRound } from '../support/core-round.ts';
import { graduatePages, NOBODYS, PEOPLE } from '../support/graduate-pages.ts';
import { looksAt, pageLooker, type Looker } from '../support/look-at-pages.ts';
import { keepResults, shareFrom } from '../support/matrix-results.ts';
import { aNotice } from '../support/notice.ts';
import { serveRound, type ServedRound } from '../support/served-round.ts';
import { startBrowser } from '../support/start-browser.ts';

// Every page of a graduate and every state of it, in one browser: valid HTML and no sideways scrolling in three
// languages at two widths. axe looks at it once a language, by turns light and dark, narrow and wide, so that it
// sees each page in each language, each theme and each width, but not in every combination of them. With
// URAS_WHOLE_MATRIX=1 it does. With URAS_WRITE_RESULTS=1 what was found is written down, and the accessibility
// statement tells it, and which of the two it was. URAS_SHARE=2/5 does the second of five parts of the work; with
// the last of them the results of all are written. URAS_PICTURES=FOLDER
// takes a picture at each look, for people to look through.
const IS_WHOLE = process.env['URAS_WHOLE_MATRIX'] === '1';
const SHARE = shareFrom(process.env['URAS_SHARE']);
const PICTURES = process.env['URAS_PICTURES'] ?? null;
const DAY_MS = 24 * 3_600_000;

let served: ServedRound;
let browser: Browser;
let page: Page;
let pages: ReturnType<typeof graduatePages>;
let looker: Looker;
/** Links of the round that asks version 3, with its core. */
let core: (person: number) => string;
beforeAll(async () => {
  served = await serveRound();
  browser = await startBrowser();
  page = await (await browser.newContext()).newPage();
  await saveNotice(served.deps, aNotice());
  const more = await addPeople([PEOPLE.empty, PEOPLE.kept, PEOPLE.withdrawn]);
  core = await openCoreRound(served, more);
  pages = graduatePages({ ...served, core, feedback: await giveFeedback() });
  looker = pageLooker({ page, isWhole: IS_WHOLE, share: SHARE, pictures: PICTURES, speak });
  await answerParts(served.link(PEOPLE.started), 6);
  for (const person of [PEOPLE.sent, PEOPLE.kept]) {
    await answerParts(served.link(person), 7);
    await page.goto(`${served.link(person)}/review`);
    await page.locator('form.nav button').first().click();
  }
  await page.goto(`${served.link(PEOPLE.empty)}/part/1`);
  await page.locator('[name="main_activity"]').first().check({ force: true });
  await press(page, 'nav', 'pause');
  await answerParts(core(PEOPLE.empty), 6);
  const form = { other_jobs: 'yes', nav: 'pause' };
  await page.request.post(`${core(PEOPLE.empty)}/part/3`, { form, maxRedirects: 0 });
  await served.command('population', 'withdraw', '--round', 'test-round', '--person', 'P5', '--confirm');
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const FEEDBACK = '/accessibility/feedback';

/** Gives feedback; addresses of a receipt that waits and of one that was answered. */
async function giveFeedback() {
  const give = async () => {
    const form = { message: 'The page is too wide.\nThe second line, too.', institution: 'X0101' };
    const answer = await page.request.post(served.baseUrl + FEEDBACK, { form, maxRedirects: 0 });
    return (answer.headers()['location'] ?? '').replace(/\?.*/, '');
  };
  const answered = await give();
  const { ownerDb } = served.deps;
  const reply = 'The page is mended.\nThank you.';
  await ownerDb.updateTable('survey.accessibility_feedback').set({ answered_on: '2026-11-20', reply }).execute();
  return { answered, waiting: await give() };
}

async function addPeople(numbers: readonly number[]): Promise<string> {
  const header = 'person_key,institution,degree,graduation_date,contact_language,email';
  const file = join(served.deps.config.dataDir, 'more.csv');
  const rows = numbers.map((number) => `P${number},X0101,671201,2020-05-31,fi,p${number}@example.org`);
  writeFileSync(file, [header, ...rows, ''].join('\n'));
  await served.command('population', 'import', '--round', 'test-round', file, '--confirm');
  return file;
}

async function answerParts(link: string, count: number): Promise<void> {
  await page.goto(`${link}/part/1`);
  for (let turn = 0; turn < count; turn += 1) {
    await answerPage(page, turn);
    await press(page, 'nav', 'next');
  }
}

/** Of those who have begun the language is stored; for others the address names it. */
async function speak(lang: string): Promise<void> {
  for (const person of [PEOPLE.started, PEOPLE.sent, PEOPLE.empty, PEOPLE.kept]) {
    await page.request.post(`${served.link(person)}/language`, { form: { lang, from: '' } });
  }
  await page.request.post(`${core(PEOPLE.empty)}/language`, { form: { lang, from: '' } });
}

test('open round: nothing for axe, valid HTML, no sideways scrolling', async () => {
  expect(await looker.look(pages.usual)).toEqual([]);
}, 3_000_000);

test('what comes back after a release: the same', async () => {
  await releaseEarlier();
  await tellOfChange();
  expect(await looker.look(pages.published)).toEqual([]);
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

test('refused, withdrawn, not open, closed, over, too many codes: the same', async () => {
  await page.request.post(`${served.link(PEOPLE.new)}/decline`, { form: { choice: 'messages' } });
  expect(await looker.look(pages.refused)).toEqual([]);
  await page.request.post(`${served.link(PEOPLE.sent)}/decline`, { form: { choice: 'delete' } });
  expect(await looker.look(pages.withdrawn)).toEqual([]);
  served.deps.now = () => new Date(Date.now() - 20 * DAY_MS);
  expect(await looker.look(pages.notOpen)).toEqual([]);
  served.deps.now = () => new Date(Date.now() + 20 * DAY_MS);
  expect(await looker.look(pages.late)).toEqual([]);
  await served.deps.ownerDb.updateTable('survey.round').set({ freeze_step: 1 }).execute();
  expect(await looker.look(pages.over)).toEqual([]);
  await served.deps.ownerDb.updateTable('survey.round').set({ freeze_step: 0 }).execute();
  for (let count = 0; count < 11; count += 1)
    await page.request.post(served.baseUrl + FEEDBACK, { form: { message: 'again' }, maxRedirects: 0 });
  for (let count = 0; count < 61; count += 1) await page.request.get(`${served.baseUrl}/v/${NOBODYS}`);
  expect(await looker.look(pages.limited)).toEqual([]);
}, 900_000);

// What axe could not decide, and what people saw when they looked.
const LOOKED_AT: readonly { rule: string; why: string; states: RegExp }[] = [
  // The copy that a person saves has no style: in the dark the browser's own colours, which axe takes to be equal.
  { rule: 'color-contrast', why: 'equalRatio', states: /^data, copy$/ },
];

test('what axe cannot decide has been looked at by people', () => {
  const lines = [...looker.seen.undecided.values()].map(
    ({ rule, why, element, count, states }) => `${rule} | ${why} | ${element} | ${count} | ${[...states].join('; ')}`,
  );
  process.stderr.write(`What axe could not decide (rule, reason, element, times, states):\n${lines.join('\n')}\n`);
  const open = [...looker.seen.undecided.values()].filter(
    ({ rule, why, states }) =>
      !LOOKED_AT.some(
        (one) => one.rule === rule && one.why === why && [...states].every((state) => one.states.test(state)),
      ),
  );
  expect(open).toEqual([]);
});

test('what was found is what the accessibility statement tells', () => {
  const { states, checks } = looker.seen;
  const all = Object.values(pages).flatMap((some) => Object.keys(some));
  expect(states.size).toBeGreaterThanOrEqual(Math.floor(all.length / SHARE.of));
  expect(checks).toBe(states.size * looksAt(IS_WHOLE));
  if (process.env['URAS_WRITE_RESULTS'] !== '1') return;
  keepResults({ seen: looker.seen, share: SHARE, all: all.length, isWhole: IS_WHOLE, browser: browser.version() });
});
