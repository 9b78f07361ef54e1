import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { simpleParser } from 'mailparser';
import type { Page } from 'playwright-core';
import { deriveCode, formatCode } from '../../server/invitations/code.ts';
import { withKeyboard, withMouse, type Hands } from '../support/browser-hands.ts';
import type { MailReceiver, ReceivedMail } from '../support/mail-receiver.ts';
import { axeViolations, contentWidth, htmlProblems } from '../support/page-checks.ts';
import { simulateFiles } from '../support/simulated-files.ts';
import { KNOWN_HOSTS, openStoryDesk, type StoryDesk } from '../support/story-desk.ts';
import type { TestApp } from '../support/test-app.ts';

// The whole of a coordinator's year, in a browser, against real parts: a provider to sign in with, files as the
// product simulates them, a mail server that takes what the worker sends. Once with a mouse and a nation of people,
// once by keyboard alone. In the nation one institution writes to its own people; with URAS_WHOLE_STORY=1 the network
// writes to all of them.
let desk: StoryDesk;
let mails: MailReceiver;
let server: TestApp;
let base: string;

const OCTOBER = new Date('2027-10-12T09:00:00Z'); // a Tuesday
const OPENING = new Date('2027-11-01T07:00:00Z'); // Monday 9.00, as last year's round
const MINUTE = 60_000;
const IS_WHOLE = process.env['URAS_WHOLE_STORY'] === '1';
const SENDING_MS = (IS_WHOLE ? 40 : 4) * MINUTE;
beforeAll(async () => {
  desk = await openStoryDesk();
  ({ mails, server, base } = desk);
}, 180_000);
afterAll(() => desk?.close());

type Teller = {
  page: Page;
  hands: Hands;
  /** What was wrong with any page on the way. */
  problems: string[];
};
type Telling = {
  hands: (page: Page) => Hands;
  width: number;
  dark: boolean;
  locale: 'fi' | 'sv' | 'en';
  graduates: number;
  /** Whose plan sends: an institution's to its own people, or the network's to everyone ('' ). */
  sender: string;
};

async function openTeller({ hands, width, dark, locale }: Telling): Promise<Teller> {
  const context = await desk.browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    locale,
  });
  // The provider's own page asks for letters of elsewhere.
  await context.route(
    ({ hostname }) => !KNOWN_HOSTS.includes(hostname),
    (route) => route.abort(),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  return { page, hands: hands(page), problems: [] };
}

/** Every page that the story comes by: nothing for axe, valid HTML, the language of the reader, no sideways scrolling. */
async function look({ page, problems }: Teller, { width, locale }: Telling): Promise<void> {
  const place = `${new URL(page.url()).pathname} “${await page.title()}”`;
  const found = [...(await axeViolations(page)), ...(await htmlProblems(await page.content()))];
  if ((await contentWidth(page)) > width) found.push('scrolls sideways');
  const language = await page.locator('html').getAttribute('lang');
  if (language !== locale) found.push(`is in ${language}`);
  problems.push(...found.map((what) => `${place}: ${what}`));
}

/** From any page that asks who one is, through the provider, to the page that was asked for. */
async function signIn(teller: Teller, told: Telling): Promise<void> {
  const { page, hands } = teller;
  const way = page.locator('main a.btn[href*="/staff/provider"]');
  expect(await way.count()).toBe(1);
  await look(teller, told);
  await hands.press(way);
  for (let step = 0; step < 3 && !page.url().startsWith(base); step += 1) {
    const login = page.locator('input[name="login"]');
    if ((await login.count()) > 0) {
      await hands.write(login, 'coordinator');
      await hands.write(page.locator('input[name="password"]'), 'anything');
    }
    await hands.press(page.locator('button[type="submit"]'));
  }
  expect(page.url()).toContain(`${base}/`);
}

const main = (page: Page, css: string) => page.locator(`main ${css}`);
const submit = (page: Page, path: string) => main(page, `form[action*="${path}"] button[type="submit"]:not(.first)`);

/** A round like last year's, as a draft. Returns its name. */
async function makeRound(teller: Teller, told: Telling): Promise<string> {
  const { page, hands } = teller;
  await look(teller, told);
  await hands.press(main(page, 'a.btn[href*="/rounds/new"]'));
  await look(teller, told);
  await hands.press(main(page, `a[href*="from=${desk.lastYear}"]`));
  await look(teller, told);
  expect(await page.inputValue('#opens-day')).toBe('1');
  await hands.press(main(page, 'form button.btn'));
  const round = /\/rounds\/([a-z0-9-]+)\?/.exec(page.url())?.[1] ?? '';
  await look(teller, told);
  await hands.press(main(page, '.tasks a[href*="/institutions"]'));
  await hands.chooseNext(page.locator('select[name="part-X0101"]'));
  await hands.press(submit(page, '/institutions'));
  await look(teller, told);
  expect(await page.inputValue('select[name="part-X0101"]')).toBe('yes');
  return round;
}

