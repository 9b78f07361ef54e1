import { test } from '@jest/globals';
import { chromium } from 'playwright-core';
import { openRoundDesk, moment } from '../support/round-desk.ts';
test('shots', async () => {
  const desk = await openRoundDesk();
  const { server, nation, institution } = desk;
  await server.aPerson({ round: await server.aRound() });
  await desk.aDraft('amk-career-2027');
  await nation.post('/rounds/yearly?lang=en', { survey: 'amk-career', day: '1', month: '10', time: '09:00', daysOpen: '40', yearsAfter: '5' });
  await nation.post('/rounds/amk-career-2027/institutions?lang=en', { 'part-X0101': 'yes', 'part-X0102': 'no' });
  await desk.aDraft('dst', { ...moment('opens', '26.9.2027', '09:00'), ...moment('closes', '31.10.2027', '03:30', 'second') });
  const base = await server.app.listen({ port: 0, host: '127.0.0.1' });
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '', args: ['--no-sandbox'] });
  const pages: [string, string, typeof nation][] = [
    ['list', '/rounds', nation], ['draft', '/rounds/amk-career-2027', nation], ['open', '/rounds/round-1', nation], ['own', '/rounds/amk-career-2027', institution],
    ['dates', '/rounds/dst/dates', nation], ['new', '/rounds/new', nation], ['create', '/rounds/new?from=round-1', nation],
    ['institutions', '/rounds/amk-career-2027/institutions', nation], ['history', '/rounds/amk-career-2027/history', nation],
    ['yearly', '/rounds/yearly', nation], ['publish', '/rounds/amk-career-2027/publish', nation], ['discard', '/rounds/amk-career-2027/discard', nation],
    ['extension', '/rounds/round-1/extension', nation], ['start', '/staff', nation], ['ownpart', '/rounds/amk-career-2027/institutions', institution],
  ];
  for (const width of [320, 1280]) for (const [name, path, who] of pages) {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: width === 320 && name.length > 6 ? 'dark' : 'light' });
    const [cookie = '', value = ''] = who.cookie.split('=');
    await context.addCookies([{ name: cookie, value, url: base }]);
    const page = await context.newPage();
    await page.goto(`${base}${path}${path.includes('?') ? '&' : '?'}lang=${width === 320 ? 'fi' : 'en'}`);
    await page.screenshot({ path: `/tmp/shots/${name}-${width}.png`, fullPage: true });
    await context.close();
  }
  await browser.close();
  await server.close();
}, 300_000);
