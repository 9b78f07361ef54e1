import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { firstAdministratorPath } from '../../server/accounts/invitations.ts';
import { TOTP } from 'otpauth';
import { axeViolations, contentWidth, htmlProblems } from '../support/page-checks.ts';
import { aBrowser, aStaffMember, type StaffMember } from '../support/staff.ts';
import { startBrowser } from '../support/start-browser.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

let server: TestApp;
let browser: Browser;
let base: string;
let member: StaffMember;
let administrator: StaffMember;
let pages: Readonly<Record<string, { path: string; as: StaffMember | null }>>;

beforeAll(async () => {
  server = await openTestApp();
  const first = (await firstAdministratorPath(server.deps)) ?? '';
  const place = { institution: 'X0101', degree: '671112' };
  member = await aStaffMember(
    server,
    { role: 'planner', ...place, from: '2026-08-01', until: '2027-07-31' },
    { role: 'institution_coordinator', institution: 'X0101', from: '2027-08-01' },
  );
  administrator = await aStaffMember(server, { role: 'administrator' });
  await aBrowser(server, member.id);
  await member.post('/staff/second-factor/new');
  const id = member.id;
  const grant = await server.deps.ownerDb
    .selectFrom('staff.role_grant')
    .select('id')
    .where('person_id', '=', id)
    .executeTakeFirstOrThrow();
  base = await server.app.listen({ port: 0, host: '127.0.0.1' });
  pages = {
    'sign-in': { path: '/staff/sign-in?next=/staff', as: null },
    'first administrator': { path: `${first}?`, as: null },
    'used link': { path: '/staff/invitation/none?', as: null },
    'second factor': { path: '/staff/second-factor?', as: member },
    'my account': { path: '/staff/account?', as: member },
    start: { path: '/staff?', as: member },
    'no access': { path: '/staff/users?', as: member },
    people: { path: '/staff/users?', as: administrator },
    'one person': { path: `/staff/users/${id}?done=revoked&undo=${grant.id}`, as: administrator },
    'take a role back': { path: `/staff/users/${id}/revoke?grant=${grant.id}`, as: administrator },
    log: { path: '/staff/log?', as: administrator },
    'nothing kept': { path: '/staff/continue?kept=x', as: member },
  };
  browser = await startBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function withPage<T>(
  { width, dark, script = true, as }: { width: number; dark?: boolean; script?: boolean; as: StaffMember | null },
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const colorScheme = dark ? 'dark' : 'light';
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme,
    javaScriptEnabled: script,
  });
  const [name = '', value = ''] = as?.cookie.split('=') ?? [];
  if (as) await context.addCookies([{ name, value, url: base }]);
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

const NAMES = [
  'sign-in',
  'first administrator',
  'used link',
  'second factor',
  'my account',
  'start',
  'no access',
  'people',
  'one person',
  'take a role back',
  'log',
  'nothing kept',
];

describe.each(NAMES)('%s', (name) => {
  test.each([
    ['fi', 320, false],
    ['sv', 1280, true],
    ['en', 320, true],
  ])(
    'in %s at %i px, dark: %s: nothing for axe to complain of, no sideways scrolling',
    async (language, width, dark) => {
      const { path = '', as = null } = pages[name] ?? {};
      await withPage({ width, dark, as }, async (page) => {
        await page.goto(`${base}${path}&lang=${language}`);
        expect(await page.getAttribute('html', 'lang')).toBe(language);
        expect(await contentWidth(page)).toBeLessThanOrEqual(width);
        expect(await axeViolations(page)).toEqual([]);
        expect(await htmlProblems(await page.content())).toEqual([]);
      });
    },
  );
});

/** Enter sends the form; without script only the answer tells that it came. */
async function posted(page: Page): Promise<void> {
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.keyboard.press('Enter');
  await (await answer).finished();
  await page.waitForLoadState('domcontentloaded');
}

test('from the first link to the page of people by keyboard alone, without script', async () => {
  await server.deps.ownerDb.updateTable('staff.role_grant').set({ revoked_on: '2026-11-12' }).execute();
  const path = (await firstAdministratorPath(server.deps)) ?? '';
  await withPage({ width: 320, script: false, as: null }, async (page) => {
    await page.goto(`${base}${path}?lang=en`);
    await page.locator('#name').focus();
    await posted(page);
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.locator('#errors').isVisible()).toBe(true);
    await page.locator('#name').focus();
    for (const typed of ['Aino', 'first@example.org', 'kevyt harmaa lokki']) {
      await page.keyboard.type(typed);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(/second-factor/);
    const secret = ((await page.textContent('.secret')) ?? '').replace(/ /g, '');
    await page.locator('#code').focus();
    await page.keyboard.type(new TOTP({ secret }).generate({ timestamp: server.clock.now.getTime() }));
    await posted(page);
    expect(await page.locator('.codes li').count()).toBe(10);
    await page.locator('a.btn').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/staff\?/);
    await page.locator('.who a', { hasText: 'People and roles' }).click();
    expect(await page.textContent('h1')).toBe('People and roles');
    await page.locator('.who button').click();
    await page.waitForURL(/sign-in/);
    await page.goto(`${base}/staff/users?lang=en`);
    expect(page.url()).toContain('/staff/sign-in');
  });
});