/** A file through the four pages of the import. */
async function importFile(teller: Teller, told: Telling, { round, file }: { round: string; file: string }) {
  const { page, hands } = teller;
  await page.goto(`${base}/rounds/${round}`);
  await hands.press(main(page, '.tasks a[href*="/population/import"]')); // there is nobody yet
  await look(teller, told);
  await hands.press(submit(page, '/import')); // without a file
  expect(await page.locator('#file-error').count()).toBe(1);
  await look(teller, told);
  await hands.attach(page.locator('#file'), file);
  await hands.press(submit(page, '/import'));
  await look(teller, told);
  await hands.press(main(page, 'button[name="go"][value="read"]'));
  await page.waitForSelector('#choice', { timeout: 180_000 });
  await look(teller, told);
  await hands.tick(page.locator('#choice'));
  await hands.press(main(page, 'form button.btn'));
  await look(teller, told);
  await hands.press(main(page, 'button[name="go"][value="import"]'));
  await page.waitForSelector('#job:not([data-busy])', { timeout: 180_000 });
  await look(teller, told);
}

const ofSender = ({ sender }: Telling) => (sender === '' ? '' : `&institution=${sender}`);
const planPage = (round: string, told: Telling) => `${base}/rounds/${round}/plan?lang=${told.locale}`;

/** The network's plan as it is offered, every text of it tried, and the round published. */
async function planAndPublish(teller: Teller, told: Telling, round: string): Promise<void> {
  const { page, hands } = teller;
  await page.goto(`${base}/rounds/${round}`);
  await hands.press(main(page, '.tasks a[href*="/plan"]'));
  await look(teller, told);
  const steps = await main(page, 'table th a').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  expect(steps.length).toBeGreaterThanOrEqual(5);
  await hands.press(main(page, 'table th a'));
  await look(teller, told);
  await hands.press(submit(page, '/save'));
  for (const href of steps) {
    await page.goto(new URL(href, base).href);
    const phone = page.locator('#phone');
    if ((await phone.count()) > 0) await hands.write(phone, '+358401234567');
    await hands.press(submit(page, '/test'));
    expect([href, await page.locator('[role=status]').count()]).toEqual([href, 1]);
  }
  await look(teller, told);
  await page.goto(`${base}/rounds/${round}`);
  await look(teller, told);
  await hands.press(main(page, '.tasks a[href*="/publish"]'));
  await look(teller, told);
  await hands.press(submit(page, '/publish'));
  await look(teller, told);
  expect(await main(page, 'a[href*="/withdraw"]').count()).toBeGreaterThan(0);
}

/** The invitation: the dry run, a slip in the typed number, the number as it is. Returns it. */
async function confirmInvitation(teller: Teller, told: Telling, round: string): Promise<number> {
  const { page, hands } = teller;
  await page.goto(`${planPage(round, told)}${ofSender(told)}`);
  await hands.press(main(page, 'table th a'));
  if ((await submit(page, '/save').count()) > 0) {
    await hands.press(submit(page, '/save'));
    await hands.press(submit(page, '/test'));
  }
  await hands.press(main(page, '.todo a[href*="/dry-run"]'));
  await look(teller, told);
  const numbers = await main(page, 'table:has(#target) tbody .num').allTextContents();
  const [messages = 0, ...leftOut] = numbers.map((text) => Number(text.replace(/\D/g, '')));
  const target = Number(((await page.textContent('#target')) ?? '').replace(/\D/g, ''));
  expect(messages + leftOut.reduce((sum, one) => sum + one, 0)).toBe(target);
  await hands.press(main(page, '.nav a[href*="/confirm"]'));
  await look(teller, told);
  await hands.write(page.locator('#count'), String(messages + 1));
  await hands.press(submit(page, '/confirm'));
  expect(await page.locator('#count-error').count()).toBe(1);
  await look(teller, told);
  await hands.write(page.locator('#count'), String(messages));
  await hands.press(submit(page, '/confirm'));
  expect(await page.locator('[role=status]').count()).toBe(1);
  await look(teller, told);
  return messages;
}

