import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { chromium, type Browser, type Page } from 'playwright-core';
import { ownBlockSchema } from '../../server/engine/own-block.ts';
import { answerPage, press, type Entered } from '../support/browser-answers.ts';
import { enterOn, tabTo, typeInto } from '../support/keyboard.ts';
import { openOwnRound } from '../support/own-round.ts';
import { axeViolations, contentWidth, htmlProblems } from '../support/page-checks.ts';
import { serveRound, type ServedRound } from '../support/served-round.ts';

let served: ServedRound;
let browser: Browser;
let own: string;
beforeAll(async () => {
  served = await serveRound();
  own = `${served.baseUrl}/own-questions`;
  const executablePath = process.env['CHROMIUM_PATH'];
  if (!executablePath) throw new Error('Set CHROMIUM_PATH to the browser.');
  browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
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
  expect(rows.map(({ answers }) => answers)).toEqual([entered]);
  await phone.context().close();
}

test('by clicking, without script: made, moved, removed and put back, refused, published, asked by the next round, answered', async () => {
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

  const { id, link } = await openOwnRound(served, 'own-round');
  expect(await served.command('rounds', 'show', id)).toContain('own questions:   X0101.v1');
  await page.context().close();
  await answerOwnPart(link);
}, 180_000);

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
