import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ownBlockSchema } from '../../server/engine/own-block.ts';
import { reportKey } from '../../server/results/report-key.ts';
import { answerPage, press, type Entered } from '../support/browser-answers.ts';
import { enterOn, tabTo, typeInto } from '../support/keyboard.ts';
import { openOwnRound, type OwnRound, type RegisterRow } from '../support/own-round.ts';
import { axeViolations, contentWidth, htmlProblems } from '../support/page-checks.ts';
import { serveRound, type ServedRound } from '../support/served-round.ts';
import { startBrowser } from '../support/start-browser.ts';

let served: ServedRound;
let browser: Browser;
let own: string;
beforeAll(async () => {
  served = await serveRound();
  own = `${served.baseUrl}/own-questions`;
  browser = await startBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/** A browser of its own, without script. */
async function openBrowser(width: number, dark = false): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width, height: 800 },
    colorScheme: dark ? 'dark' : 'light',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

type Words = readonly [fi: string, sv: string, en: string];
const LANGUAGES = ['fi', 'sv', 'en'] as const;

async function fill(page: Page, id: string, words: Words): Promise<void> {
  for (const [index, language] of LANGUAGES.entries())
    await page.locator(`#${id}-${language}`).fill(words[index] ?? '');
}

const button = (page: Page, name: string, value: string) =>
  page.locator(`main button[name="${name}"][value="${value}"]`).first();

async function blockOf(institution: string) {
  const rows = await served.deps.ownerDb
    .selectFrom('survey.own_block')
    .select('content')
    .where('institution', '=', institution)
    .execute();
  return rows.map(({ content }) => ownBlockSchema.parse(content));
}

/** A graduate of the institution answers everything; the block is the last part, and its answers are stored with the rest. */
async function answerOwnPart(link: string): Promise<void> {
  const phone = await openBrowser(320);
  await phone.goto(`${link}/part/1`);
  const entered: Entered = {};
  for (let turn = 0; turn < 12 && /\/part\//.test(phone.url()); turn += 1) {
    Object.assign(entered, await answerPage(phone, turn));
    await press(phone, 'nav', 'next');
  }
  const ownAnswers = Object.keys(entered).filter((code) => code.startsWith('own_'));
  expect(ownAnswers.toSorted()).toEqual(['own_x0101_1', 'own_x0101_2']);
  await phone.locator('form[action$="/send"] button').first().click();
  expect(phone.url()).toMatch(/\/receipt$/);
  const rows = await served.deps.ownerDb.selectFrom('answer.response').select('answers').execute();
  expect(rows.map(({ answers }) => answers)).toContainEqual(entered);
  await phone.context().close();
}

/**
 * The round `id` is answered by thirty graduates of each of three degrees, two of them in the browser, who
 * also answer its own questions; then it is closed, frozen and released.
 */
async function answerAndRelease({ id, link, linkOf }: OwnRound, people: readonly RegisterRow[]) {
  for (const start of [link, linkOf(people[0]?.key ?? '')]) await answerOwnPart(start);
  const [multiple, pair] = ['own_x0101_1', 'own_x0101_2'];
  const { questions } = (await blockOf('X0101'))[0] ?? { questions: [] };
  const choice = questions.find(({ code }) => code === multiple);
  if (choice?.kind !== 'multiple') throw new Error('the block has lost its question');
  const rows = people.slice(1).map(({ key, institution, degree }, index) => {
    const option = choice.options[index % 2]?.code ?? '';
    const own = institution === 'X0101' ? [option, String(2 + (index % 4)), String(1 + (index % 5))] : ['', '', ''];
    const activity = ['unemployed', 'grant', 'employed'][index % 3];
    return [key, institution, degree, '2026-01-10', activity, ...own].join(',');
  });
  const header = `person_key,institution,degree,submitted_on,main_activity,${multiple},${pair}.importance,${pair}.development`;
  const { dataDir } = served.deps.config;
  writeFileSync(join(dataDir, 'answers.csv'), [header, ...rows, ''].join('\n'));
  await served.command('responses', 'import', '--round', id, join(dataDir, 'answers.csv'), '--confirm');
  await served.command('rounds', 'close', id);
  await served.command('rounds', 'freeze', id);
  await served.command('releases', 'build', '--round', id, '--out', join(dataDir, 'release'));
  return readFileSync(join(dataDir, 'release', 'tables.csv'), 'utf8').split('\n');
}

/** The report page of the degree has what own questions were answered; nobody else's has a word of it. */
async function expectOwnSection(page: Page, id: string, tables: readonly string[]): Promise<void> {
  const own = tables.filter((row) => row.includes('own_x0101'));
  expect(own.length).toBeGreaterThan(0);
  expect(own.filter((row) => !row.includes(',X0101,'))).toEqual([]);
  const report = (institution: string, language: string) =>
    `${served.baseUrl}/reports/${reportKey(served.deps.keys)}/${id}/${institution}/671201?lang=${language}`;
  for (const [language, heading, question, whole, country] of [
    ['fi', 'Korkeakoulun omat kysymykset', 'Mistä löysit työpaikkoja?', 'Koko korkeakoulu', 'Koko maa'],
    ['sv', 'Högskolans egna frågor', 'Var hittade du jobb?', 'Hela högskolan', 'Hela landet'],
    ['en', 'The institution’s own questions', 'Where did you find jobs?', 'Whole institution', 'Whole country'],
  ] as const) {
    await page.goto(report('X0101', language));
    const sections = page.locator('section:has(> h2[id^="section-"])');
    const last = sections.last();
    expect(await last.locator('h2').textContent()).toBe(heading);
    const words = (await last.textContent()) ?? '';
    for (const word of [question, whole]) expect(words).toContain(word);
    expect(words).not.toContain(country);
    expect(await last.locator('.drawing svg').count()).toBeGreaterThan(0);
    expect((await sections.allTextContents()).slice(0, -1).join()).not.toContain(question);
    await page.goto(report('X0102', language));
    expect(await page.locator('h1').textContent()).not.toBe('');
    for (const word of [heading, question, whole]) expect(await page.content()).not.toContain(word);
  }
}

test('by clicking, without script: made, moved, removed and put back, refused, published, asked by the next round, answered, released, reported', async () => {
  const page = await openBrowser(1280);
  await page.goto(`${own}?lang=fi`);
  await page.locator('#amk-career-institution').selectOption('X0101');
  await page.locator('form:has(#amk-career-institution) button').click();
  expect(page.url()).toBe(`${own}/amk-career/X0101?lang=fi`);

  await page.locator('a[href*="/question/new"]').click();
  await page.locator('#kind-multiple').check({ force: true });
  await page.locator('main form button[type="submit"]').click();
  await fill(page, 'text', ['Mistä löysit työpaikkoja?', '', 'Where did you find jobs?']);
  await fill(page, 'option-0', ['Ilmoituksista', 'I annonser', 'In advertisements']);
  await fill(page, 'option-1', ['Tuttavilta', 'Av bekanta', 'From people I know']);
  await fill(page, 'none', ['En mistään näistä', 'Inget av dessa', 'None of these']);
  await button(page, 'nav', 'next').click();

  await page.locator('a[href*="/question/new"]').click();
  await page.locator('#kind-pair').check({ force: true });
  await page.locator('main form button[type="submit"]').click();
  await fill(page, 'text', ['Asiakastyö', 'Kundarbete', 'Work with customers']);
  await page.locator('header button[name="lang"][value="en"]').click(); // a change of language saves what is typed
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await page.locator('#text-sv').inputValue()).toBe('Kundarbete');
  await button(page, 'nav', 'next').click();

  const titles = () => page.locator('.own h3').allTextContents();
  expect(await titles()).toEqual(['Where did you find jobs?', 'Work with customers']);
  await button(page, 'up', 'own_x0101_2').click();
  expect(await titles()).toEqual(['Work with customers', 'Where did you find jobs?']);
  await button(page, 'remove', 'own_x0101_2').click();
  expect(await titles()).toEqual(['Where did you find jobs?']);
  await button(page, 'restore', 'own_x0101_2').click();
  expect(await titles()).toEqual(['Where did you find jobs?', 'Work with customers']);

  await page.locator('a[href*="/publish"]').click();
  expect(await page.locator('main button[type="submit"]').count()).toBe(0);
  await page.locator('#mend a').first().click();
  expect(page.url()).toContain('/question/own_x0101_1?lang=en#text-sv');
  expect(await page.locator('#text-sv').getAttribute('aria-invalid')).toBe('true');
  await page.locator('#text-sv').fill('Var hittade du jobb?');
  await button(page, 'nav', 'next').click();
  expect(await page.locator('#mend').count()).toBe(0);

  await page.locator('a[href*="/preview"]').click();
  for (const [language, title] of [
    ['fi', 'Mistä löysit työpaikkoja?'],
    ['sv', 'Var hittade du jobb?'],
    ['en', 'Where did you find jobs?'],
  ] as const) {
    const frame = page.frameLocator(`iframe[src*="/preview/${language}?"]`);
    expect(await frame.locator('legend.q').first().textContent()).toBe(title);
    expect((await page.locator(`iframe[src*="/preview/${language}?"]`).boundingBox())?.width).toBe(360);
  }
  await page.goto(`${own}/amk-career/X0101/publish?lang=en`);
  await page.locator('main button[type="submit"]').click();
  expect(page.url()).toContain('done=published');
  expect(await blockOf('X0101')).toMatchObject([
    {
      version: 1,
      questions: [
        { kind: 'multiple', code: 'own_x0101_1' },
        { kind: 'pair', code: 'own_x0101_2' },
      ],
    },
  ]);

  const people = ['X0101-671201', 'X0101-671112', 'X0102-671201'].flatMap((place) => {
    const [institution = '', degree = ''] = place.split('-');
    return Array.from({ length: 30 }, (_, index) => ({ key: `${place}-${index}`, institution, degree }));
  });
  const round = await openOwnRound(served, 'own-round', people);
  expect(await served.command('rounds', 'show', round.id)).toContain('own questions:   X0101.v1');
  await expectOwnSection(page, round.id, await answerAndRelease(round, people));
  await page.context().close();
}, 300_000);