/** The morning of the opening: somebody signs in again and looks until everything has left. */
async function watchSending(teller: Teller, told: Telling, round: string): Promise<void> {
  const { page } = teller;
  const step = told.sender === '' ? 'invitation' : `${told.sender}/invitation`;
  const address = page.url();
  server.clock.now = new Date(OPENING.getTime() + 11 * MINUTE);
  await page.goto(address);
  await signIn(teller, told);
  for (const end = Date.now() + SENDING_MS; Date.now() < end;) {
    const row = await server.deps.ownerDb
      .selectFrom('contact.message_step')
      .select('state')
      .where('round_id', '=', round)
      .where('step', '=', step)
      .executeTakeFirst();
    if (row?.state === 'done') break;
    await page.waitForTimeout(500);
  }
  await page.reload();
  await look(teller, told);
}

/** Every mail went to somebody who was to get one, and holds the link of that person and no other. */
async function expectOwnLinks(round: string, sender: string, got: readonly ReceivedMail[]): Promise<string> {
  let query = server.deps.ownerDb
    .selectFrom('contact.person')
    .select(['person_key', 'email'])
    .where('round_id', '=', round)
    .where('email', 'is not', null);
  if (sender !== '') query = query.where('institution', '=', sender);
  const people = await query.execute();
  const keys = server.deps.keys.allRoundKeys().get(round);
  if (!keys) throw new Error('The round has no keys.');
  const byAddress = new Map(people.map((person) => [person.email ?? '', person.person_key]));
  expect(got.map(({ to }) => to).toSorted()).toEqual([...byAddress.keys()].toSorted());
  let link = '';
  for (const { to, raw } of got) {
    const mail = await simpleParser(raw);
    const code = deriveCode(keys, byAddress.get(to) ?? '', 0);
    link = `${base}/v/${formatCode(code)}`;
    const links = new Set((mail.text ?? '').match(/\/v\/[\w-]+/g));
    expect([to, [...links]]).toEqual([to, [new URL(link).pathname]]);
  }
  return link;
}

async function tell(told: Telling): Promise<Teller> {
  server.clock.now = OCTOBER;
  const files = await simulateFiles(server.deps, desk.folder, told.graduates);
  const teller = await openTeller(told);
  const { page } = teller;
  await page.goto(`${base}/rounds?lang=${told.locale}`);
  await signIn(teller, told);
  const round = await makeRound(teller, told);
  await importFile(teller, told, { round, file: files.population });
  const { people } = await server.deps.ownerDb
    .selectFrom('contact.person')
    .select((eb) => eb.fn.countAll<string>().as('people'))
    .where('round_id', '=', round)
    .executeTakeFirstOrThrow();
  expect(Number(people)).toBe(told.graduates);
  await planAndPublish(teller, told, round);
  const messages = await confirmInvitation(teller, told, round);
  const from = mails.mails.length;
  await watchSending(teller, told, round);
  const got = mails.mails.slice(from);
  expect(got).toHaveLength(messages);
  const link = await expectOwnLinks(round, told.sender, got);
  await page.goto(`${base}/rounds/${round}/delivery?lang=${told.locale}${ofSender(told)}`);
  await look(teller, told);
  await page.goto(`${base}/rounds/${round}/population?lang=${told.locale}`);
  await look(teller, told);
  await teller.hands.press(main(page, 'table th a'));
  await look(teller, told);
  expect(await page.content()).not.toContain('/v/');
  // One of those who were written to opens the link that came.
  const phone = await desk.browser.newPage({ locale: told.locale, viewport: { width: 320, height: 800 } });
  const answer = await phone.goto(link);
  expect(answer?.status()).toBe(200);
  expect(await phone.locator('h1').count()).toBe(1);
  await phone.close();
  expect(teller.problems).toEqual([]);
  await page.context().close();
  return teller;
}

test('by keyboard alone, in Swedish, at the width of a phone in the dark: the network writes to everyone', async () => {
  await tell({ hands: withKeyboard, width: 320, dark: true, locale: 'sv', graduates: 60, sender: '' });
}, 240_000);

test(
  `with a mouse, in Finnish: 26,000 people, and ${IS_WHOLE ? 'the network writes to all' : 'an institution writes to its own'}`,
  async () => {
    const sender = IS_WHOLE ? '' : 'X0103';
    await tell({ hands: withMouse, width: 1280, dark: false, locale: 'fi', graduates: 26_000, sender });
  },
  900_000 + SENDING_MS,
);
