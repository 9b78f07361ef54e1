import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

// How often answering asks the database: each trip costs more than what it brings.
let service: TestApp;
let statements = 0;
const ask = pg.Client.prototype.query;
beforeAll(async () => {
  service = await openTestApp();
  pg.Client.prototype.query = function (this: pg.Client, ...call: unknown[]) {
    const [asked] = call as [string | { text: string }];
    // The service also looks, by itself, whether a release waits to be published.
    if (!(typeof asked === 'string' ? asked : asked.text).includes('"publication"')) statements += 1;
    return ask.apply(this, call as never) as never;
  } as typeof ask;
});
afterAll(async () => {
  pg.Client.prototype.query = ask;
  await service.close();
});

const WORKING = { main_activity: 'permanent_full_time', other_activities: 'none', activity_meaningful: '5' };

async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const before = statements;
  await work();
  return statements - before;
}

test('one person alone: a page takes two statements, a save three, sending three, the receipt three', async () => {
  const { path } = await service.aPerson();
  expect(await statementsOf(() => service.get(path))).toBe(2);
  expect(await statementsOf(() => service.get(`${path}/part/1`))).toBe(2);
  expect(await statementsOf(() => service.post(`${path}/part/1`, WORKING))).toBe(3);
  expect(await statementsOf(() => service.get(`${path}/part/2`))).toBe(2);
  expect(await statementsOf(() => service.post(`${path}/send`, {}))).toBe(3);
  expect(await statementsOf(() => service.get(`${path}/receipt`))).toBe(3);
});

test('forty people at once: at most a third of what each alone would take, and each is saved', async () => {
  const people = await Promise.all(Array.from({ length: 40 }, () => service.aPerson()));
  const save = () => Promise.all(people.map(({ path }) => service.post(`${path}/part/1`, WORKING)));
  expect(await statementsOf(save)).toBeLessThanOrEqual(40);
  expect(
    await statementsOf(() => Promise.all(people.map(({ path }) => service.post(`${path}/send`, {})))),
  ).toBeLessThanOrEqual(40);
  for (const person of people) {
    expect(await service.responseOf(person)).toMatchObject({ revision: 1, submitted_on: '2026-11-12' });
  }
}, 120_000);
