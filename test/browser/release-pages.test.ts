import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Browser, Page } from 'playwright-core';
import { buildRoundRelease } from '../../server/releases/build-round-release.ts';
import { freezeRound } from '../../server/rounds/freeze-round.ts';
import { buildRound } from '../support/build-round.ts';
import { axeViolations, contentWidth, htmlProblems } from '../support/page-checks.ts';
import { aStaffMember, type StaffMember } from '../support/staff.ts';
import { startBrowser } from '../support/start-browser.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

// The page where two people approve a release, in each of its states.
let server: TestApp;
let browser: Browser;
let base: string;
let members: Readonly<Record<'anna' | 'bertta' | 'auditor', StaffMember>>;
let hash: string;
const progress = () => undefined;

beforeAll(async () => {
  server = await openTestApp();
  await buildRound(server.deps, { id: 'real', persons: 120, institutions: 1, degrees: 3 });
  await freezeRound(server.deps, { roundId: 'real', progress });
  await buildRoundRelease(server.deps, { roundId: 'real', asDraft: true, progress });
  const network = { role: 'network_coordinator' } as const;
  members = {
    anna: await aStaffMember(server, network),
    bertta: await aStaffMember(server, network),
    auditor: await aStaffMember(server, { role: 'auditor' }),
  };
  const draft = await server.deps.ownerDb
    .selectFrom('publication.draft')
    .select('parts_hash')
    .executeTakeFirstOrThrow();
  hash = draft.parts_hash;
  base = await server.app.listen({ port: 0, host: '127.0.0.1' });
  browser = await startBrowser();
}, 400_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

type Look = { width: number; dark?: boolean; as: StaffMember };

async function withPage(look: Look, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: 800 },
    colorScheme: look.dark ? 'dark' : 'light',
  });
  const [name = '', value = ''] = look.as.cookie.split('=');
  await context.addCookies([{ name, value, url: base }]);
  try {
    await work(await context.newPage());
  } finally {
    await context.close();
  }
}

async function flawless(page: Page, width: number): Promise<void> {
  expect(await contentWidth(page)).toBeLessThanOrEqual(width);
  expect(await axeViolations(page)).toEqual([]);
  expect(await htmlProblems(await page.content())).toEqual([]);
}

const STATES = {
  'nobody has approved': async () => members.anna,
  'one has approved, and somebody else looks': async () => {
    await members.anna.post('/releases/real/approval?lang=en', { hash });
    return members.bertta;
  },
  'one has approved and looks again': async () => members.anna,
  'an auditor looks': async () => members.auditor,
} as const;

describe.each(Object.entries(STATES))('%s', (_name, arrange) => {
  let as: StaffMember;
  beforeAll(async () => {
    as = await arrange();
  });
  test.each([
    ['fi', 320, false],
    ['sv', 1280, true],
    ['en', 320, true],
  ])('in %s at %i px, dark: %s: nothing for axe to complain of', async (language, width, dark) => {
    await withPage({ width, dark, as }, async (page) => {
      await page.goto(`${base}/releases/real?lang=${language}`);
      await flawless(page, width);
    });
  });
});

test('a later edition by keyboard alone: words are asked for, kept, approved by the second, and published', async () => {
  await sql`update publication.draft set edition = 2`.execute(server.deps.ownerDb);
  await sql`delete from publication.approval`.execute(server.deps.ownerDb);
  await withPage({ width: 320, as: members.anna }, async (page) => {
    await page.goto(`${base}/releases/real?lang=en`);
    await page.locator('#reason-fi').focus();
    await page.keyboard.type('Myöhässä tulleet vastaukset ovat mukana.');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Sena svar är med.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#errors');
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.inputValue('#reason-sv')).toBe('Sena svar är med.');
    await flawless(page, 320);
    await page.locator('#reason-en').focus();
    await page.keyboard.type('Late answers are counted.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.done');
    await flawless(page, 320);
  });
  await withPage({ width: 1280, as: members.bertta }, async (page) => {
    await page.goto(`${base}/releases/real?lang=en`);
    expect(await page.textContent('blockquote[lang=fi]')).toBe('Myöhässä tulleet vastaukset ovat mukana.');
    await flawless(page, 1280);
    await page.getByRole('button', { name: 'Approve publishing' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.done');
    await expect(published(page)).resolves.toContain('done: published');
  });
}, 120_000);

/** What the list says when the release is published. */
async function published(page: Page): Promise<string> {
  for (let tries = 0; tries < 60; tries += 1) {
    await page.goto(`${base}/releases?lang=en`);
    const text = (await page.textContent('main')) ?? '';
    if (text.includes('done: published')) return text;
    await page.waitForTimeout(500);
  }
  return 'not published';
}
