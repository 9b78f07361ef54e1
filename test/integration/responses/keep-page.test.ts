import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

let service: TestApp;
beforeAll(async () => {
  service = await openTestApp();
});
afterAll(() => service.close());

const answersOf = async () =>
  (await service.deps.ownerDb.selectFrom('answer.response').select('answers').execute()).map(({ answers }) => answers);

test('what a page out of sight sends is stored without an answer, and the next press goes on as before', async () => {
  const person = await service.aPerson();
  const kept = await service.post(`${person.path}/part/1`, { main_activity: 'unemployed', nav: 'keep' });
  expect([kept.statusCode, kept.body]).toEqual([204, '']);
  expect(await answersOf()).toEqual([{ main_activity: 'unemployed' }]);
  // Nothing is asked, nothing counts as done: the part is where the person goes on.
  expect((await service.get(person.path)).body).toContain(`${person.path}/part/1`);
  const next = await service.post(`${person.path}/part/1`, { main_activity: 'unemployed', nav: 'next', _noticed: '1' });
  expect(next.statusCode).toBe(303);
});

test('a page offers to send itself while answers can still be sent, and no more once they were', async () => {
  const person = await service.aPerson();
  await service.post(`${person.path}/part/1`, { main_activity: 'unemployed', nav: 'next', _noticed: '1' });
  expect((await service.get(`${person.path}/part/1`)).body).toContain('data-keeps');
  await service.post(`${person.path}/send`, {});
  expect((await service.get(`${person.path}/part/1`)).body).not.toContain('data-keeps');
});

test('style sheets and scripts come as one file each; what is not there is not found', async () => {
  const person = await service.aPerson();
  const { body } = await service.get(`${person.path}/part/1`);
  const files = [...body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, address]) => address ?? '');
  expect(files).toHaveLength(2);
  for (const file of files) {
    const reply = await service.get(file);
    expect([reply.statusCode, reply.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect(reply.headers['content-type']).toMatch(/^text\/(css|javascript)/);
  }
  for (const name of ['..%2F..%2Fapp.css', 'main.css+answer.css', 'main+main.css', 'main', 'main.exe', '+.css']) {
    expect([name, (await service.get(`/assets/joined/${name}`)).statusCode]).toEqual([name, 404]);
  }
});