test('by keyboard alone: made, refused while Swedish is missing, published', async () => {
  const page = await openBrowser(320, true);
  await page.goto(`${own}/amk-career/X0102?lang=en`);
  await enterOn(page, page.locator('a[href*="/question/new"]'));
  await tabTo(page, page.locator('input[name="kind"]'));
  await page.keyboard.press('Space');
  await enterOn(page, page.locator('main form button[type="submit"]'));
  await typeInto(page, page.locator('#text-fi'), 'Missä työskentelet?');
  await typeInto(page, page.locator('#text-en'), 'Where do you work?');
  for (const [row, words] of [
    ['Toimistossa', 'På kontor', 'In an office'],
    ['Kotona', 'Hemma', 'At home'],
  ].entries())
    for (const [index, language] of LANGUAGES.entries())
      await typeInto(page, page.locator(`#option-${row}-${language}`), words[index] ?? '');
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]); // Enter in a field saves and goes on
  expect(page.url()).toContain('done=saved');

  await enterOn(page, page.locator('main a[href*="/publish"]'));
  expect(await page.locator('main button[type="submit"]').count()).toBe(0);
  await enterOn(page, page.locator('#mend a'));
  await typeInto(page, page.locator('#text-sv'), 'Var arbetar du?');
  await enterOn(page, button(page, 'nav', 'next'));
  await enterOn(page, page.locator('main a[href*="/publish"]'));
  await enterOn(page, page.locator('main button[type="submit"]'));
  expect(page.url()).toContain('done=published');
  expect(await blockOf('X0102')).toMatchObject([
    { questions: [{ kind: 'single', text: { fi: 'Missä työskentelet?', sv: 'Var arbetar du?' }, options: [{}, {}] }] },
  ]);
  await page.context().close();
}, 180_000);

