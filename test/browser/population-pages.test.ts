import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { createToken } from '../../server/api/tokens.ts';
import { importFile, importPeople, importRow, locationOf, readFile, sendFile } from '../support/import-file.ts';
import { axeViolations, contentWidth, htmlProblems } from '../support/page-checks.ts';
import { aStaffMember, type StaffMember } from '../support/staff.ts';
import { startBrowser } from '../support/start-browser.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

// Pages of people, imports, settings and logs, as their readers have them: in three languages, two widths, two themes.
let server: TestApp;
let browser: Browser;
let base: string;
let pages: Readonly<Record<string, { path: string; as: StaffMember }>>;

beforeAll(async () => {
  server = await openTestApp();
  server.clock.now = new Date('2026-10-15T10:00:00Z'); // before the round opens
  const coordinator = await aStaffMember(server, { role: 'institution_coordinator', institution: 'X0101' });
  const network = await aStaffMember(server, { role: 'network_coordinator' });
  const administrator = await aStaffMember(server, { role: 'administrator' });
  const round = await server.aRound();
  const good = Array.from({ length: 60 }, (_, index) => importRow(`A${String(index).padStart(3, '0')}`));
  const { report: done } = await importPeople(server, coordinator, round, { content: importFile(...good) });
  await coordinator.post(`/rounds/${round}/population?lang=en`, { search: 'A001' });
  const mixed = importFile(
    ...good.slice(10),
    importRow('B1', { rest: 'nainen;1995;b@@example.org;;;' }),
    importRow('B2', { day: '31.2.2020' }),
    importRow('B3'),
    importRow('B4', { rest: ';;b4@example.org;;kyllä;' }),
  );
  const read = await readFile(server, coordinator, round, mixed);
  await coordinator.post(read, { choice: 'go' });
  const start = `/rounds/${round}/population/import?lang=en`;
  const columns = locationOf(await sendFile(server, coordinator, start, { content: importFile(importRow('C1')) }));
  const { page_id: person } = await server.deps.ownerDb
    .selectFrom('contact.person')
    .select('page_id')
    .where('person_key', '=', 'A001')
    .executeTakeFirstOrThrow();
  const made = await createToken(server.deps, {
    name: 'register',
    scope: 'population:write',
    institution: 'X0101',
    expires: '2027-01-01',
  });
  if (made.kind !== 'created') throw new Error(made.kind);
  const people = `/rounds/${round}/population`;
  const without = (address: string) => address.replace(/\?.*/, '');
  pages = {
    people: { path: people, as: coordinator },
    'nobody found': { path: `${people}?degree=671201`, as: coordinator },
    'one person': { path: `${people}/${person}`, as: coordinator },
    'another link': { path: `${people}/${person}/replace`, as: coordinator },
    'taking out': { path: `${people}/${person}/remove`, as: coordinator },
    network: { path: `${people}/network`, as: network },
    file: { path: without(start), as: coordinator },
    columns: { path: without(columns), as: coordinator },
    check: { path: without(read), as: coordinator },
    confirm: { path: `${without(read)}/confirm`, as: coordinator },
    done: { path: without(done), as: coordinator },
    'common settings': { path: '/settings', as: network },
    'settings of an institution': { path: '/settings/X0101', as: coordinator },
    tokens: { path: '/settings/tokens', as: administrator },
    'ending a token': { path: '/settings/tokens/register/revoke', as: administrator },
    'log of a round': { path: `/rounds/${round}/log`, as: coordinator },
    'whole log': { path: '/staff/log', as: administrator },
  };
  base = await server.app.listen({ port: 0, host: '127.0.0.1' });
  browser = await startBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const NAMES = [
  'people',
  'nobody found',
  'one person',
  'another link',
  'taking out',
  'network',
  'file',
  'columns',
  'check',
  'confirm',
  'done',
  'common settings',
  'settings of an institution',
  'tokens',
  'ending a token',
  'log of a round',
  'whole log',
];
const LOOKS = [
  [320, 'light'],
  [1280, 'dark'],
  [320, 'dark'],
  [1280, 'light'],
] as const;

describe('every page', () => {
  test.each(NAMES)('%s: nothing for axe, valid HTML, no sideways scrolling', async (name) => {
    const { path = '', as } = pages[name] ?? {};
    const [cookie = '', value = ''] = as?.cookie.split('=') ?? [];
    const found: string[] = [];
    for (const [turn, language] of (['fi', 'sv', 'en'] as const).entries()) {
      // By turns, so that the pages together have been seen in every width and theme.
      const [width, colorScheme] = LOOKS[(turn + NAMES.indexOf(name)) % LOOKS.length] ?? LOOKS[0];
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
      await context.addCookies([{ name: cookie, value, url: base }]);
      const page = await context.newPage();
      const answer = await page.goto(`${base}${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
      expect([name, answer?.status()]).toEqual([name, 200]);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      const problems = [...(await axeViolations(page)), ...(await htmlProblems((await answer?.text()) ?? ''))];
      if ((await contentWidth(page)) > width) problems.push('scrolls sideways');
      found.push(...problems.map((problem) => `${language} ${width} ${colorScheme}: ${problem}`));
      await context.close();
    }
    expect(found).toEqual([]);
  });
});
