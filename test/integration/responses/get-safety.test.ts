import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { storedRows } from '../../support/stored-rows.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

let service: TestApp;
beforeAll(async () => {
  service = await openTestApp();
});
afterAll(() => service.close());

const PLACES = ['', '/review', '/receipt', '/paused', '/decline', '/privacy', '/help', '/send', '/language'];
const RIGHTS = ['/data', '/data.html', '/data.json', '/contact', '/withdraw', '/consent'];
const PARTS = ['1', '2', '3', '4', '5', '6', '7', '0', '99', 'x'];
const QUERIES = ['', '?lang=sv', '?lang=xx&choice=delete&nav=next&main_activity=other', '?elsewhere=1&saved=1&proof=a'];

test('every GET and HEAD of a link, in every state, three times over: not a row is written', async () => {
  const people = [
    await service.aPerson(),
    await service.aPerson({ refused_on: '2026-11-10' }),
    await service.aPerson({ round: await service.aRound({ opens_at: new Date('2026-11-20T00:00:00Z') }) }),
    await service.aPerson({ round: await service.aRound({ closes_at: new Date('2026-11-12T09:00:00Z') }) }),
  ];
  for (const how of ['draft', 'sent']) {
    const person = await service.aPerson();
    await service.post(`${person.path}/part/1`, { main_activity: 'unemployed', nav: 'next', _noticed: '1' });
    if (how === 'sent') await service.post(`${person.path}/send`, {});
    people.push(person);
  }
  const paths = [...PLACES, ...RIGHTS, ...PARTS.map((part) => `/part/${part}`)];
  const links = people.flatMap(({ path }) => paths.map((place) => path + place));
  const before = await storedRows(service.deps.ownerDb);
  expect(before['answer.response']).toHaveLength(2);
  for (const path of ['/', '/genuine', '/accessibility', '/privacy', '/help', '/v/nobody', ...links]) {
    for (const query of QUERIES) {
      const page = await service.get(path + query);
      expect([200, 303, 404, 410]).toContain(page.statusCode);
      const head = await service.app.inject({ method: 'HEAD', url: path + query });
      expect([path, head.statusCode]).toEqual([path, page.statusCode]);
      expect((await service.get(path + query)).statusCode).toBe(page.statusCode);
    }
  }
  expect(await storedRows(service.deps.ownerDb)).toEqual(before);

  // The measure itself sees a write.
  await service.post(`${people[0]?.path}/part/1`, { main_activity: 'unemployed' });
  expect(await storedRows(service.deps.ownerDb)).not.toEqual(before);
});
