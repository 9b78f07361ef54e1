import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Browser, Page } from 'playwright-core';
import { press } from '../support/browser-answers.ts';
import { axeViolations, contentWidth, htmlProblems } from '../support/page-checks.ts';
import { serveRound, type ServedRound } from '../support/served-round.ts';
import { startBrowser } from '../support/start-browser.ts';

const COUNTRY = 'first_job_country';
const label = (name: string) => ({ fi: name, sv: name, en: name });
// Countries of a story beside those of the program: one that two others became, and one under a new name.
const LISTS = {
  name: 'countries',
  codes: [
    { code: 'Q1', label: label('Vanhavalta'), validTo: '2019-12-31', replacedBy: ['Q2', 'Q3'], group: 'other' },
    { code: 'Q2', label: label('Itävanha'), validFrom: '2020-01-01', group: 'other' },
    { code: 'Q3', label: label('Länsivanha'), validFrom: '2020-01-01', group: 'other' },
    {
      code: 'Q4',
      label: label('Kuulumaa'),
      earlierLabels: [{ until: '2022-06-30', label: label('Entismaa') }],
      group: 'other',
    },
  ],
};

let folder: string;
let served: ServedRound;
let browser: Browser;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'uras-lists-'));
  writeFileSync(join(folder, 'countries.json'), JSON.stringify(LISTS));
  served = await serveRound({ listsFolder: folder });
  browser = await startBrowser();
  for (const person of [0, 1, 2]) {
    const page = await browser.newPage();
    await page.goto(`${served.link(person)}/part/1`);
    await page.locator('input[name="main_activity"]').first().check({ force: true });
    await press(page, 'nav', 'pause');
    await page.waitForURL('**/paused*');
    await page.close();
  }
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await served?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function openPart(person: number, options: { script: boolean; width?: number }): Promise<Page> {
  const { script, width = 1280 } = options;
  const context = await browser.newContext({ javaScriptEnabled: script, viewport: { width, height: 720 } });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${served.link(person)}/part/3`);
  return page;
}

const field = (page: Page) => page.locator(`input[name="${COUNTRY}._search"]`);
const search = (page: Page) => press(page, 'search', COUNTRY);
const choices = (page: Page) => page.locator(`input[name="${COUNTRY}"] + label`).allTextContents();

/** The stored answers of everybody: no two tests answer for one person. */
async function storedCountries(): Promise<string[]> {
  const rows = await served.deps.ownerDb.selectFrom('answer.response').select('answers').execute();
  return rows.flatMap(({ answers }) => (answers as Record<string, string>)[COUNTRY] ?? []).sort();
}

describe('a long list without script', () => {
  test('is searched: at most ten choices and none of these, what was typed stays, the choice is stored', async () => {
    const page = await openPart(0, { script: false, width: 320 });
    expect(await choices(page)).toEqual([]);
    await field(page).fill('a');
    await search(page);
    expect(await field(page).inputValue()).toBe('a');
    const found = await choices(page);
    expect(found).toHaveLength(11);
    expect(found.at(-1)).toBe('Ei mikään näistä');
    expect(await contentWidth(page)).toBeLessThanOrEqual(320);

    await field(page).fill('zzz');
    await search(page);
    expect(await field(page).inputValue()).toBe('zzz');
    expect(await page.locator('main').textContent()).toContain('”zzz” ei löytynyt');

    await field(page).fill('ruots');
    await search(page);
    expect(await choices(page)).toEqual(['Ruotsi', 'Ei mikään näistä']);
    await page.locator(`input[name="${COUNTRY}"][value="SE"]`).check({ force: true });
    await press(page, 'nav', 'pause');
    expect(await storedCountries()).toEqual(['SE']);
    await page.goto(`${served.link(0)}/part/3`);
    expect(await choices(page)).toEqual(['Ruotsi', 'Ei mikään näistä']);
  });

  test('old names lead to what there is today', async () => {
    const page = await openPart(0, { script: false });
    await field(page).fill('vanhavalta');
    await search(page);
    expect(await choices(page)).toEqual([
      'Itävanha (aiemmin Vanhavalta)',
      'Länsivanha (aiemmin Vanhavalta)',
      'Ruotsi',
      'Ei mikään näistä',
    ]);
    await field(page).fill('entis');
    await search(page);
    expect((await choices(page))[0]).toBe('Kuulumaa (aiemmin Entismaa)');
    expect(await axeViolations(await openPart(0, { script: true }))).toEqual([]);
  });

  test('a whole name and Continue is an answer', async () => {
    const page = await openPart(1, { script: false });
    await field(page).fill('norja');
    await press(page, 'nav', 'pause');
    expect(page.url()).toMatch(/\/paused$/);
    expect(await storedCountries()).toEqual(['NO', 'SE']);
  });

  test('an old code that is stored is shown with its name, and stays with the page', async () => {
    const page = await openPart(1, { script: false });
    await sql`
      update answer.response set answers = answers || ${JSON.stringify({ [COUNTRY]: 'Q1' })}::jsonb
      where answers ->> ${COUNTRY} = 'NO'`.execute(served.deps.ownerDb);
    await page.goto(`${served.link(1)}/part/3`);
    expect(await choices(page)).toEqual(['Vanhavalta', 'Ei mikään näistä']);
    await press(page, 'nav', 'pause');
    expect(await storedCountries()).toEqual(['Q1', 'SE']);
  });
});

describe('a long list with script', () => {
  test("has the browser's own suggestions: the codes of the day, and nothing that was typed leaves the page", async () => {
    const page = await openPart(2, { script: true });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const errors: string[] = [];
    page.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
    await field(page).focus();
    const names = page.locator('datalist option');
    await names.first().waitFor({ state: 'attached' });
    const values = await names.evaluateAll((options) => options.map((option) => option.getAttribute('value')));
    expect(values.length).toBeGreaterThan(190);
    expect(values).toEqual(expect.arrayContaining(['Ruotsi', 'Itävanha', 'Kuulumaa']));
    expect(values).not.toContain('Vanhavalta');
    expect(values).not.toContain('Entismaa');
    expect(await page.evaluate('document.activeElement.list.options.length')).toBe(values.length);
    await field(page).pressSequentially('Tanska');
    await press(page, 'nav', 'pause');
    expect(page.url()).toMatch(/\/paused$/);
    expect(asked.filter((url) => /tanska/i.test(url))).toEqual([]);
    expect(errors).toEqual([]);
    expect(await storedCountries()).toEqual(['DK', 'Q1', 'SE']);
  });

  test('the search button works as without, and the page is sound', async () => {
    const page = await openPart(2, { script: true });
    await field(page).fill('sver');
    await search(page);
    expect(await choices(page)).toEqual(['Ruotsi', 'Tanska', 'Ei mikään näistä']);
    expect(await axeViolations(page)).toEqual([]);
    const reply = await page.context().request.get(`${served.link(2)}/part/3`);
    expect(await htmlProblems(await reply.text())).toEqual([]);
  });
});

test('names of a list: the same for everyone, cached; anything else is not found', async () => {
  const day = '2026-10-01';
  const good = await fetch(`${served.baseUrl}/lists/regions/sv/${day}`);
  expect(good.headers.get('cache-control')).toBe('public, max-age=3600');
  expect(good.headers.get('content-type')).toMatch(/^application\/json/);
  expect(await good.json()).toEqual(expect.arrayContaining(['Nyland', 'Åland']));
  const early = await (await fetch(`${served.baseUrl}/lists/countries/fi/2019-06-01`)).json();
  expect(early).toEqual(expect.arrayContaining(['Vanhavalta', 'Entismaa']));
  for (const path of [`nothing/fi/${day}`, `regions/de/${day}`, 'regions/fi/2026-02-30', 'regions/fi/x']) {
    expect((await fetch(`${served.baseUrl}/lists/${path}`)).status).toBe(404);
  }
});
