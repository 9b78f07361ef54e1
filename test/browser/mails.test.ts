import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { simpleParser } from 'mailparser';
import type { Browser } from 'playwright-core';
import { LANGUAGES, type Language } from '../../server/engine/text.ts';
import { openLiveRound } from '../../server/invitations/open-live-round.ts';
import { mailComposer } from '../../server/jobs/mail-message.ts';
import { defaultPlan } from '../../server/messages/default-plan.ts';
import { prepareMessage } from '../../server/messages/prepare-message.ts';
import { readRecipients } from '../../server/messages/read-recipients.ts';
import { lookWithAxe, WCAG_RULES } from '../support/axe.ts';
import { contentWidth, htmlProblems } from '../support/page-checks.ts';
import { startBrowser } from '../support/start-browser.ts';
import { CLOSES, OPENS, openTestApp, type LinkedPerson, type TestApp } from '../support/test-app.ts';

// Every mail of the offered plan as a mail program gets it, opened in a browser.
const BASE = 'https://uraseuranta.example';
/** By turns: every language is seen in each of the four. */
const WINDOWS = [
  [
    [320, 'light'],
    [800, 'dark'],
  ],
  [
    [320, 'dark'],
    [800, 'light'],
  ],
] as const;

type Mail = { template: string; language: Language; person: LinkedPerson; html: string; text: string; raw: string };
let server: TestApp;
let browser: Browser;
const mails: Mail[] = [];

beforeAll(async () => {
  server = await openTestApp({ URAS_BASE_URL: BASE });
  const roundId = await server.aRound();
  const people: { language: Language; person: LinkedPerson }[] = [];
  for (const contact_language of LANGUAGES) {
    for (const degree of ['671112', '671201'])
      people.push({
        language: contact_language,
        person: await server.aPerson({ round: roundId, contact_language, degree }),
      });
  }
  const round = await openLiveRound(server.deps, roundId);
  if (round.kind !== 'round') throw new Error(round.kind);
  const plan = defaultPlan({ opens_at: OPENS, closes_at: CLOSES, time_zone: 'Europe/Helsinki' });
  const settings = { url: '', from: 'Uraseuranta <survey@uraseuranta.example>', replyTo: null, bounceAddress: null };
  const compose = mailComposer({ ...settings, dkim: null }, Buffer.alloc(32, 1));
  const personKeys = people.map(({ person }) => person.personKey);
  const recipients = await readRecipients(server.deps.ownerDb, round, { personKeys, lock: false });
  for (const { template } of plan.steps.filter(({ channel }) => channel === 'mail')) {
    for (const found of recipients) {
      const place = { config: server.deps.config, round };
      const id = '00000000-0000-4000-8000-000000000000';
      const outgoing = prepareMessage(place, { id, channel: 'mail', template, plan }, found);
      const { language, person } = people.find((one) => one.person.personKey === found.row.person_key) ?? {};
      if (!outgoing || !language || !person) throw new Error(`no message of ${template}`);
      const raw = (await compose(outgoing, OPENS)).raw.toString();
      const { html, text } = await simpleParser(raw);
      mails.push({ template, language, person, html: html || '', text: text ?? '', raw });
    }
  }
  browser = await startBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test('every address in a mail is the person’s own, in both forms and in the heads alike', () => {
  const templates = new Set(mails.map(({ template }) => template));
  expect([...templates]).toEqual(expect.arrayContaining(['invitation', 'reminder-1', 'last-reminder']));
  expect(mails).toHaveLength(templates.size * 6);
  for (const { person, html, text, raw } of mails) {
    const [a, b, c, d] = [person.code.slice(0, 4), person.code.slice(4, 8), person.code.slice(8, 12), person.code[12]];
    const own = `${BASE}/v/${a}-${b}-${c}-${d}`;
    const hrefs = [...html.matchAll(/(?:href|src|action|url)\s*[=(]\s*["']?([^"'\s>)]+)/g)].map(([, href]) => href);
    expect(hrefs.toSorted()).toEqual([own, own, `${own}/decline`, `${own}/privacy`]);
    expect([...text.matchAll(/https?:\/\/\S+/g)].map(([address]) => address).toSorted()).toEqual([
      own,
      `${own}/decline`,
      `${own}/privacy`,
    ]);
    expect(/^List-Unsubscribe: <(.*)>\r?$/m.exec(raw)?.[1]).toBe(`${own}/decline`);
    for (const other of mails) {
      if (other.person.code !== person.code) expect(raw).not.toContain(other.person.code.slice(0, 8));
    }
  }
});

test.each(LANGUAGES)(
  'the mails in %s: nothing for axe, valid HTML, nothing loaded, no sideways scrolling',
  async (language) => {
    const ones = mails.filter((one, index) => one.language === language && index % 2 === 0);
    const found: string[] = [];
    for (const [turn, { template, html, text }] of ones.entries()) {
      found.push(...(await htmlProblems(html)).map((problem) => `${template}: ${problem}`));
      for (const [width, colorScheme] of WINDOWS[turn % 2] ?? []) {
        const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
        const page = await context.newPage();
        page.on('request', (request) => found.push(`${template} asks for ${request.url()}`));
        await page.setContent(html);
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
        // A mail is no page: it has no landmarks and no heading of its own.
        const { violations } = await lookWithAxe(page, WCAG_RULES);
        found.push(...violations.map(([id, html]) => `${template} ${width} ${colorScheme}: ${id} ${html}`));
        if ((await contentWidth(page)) > width) found.push(`${template} ${width}: scrolls sideways`);
        await context.close();
      }
      // The plain form says every word that the other one says.
      const words = (await textIn(html)).filter((word) => !text.includes(word));
      found.push(...words.map((word) => `${template}: “${word}” is in the HTML alone`));
    }
    expect(found).toEqual([]);
  },
);

async function textIn(html: string): Promise<string[]> {
  const page = await browser.newPage();
  await page.setContent(html);
  // A button says once more where the address below it leads.
  const texts = await page.locator('p:not(:has(.btn))').allInnerTexts();
  await page.close();
  return texts.flatMap((text) => text.split('\n')).map((line) => line.trim());
}
