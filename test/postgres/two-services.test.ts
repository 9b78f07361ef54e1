import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { setTimeout } from 'node:timers/promises';
import { buildApp } from '../../server/app.ts';
import { openDatabase, type OpenDatabase } from '../../server/db/connect.ts';
import { openKeyStore } from '../../server/keys/key-store.ts';
import { readMasterKey } from '../../server/keys/master-key.ts';
import { encode, openTestApp, type Form, type LinkedPerson, type TestApp } from '../support/test-app.ts';

// Two services on one database, each with all that it keeps in memory: what one has written the other shows and
// obeys with the next request.
let one: TestApp;
let other: FastifyInstance;
let database: OpenDatabase;
beforeAll(async () => {
  one = await openTestApp();
  database = await openDatabase(one.deps.config);
  const keys = openKeyStore(one.deps.config.dataDir, readMasterKey(one.deps.config));
  other = await buildApp({ ...one.deps, db: database.web, ownerDb: database.owner, keys });
  await other.ready();
});
afterAll(async () => {
  await other?.close();
  await database?.close();
  await one?.close();
});

const WORKING = { main_activity: 'permanent_full_time', other_activities: 'none', activity_meaningful: '5' };
const get = (path: string) => other.inject({ method: 'GET', url: path });
const post = (path: string, form: Form) =>
  other.inject({
    method: 'POST',
    url: path,
    payload: encode(form),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
const part = ({ path }: LinkedPerson) => `${path}/part/1`;

/** Somebody whose part both services have shown and whose answers the first has saved. */
async function begun(): Promise<LinkedPerson> {
  const person = await one.aPerson();
  for (const page of [await one.get(part(person)), await get(part(person))]) expect(page.statusCode).toBe(200);
  expect((await one.post(part(person), { ...WORKING, _revision: '0' })).statusCode).toBe(303);
  return person;
}
async function change(
  person: LinkedPerson,
  values: { closes_at?: Date; tolerance_hours?: number; freeze_step?: number },
) {
  await one.deps.ownerDb.updateTable('survey.round').set(values).where('id', '=', person.roundId).execute();
}
const revisionOf = async (person: LinkedPerson) => (await one.responseOf(person))?.revision;

test('a link of a round that one has made a moment ago opens at the other', async () => {
  await get(part(await one.aPerson())); // so that the other has just looked at the keys
  expect((await get(part(await one.aPerson()))).statusCode).toBe(200);
});

test('a save of one is on the pages of the other, in both directions', async () => {
  const person = await begun();
  expect((await get(part(person))).body).toMatch(/value="permanent_full_time"[^>]* checked>/);
  await post(part(person), { ...WORKING, main_activity: 'unemployed', _noticed: '1' });
  const page = (await one.get(part(person))).body;
  expect(page).toMatch(/value="unemployed"[^>]* checked>/);
  expect(page).toContain('name="_revision" value="2"');
});

test('who saves a page that is older than what the other service has stored is told', async () => {
  const person = await begun();
  const saved = await post(part(person), { ...WORKING, activity_meaningful: '2', _revision: '0', _noticed: '1' });
  expect(saved.headers.location).toContain('elsewhere=1');
  expect(await revisionOf(person)).toBe(2);
});

test('one sends: the other shows the receipt', async () => {
  const person = await begun();
  expect((await post(`${person.path}/send`, {})).headers.location).toBe(`${person.path}/receipt`);
  expect((await one.get(`${person.path}/receipt`)).body).toContain(`${person.roundId} 2026-11-12`);
});

test('one notes a refusal and deletes the answers: the other asks and saves nothing', async () => {
  const person = await begun();
  await post(`${person.path}/decline`, { choice: 'delete' });
  expect((await one.get(part(person))).headers.location).toBe(person.path);
  expect((await one.post(part(person), WORKING)).statusCode).toBe(200);
  expect(await one.responseOf(person)).toBeNull();
});

test('the round is closed meanwhile: neither takes a page', async () => {
  const person = await begun();
  await change(person, { closes_at: new Date('2026-11-12T09:00:00Z'), tolerance_hours: 0 });
  await Promise.all([one.post(part(person), WORKING), post(part(person), WORKING)]);
  expect(await revisionOf(person)).toBe(1);
  for (const page of [await one.get(part(person)), await get(part(person))]) expect(page.statusCode).toBe(303);
});

test('the round is being frozen, or its keys are gone: neither knows the code any more', async () => {
  const person = await begun();
  await change(person, { freeze_step: 1 });
  for (const answer of [await one.post(part(person), WORKING), await post(part(person), WORKING)])
    expect(answer.statusCode).toBe(410);
  expect(await revisionOf(person)).toBe(1);
  const gone = await begun();
  // Keys go after the step of freezing, which both obey at once: of the keys themselves the other knows within 50 ms.
  one.deps.keys.deleteRoundKeys(gone.roundId);
  await setTimeout(60);
  for (const page of [await one.get(gone.path), await get(gone.path)]) expect(page.statusCode).toBe(410);
});

test('thirty people save through both at once: each save is counted, and each answer is there', async () => {
  const people = await Promise.all(Array.from({ length: 30 }, () => begun()));
  const saves = people.flatMap((person) => [one.post(part(person), WORKING), post(part(person), WORKING)]);
  expect(new Set((await Promise.all(saves)).map((answer) => answer.statusCode))).toEqual(new Set([303]));
  for (const person of people) {
    expect(await one.responseOf(person)).toMatchObject({
      revision: 3,
      answers: { main_activity: 'permanent_full_time' },
    });
  }
}, 60_000);
