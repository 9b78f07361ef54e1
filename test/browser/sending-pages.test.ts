import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startServerWorker } from '../../server/jobs/server-worker.ts';
import { enterOn, typeInto } from '../support/keyboard.ts';
import { startMailReceiver, type MailReceiver } from '../support/mail-receiver.ts';
import { axeViolations, contentWidth, htmlProblems } from '../support/page-checks.ts';
import { aStaffMember, type StaffMember } from '../support/staff.ts';
import { startBrowser } from '../support/start-browser.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

// A real mail server, the real worker, the real pages: what is clicked is what arrives.
let mails: MailReceiver;
let server: TestApp;
let worker: ReturnType<typeof startServerWorker>;
let browser: Browser;
let base: string;
let round: string;
let coordinator: StaffMember;
let network: StaffMember;
const MINUTE = 60_000;

beforeAll(async () => {
  mails = await startMailReceiver({ isRefused: (address) => address.startsWith('gone') });
  server = await openTestApp({
    URAS_BASE_URL: 'http://uraseuranta.example',
    URAS_SMTP_URL: mails.url,
    URAS_MAIL_FROM: 'Uraseuranta <survey@uraseuranta.example>',
  });
  round = await server.aRound();
  for (const [institution, contact_language] of [
    ['X0101', 'fi'],
    ['X0101', 'sv'],
    ['X0101', 'en'],
    ['X0102', 'fi'],
    ['X0102', 'en'],
  ] as const)
    await server.aPerson({ round, institution, contact_language });
  await server.aPerson({ round, email: 'gone@example.org' });
  await server.aPerson({ round, email: null });
  await server.aPerson({ round, refused_on: '2026-11-10' });
  coordinator = await aStaffMember(server, { role: 'institution_coordinator', institution: 'X0101' });
  network = await aStaffMember(server, { role: 'network_coordinator' });
  worker = startServerWorker(server.deps);
  base = await server.app.listen({ port: 0, host: '127.0.0.1' });
  browser = await startBrowser();
}, 180_000);
afterAll(async () => {
  await worker?.stop();
  await browser?.close();
  await server?.close();
  await mails?.stop();
});

async function openPage(
  width: number,
  { as, dark = false, script = false }: { as: StaffMember; dark?: boolean; script?: boolean },
) {
  const colorScheme = dark ? 'dark' : 'light';
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme,
    javaScriptEnabled: script,
  });
  const [name = '', value = ''] = as.cookie.split('=');
  await context.addCookies([{ name, value, url: base }]);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

const at = (path: string, language = 'en') => `${base}/rounds/${round}${path}?lang=${language}`;
const addressesOf = (from: number) =>
  mails.mails
    .slice(from)
    .map(({ to }) => to)
    .sort();

/** Looks at the step until it is over, as somebody who waits does. */
async function untilSent(page: Page): Promise<void> {
  for (let look = 0; look < 60; look += 1) {
    await page.reload();
    if ((await page.locator('main > p > strong').first().textContent()) === '■ Sent') return;
    await page.waitForTimeout(500);
  }
  throw new Error(`not sent: ${await page.locator('main').textContent()}`);
}

const submit = (page: Page, path: string) =>
  page.locator(`main form[action*="${path}"] button[type="submit"]:not(.first)`);

