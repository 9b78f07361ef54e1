import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { askDraft } from '../../support/drafts.ts';
import { openTestApp, type LinkedPerson, type TestApp } from '../../support/test-app.ts';

let service: TestApp;
beforeAll(async () => {
  service = await openTestApp();
  await askDraft(service.deps, 77, (definition) => {
    definition.core = { lastPage: definition.pages[2]?.code ?? '', minutes: 4 };
  });
});
afterAll(() => service.close());

const aPerson = async () => service.aPerson({ round: await service.aRound({ version: 77 }) });
const next = { nav: 'next', _noticed: '1' };
const save = async ({ path }: LinkedPerson, part: number, form: Record<string, string> = {}) =>
  (await service.post(`${path}/part/${part}`, { ...form, ...next })).headers.location;

test('the first page says how long the core takes and that a short answer counts', async () => {
  const person = await aPerson();
  const page = await service.get(`${person.path}?lang=en`);
  expect(page.body).toContain('about 4 minutes');
  expect(page.body).toContain('A short answer counts as an answer');
  const usual = await service.aPerson();
  expect((await service.get(`${usual.path}?lang=en`)).body).not.toContain('short of time');
});

test('after the core one may send, or go on; whoever goes on is not asked again', async () => {
  const person = await aPerson();
  expect(await save(person, 1, { main_activity: 'unemployed' })).toBe(`${person.path}/part/3`);
  expect((await service.get(`${person.path}/core`)).headers.location).toBe(`${person.path}/part/3`);
  expect(await save(person, 3)).toBe(`${person.path}/core`);
  const page = await service.get(`${person.path}/core`);
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain(`action="${person.path}/send"`);
  expect(page.body).toContain(`href="${person.path}/part/4"`);
  await save(person, 4);
  expect(await save(person, 3)).toBe(`${person.path}/part/4`);
});

test('a short answer is sent, acknowledged and can be completed', async () => {
  const person = await aPerson();
  await save(person, 1, { main_activity: 'unemployed' });
  await save(person, 3);
  const sent = await service.post(`${person.path}/send`, {});
  expect(sent.headers.location).toBe(`${person.path}/receipt`);
  expect((await service.responseOf(person))?.submitted_on).toBe('2026-11-12');
  expect(await save(person, 3)).toBe(`${person.path}/part/4`);
  expect((await service.get(`${person.path}/core`)).headers.location).toBe(person.path);
});

test('a survey without a core has one path', async () => {
  const person = await service.aPerson();
  await save(person, 1, { main_activity: 'unemployed' });
  expect(await save(person, 3)).toBe(`${person.path}/part/4`);
  expect((await service.get(`${person.path}/core`)).headers.location).toBe(`${person.path}/part/4`);
});
