import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createServer, type AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, CDPSession, Page } from 'playwright-core';
import { axeViolations, contentWidth, htmlProblems } from '../support/page-checks.ts';
import { aBrowser, aStaffMember, type StaffMember } from '../support/staff.ts';
import { startBrowser } from '../support/start-browser.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

let server: TestApp;
let browser: Browser;
let port: number;
let base: string;
let member: StaffMember;

beforeAll(async () => {
  port = await freePort();
  base = `http://localhost:${port}`;
  server = await openTestApp({ URAS_BASE_URL: base });
  member = await aStaffMember(server, { role: 'administrator' });
  await server.app.listen({ port, host: '127.0.0.1' });
  browser = await startBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Passkeys know the port of their pages, so it is chosen before the service is made. */
async function freePort(): Promise<number> {
  const listening = createServer();
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const { port: free } = listening.address() as AddressInfo; // listens on TCP
  await new Promise((resolve) => listening.close(resolve));
  return free;
}

type Device = { cdp: CDPSession; authenticatorId: string };

/** A page of a browser with a device of the browser's own, which recognises its person. */
async function withDevice(
  work: (page: Page, device: Device) => Promise<void>,
  { as, ...options }: BrowserContextOptions & { as?: StaffMember } = {},
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  try {
    const [name = '', value = ''] = (as ? (await aBrowser(server, as.id)).cookie : '').split('=');
    if (as) await context.addCookies([{ name, value, url: base }]);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const cdp = await context.newCDPSession(page);
    await cdp.send('WebAuthn.enable', { enableUI: false });
    const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await work(page, { cdp, authenticatorId });
  } finally {
    await context.close();
  }
}

async function pressed(page: Page, name: string | RegExp): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name, exact: true }).click()]);
}

const main = (page: Page) => page.locator('main').innerText();

describe('with a device', () => {
  test('a passkey is added, signs in to the page that was asked for, is removed, and opens nothing more', async () => {
    await withDevice(
      async (page) => {
        const faults: string[] = [];
        page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())));
        await page.goto(`${base}/staff/account?lang=en`);
        expect(await main(page)).toContain('You have no passkeys.');
        await page.getByLabel('Name of the passkey').fill('My own word');
        await pressed(page, 'Add a passkey');
        expect(await main(page)).toContain('The passkey has been added');
        expect(await main(page)).toContain('My own word, added on 12/11/2026');
        await page.getByRole('button', { name: 'Add a passkey' }).click();
        await page.getByText('This device has a passkey of your account already.').waitFor();

        await pressed(page, 'Sign out');
        await page.goto(`${base}/staff/users?lang=en`);
        expect(page.url()).toContain('/staff/sign-in');
        await pressed(page, 'Sign in with a passkey');
        expect(page.url()).toBe(`${base}/staff/users?lang=en`);
        expect(await page.textContent('h1')).toBe('People and roles');

        await page.goto(`${base}/staff/account?lang=en`);
        await pressed(page, /^Remove.*My own word/);
        expect(await main(page)).toContain('The passkey has been removed');
        expect(await main(page)).toContain('You have no passkeys.');
        await pressed(page, 'Sign out');
        expect(faults).toEqual([]);
        await pressed(page, 'Sign in with a passkey');
        expect(await page.title()).toMatch(/^Error: /);
        expect(await main(page)).toContain('The passkey was not accepted');
        expect(await axeViolations(page)).toEqual([]);
        expect(await htmlProblems(await page.content())).toEqual([]);
        await page.goto(`${base}/staff/users?lang=en`);
        expect(page.url()).toContain('/staff/sign-in');
      },
      { as: member },
    );
  });

  test('that does not recognise its person the page stays, and says what else there is', async () => {
    await withDevice(
      async (page, { cdp, authenticatorId }) => {
        await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
        await page.goto(`${base}/staff/account?lang=en`);
        await page.getByLabel('Name of the passkey').fill('My own word');
        await page.getByRole('button', { name: 'Add a passkey' }).click();
        await page.getByText('No passkey was made. Try again.').waitFor();
        expect(await page.getByLabel('Name of the passkey').inputValue()).toBe('My own word');
        await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
        await pressed(page, 'Add a passkey');
        expect(await main(page)).toContain('My own word, added on');
      },
      { as: member },
    );
  });

  test('with no passkey on it the sign-in page stays and names the password', async () => {
    await withDevice(async (page) => {
      await page.goto(`${base}/staff/sign-in?lang=en`);
      await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
      await page.getByText('No passkey was used. Try again, or sign in with your password.').waitFor();
      expect(await axeViolations(page)).toEqual([]);
    });
  });

  test('what was begun in a session that has ended is kept with its name', async () => {
    const other = await aStaffMember(server);
    await withDevice(
      async (page) => {
        await page.goto(`${base}/staff/account?lang=en`);
        await page.getByLabel('Name of the passkey').fill('My own word');
        await server.deps.ownerDb
          .updateTable('staff.session')
          .set({ ended_at: server.clock.now })
          .where('person_id', '=', other.id)
          .execute();
        await pressed(page, 'Add a passkey');
        expect(page.url()).toMatch(/\/staff\/sign-in\?.*kept=/);
      },
      { as: other },
    );
  });
});

describe('the pages', () => {
  test.each([
    ['fi', 320, 'light', 'Kirjaudu pääsyavaimella'],
    ['sv', 1280, 'dark', 'Logga in med nyckel'],
    ['en', 320, 'dark', 'Sign in with a passkey'],
  ] as const)('in %s at %i px, %s: sound', async (language, width, colorScheme, button) => {
    const look = { viewport: { width, height: 800 }, colorScheme };
    await withDevice(async (page) => {
      await page.goto(`${base}/staff/sign-in?lang=${language}&next=/staff`);
      expect(await page.getByRole('button', { name: button }).isVisible()).toBe(true);
      await expectSound(page, width);
    }, look);
    await withDevice(
      async (page) => {
        await page.goto(`${base}/staff/account?lang=${language}`);
        expect(await page.locator('form[data-passkey]').isVisible()).toBe(true);
        await expectSound(page, width);
      },
      { ...look, as: member },
    );
  });

  test('without script, and at another address of the service, have the way by password alone', async () => {
    const isOffered = (page: Page) => page.locator('form[data-passkey]').isVisible();
    await withDevice(
      async (page) => {
        await page.goto(`${base}/staff/sign-in?lang=en`);
        expect([await isOffered(page), await page.locator('#password').isVisible()]).toEqual([false, true]);
      },
      { javaScriptEnabled: false },
    );
    await withDevice(async (page) => {
      await page.goto(`http://127.0.0.1:${port}/staff/sign-in?lang=en`, { waitUntil: 'load' });
      expect([await isOffered(page), await page.locator('#password').isVisible()]).toEqual([false, true]);
    });
  });
});

async function expectSound(page: Page, width: number): Promise<void> {
  expect(await contentWidth(page)).toBeLessThanOrEqual(width);
  expect(await axeViolations(page)).toEqual([]);
  expect(await htmlProblems(await page.content())).toEqual([]);
}