test('an institution plans, mends a text, tests, looks, confirms and sends to its own people alone', async () => {
  const page = await openPage(1280, { as: coordinator });
  await page.goto(at('/plan'));
  expect(await page.locator('main').textContent()).toContain('follows the plan of the network');
  await page.locator('main table a', { hasText: /^Invitation$/ }).click();
  await submit(page, '/save').click();

  // A phrase that steers answers is told, and keeps the step from being sent.
  await page.locator('.facts a').click();
  expect(page.url()).toContain('/messages/invitation/en');
  const body = page.locator('#body');
  const before = await body.inputValue();
  await body.fill(`${before}\n\nWe hope for good feedback.`);
  await page.locator('button[value="check"]:not(.first)').click();
  expect(await page.locator('.errsum').textContent()).toContain('may steer answers: "good feedback"');
  await page.locator('button[value="save"]').click();
  expect(await page.locator('.errsum').textContent()).toContain('cannot be sent before this is mended');
  await page.goto(at('/plan/steps/invitation'));
  expect(await submit(page, '/test').count()).toBe(0);
  await page.locator('.todo a', { hasText: 'good feedback' }).click();
  await page.locator('#body').fill(before);
  await page.locator('button[value="save"]').click();
  expect(await page.locator('.errsum').count()).toBe(0);

  await page.goto(at('/plan/steps/invitation'));
  await page.locator('a[href*="/confirm"]').click();
  await page.locator('#count').fill('3');
  await submit(page, '/confirm').click();
  expect(await page.locator('main').textContent()).toContain('The message has changed since the test');
  await page.goto(at('/plan/steps/invitation'));
  await submit(page, '/test').click();
  expect(await page.locator('[role=status]').textContent()).toContain('The test has been sent');
  expect(addressesOf(0)).toEqual([coordinator.email, coordinator.email, coordinator.email]);

  await page.locator('a[href*="/dry-run"]').click();
  const numbers = await page.locator('table:has(#target) tbody .num').allTextContents();
  expect(numbers.reduce((sum, one) => sum + Number(one), 0)).toBe(6);
  expect(await page.locator('#target').textContent()).toBe('6');
  expect(await page.locator('details .message').count()).toBe(4);
  await page.locator('.nav a[href*="/confirm"]').click();
  await page.locator('#count').fill('5');
  await submit(page, '/confirm').click();
  expect(await page.locator('#count-error').textContent()).toContain('You typed 5, and 4 messages would be sent');
  await page.locator('#count').fill('4');
  await submit(page, '/confirm').click();
  expect(await page.locator('main').textContent()).toContain('You can cancel until');
  const from = mails.mails.length;
  server.clock.now = new Date(server.clock.now.getTime() + 11 * MINUTE);
  await untilSent(page);
  const own = await server.deps.ownerDb
    .selectFrom('contact.person')
    .select('email')
    .where('institution', '=', 'X0101')
    .where('refused_on', 'is', null)
    .where('email', 'is not', null)
    .where('email', 'not like', 'gone%')
    .execute();
  expect(addressesOf(from)).toEqual(own.map(({ email }) => email).sort());

  // Who was not reached stands among the problems, and gets the invitation when the address is mended.
  await page.goto(at('/delivery'));
  expect(await page.locator('#gone').textContent()).toBe('The address does not exist (1)');
  await server.deps.ownerDb
    .updateTable('contact.person')
    .set({ email: 'mended@example.org', mail_problem: null })
    .where('email', '=', 'gone@example.org')
    .execute();
  await page.reload();
  await submit(page, '/again').click();
  expect(await page.locator('[role=status]').textContent()).toContain('One message is in the queue again');
  await page.goto(at('/plan/steps/invitation'));
  await untilSent(page);
  expect(addressesOf(from)).toContain('mended@example.org');
  await page.context().close();
}, 240_000);

test('the network sends by keyboard alone, and not to those who plan for themselves', async () => {
  const page = await openPage(320, { as: network, dark: true });
  await page.goto(at('/plan'));
  await enterOn(page, page.locator('main table a', { hasText: /^Invitation$/ }));
  await enterOn(page, submit(page, '/save'));
  await enterOn(page, submit(page, '/test'));
  await enterOn(page, page.locator('.todo a[href*="/dry-run"]'));
  expect(await page.locator('table:has(#target) tbody').textContent()).toContain(
    'their institution sends by its own plan',
  );
  expect(await page.locator('#target').textContent()).toBe('8');
  await enterOn(page, page.locator('.nav a[href*="/confirm"]'));
  await typeInto(page, page.locator('#count'), '2');
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  expect(await page.locator('[role=status]').textContent()).toBe('The sending is scheduled.');
  await enterOn(page, submit(page, '/pause'));
  await enterOn(page, submit(page, '/continue'));
  const from = mails.mails.length;
  server.clock.now = new Date(server.clock.now.getTime() + 11 * MINUTE);
  await untilSent(page);
  const others = await server.deps.ownerDb
    .selectFrom('contact.person')
    .select('email')
    .where('institution', '=', 'X0102')
    .execute();
  expect(addressesOf(from)).toEqual(others.map(({ email }) => email).sort());
  await page.context().close();
}, 180_000);

describe('every page', () => {
  const PAGES: readonly (readonly [name: string, path: string])[] = [
    ['plan', '/plan'],
    ['editing the plan', '/plan/edit'],
    ['simulation', '/plan/simulation'],
    ['texts', '/messages'],
    ['one text', '/messages/invitation/sv'],
    ['one SMS', '/messages/sms-reminder/fi'],
    ['a sent step', '/plan/steps/invitation'],
    ['a step to come', '/plan/steps/reminder-2'],
    ['an SMS step to come', '/plan/steps/sms-reminder'],
    ['dry run', '/plan/steps/reminder-2/dry-run'],
    ['confirming', '/plan/steps/reminder-2/confirm'],
    ['delivery problems', '/delivery'],
  ];

  test.each(PAGES)(
    '%s: nothing for axe, valid HTML, no sideways scrolling, light and dark, in three languages',
    async (name, path) => {
      for (const [language, width, dark] of [
        ['fi', 320, false],
        ['sv', 1280, true],
        ['en', 320, true],
      ] as const) {
        const page = await openPage(width, { as: coordinator, dark, script: true });
        const answer = await page.goto(at(path, language));
        expect([name, answer?.status()]).toEqual([name, 200]);
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
        await page.locator('summary').evaluateAll((all) => all.forEach((one) => one.click()));
        expect(await contentWidth(page)).toBeLessThanOrEqual(width);
        expect(await axeViolations(page)).toEqual([]);
        expect(await htmlProblems((await answer?.text()) ?? '')).toEqual([]);
        await page.context().close();
      }
    },
    120_000,
  );
});