describe('every page', () => {
  const at = (institution: string, page = '') => `${own}/amk-career/${institution}${page}`;
  const PAGES: Readonly<Record<string, () => string>> = {
    overview: () => own,
    'empty block': () => at('X0103'),
    'published block': () => at('X0102'),
    'block with faults': () => at('X0104'),
    'question with faults': () => at('X0104', '/question/own_x0104_1'),
    'statement without a scale': () => at('X0104', '/question/own_x0104_2'),
    introduction: () => at('X0104', '/intro'),
    'choice of a kind': () => at('X0104', '/question/new'),
    'questions to take': () => at('X0104', '/take'),
    publishing: () => at('X0104', '/publish'),
    preview: () => at('X0104', '/preview'),
    'part of the preview': () => at('X0104', '/preview/sv'),
  };

  beforeAll(async () => {
    const post = (page: string, form: Record<string, string>) =>
      fetch(at('X0104', page), {
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams(form),
        redirect: 'manual',
      });
    await post('/question/new', { kind: 'multiple' });
    const text = { 'text.fi': 'Pitkäyhdyssanahirviökysymyksenasettelu?', 'text.en': 'Question in 2024?' };
    const options = { 'option.0.fi': 'Vaihtoehto', 'option.0.sv': 'Alternativ', 'option.0.en': 'Option' };
    await post('/question/own_x0104_1', { ...text, ...options, most: 'x' });
    await post('/question/new', { kind: 'scale' });
    await post('/question/own_x0104_2', { 'text.fi': 'Työ ja palkka', 'text.sv': 'Arbete', 'text.en': 'Work' });
    await post('/intro', { 'intro.fi': 'Hei' });
  });

  test.each(Object.keys(PAGES))(
    '%s: nothing for axe, valid HTML, no sideways scrolling, light and dark',
    async (name) => {
      for (const [language, width, dark] of [
        ['fi', 320, false],
        ['sv', 1280, true],
        ['en', 320, true],
      ] as const) {
        const context = await browser.newContext({
          viewport: { width, height: 800 },
          colorScheme: dark ? 'dark' : 'light',
        });
        const page = await context.newPage();
        await page.goto(`${PAGES[name]?.()}?lang=${language}`);
        await page.locator('summary').evaluateAll((all) => all.forEach((one) => one.click()));
        expect(await contentWidth(page)).toBeLessThanOrEqual(width);
        expect(await axeViolations(page)).toEqual([]);
        expect(await htmlProblems(await (await context.request.get(page.url())).text())).toEqual([]);
        await context.close();
      }
    },
    180_000,
  );
});
