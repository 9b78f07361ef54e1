import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { openTestApp, type LinkedPerson, type TestApp } from '../../support/test-app.ts';

let service: TestApp;
beforeAll(async () => {
  service = await openTestApp();
});
afterAll(() => service.close());

async function begun(): Promise<LinkedPerson> {
  const person = await service.aPerson();
  await service.post(`${person.path}/part/1`, { main_activity: 'unemployed', nav: 'next', _noticed: '1' });
  await service.post(`${person.path}/language`, { lang: 'sv', from: '/decline' });
  return person;
}
async function refusedOn({ personKey }: LinkedPerson): Promise<string | null> {
  const { ownerDb } = service.deps;
  return (
    await ownerDb
      .selectFrom('contact.person')
      .select('refused_on')
      .where('person_key', '=', personKey)
      .executeTakeFirstOrThrow()
  ).refused_on;
}
const decline = (person: LinkedPerson, form: Record<string, string>) => service.post(`${person.path}/decline`, form);

test('no more messages: written down, answers kept, the page says both; taken back, one goes on', async () => {
  const person = await begun();
  const answer = await decline(person, { choice: 'messages' });
  expect(answer.headers.location).toBe(`${person.path}/decline?lang=sv`);
  expect(await refusedOn(person)).toBe('2026-11-12');
  const page = await service.get(answer.headers.location ?? '');
  expect(page.body).toContain('Svaren som du redan har gett finns kvar.');
  expect((await service.get(`${person.path}/part/3`)).headers.location).toMatch(new RegExp(`^${person.path}`));
  expect((await decline(person, { choice: 'undo' })).headers.location).toBe(`${person.path}?lang=sv`);
  expect(await refusedOn(person)).toBeNull();
  expect((await service.get(person.path)).body).toContain(`href="${person.path}/part/3"`);
});

test('also deleting the answers: the record is gone, and the page says so in the language of the person', async () => {
  const person = await begun();
  const answer = await decline(person, { choice: 'delete' });
  expect(await service.responseOf(person)).toBeNull();
  expect(await refusedOn(person)).toBe('2026-11-12');
  const page = await service.get(answer.headers.location ?? '');
  expect(page.body).toContain('Dina svar har raderats.');
  expect((await decline(person, { choice: 'delete' })).statusCode).toBe(303);
});

test('answers can be deleted after closing, until the round is frozen', async () => {
  const person = await begun();
  service.clock.now = new Date('2026-12-05T10:00:00Z');
  await decline(person, { choice: 'delete' });
  expect(await service.responseOf(person)).toBeNull();
  service.clock.now = new Date('2026-11-12T10:00:00Z');
});

test('nothing chosen: the same page, an error, and nothing is changed', async () => {
  const person = await begun();
  for (const form of [{}, { choice: 'everything' }]) {
    const page = await decline(person, form);
    expect([page.statusCode, page.body.includes('<title>Fel: ')]).toEqual([422, true]);
  }
  expect(await refusedOn(person)).toBeNull();
});

test('a mail program’s own unsubscribe button works by POST, never by GET', async () => {
  const person = await begun();
  await service.get(`${person.path}/decline?List-Unsubscribe=One-Click`);
  expect(await refusedOn(person)).toBeNull();
  await decline(person, { 'List-Unsubscribe': 'One-Click' });
  expect(await refusedOn(person)).toBe('2026-11-12');
});

test('no transaction writes on both sides', async () => {
  const person = await begun();
  await decline(person, { choice: 'messages' });
  await decline(person, { choice: 'undo' });
  await service.post(`${person.path}/send`, {});
  const { rows } = await sql`
    select 1 from contact.person as person join answer.response as response on response.xmin = person.xmin`.execute(
    service.deps.ownerDb,
  );
  expect(rows).toEqual([]);
});

test('a mail program’s own button (RFC 8058) refuses with one post, in either form; opening its address only asks', async () => {
  for (const kind of ['multipart', 'urlencoded']) {
    const person = await service.aPerson();
    const address = `${person.path}/decline`;
    const page = await service.get(address);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('<form method="post"');
    expect(await refusedOn(person)).toBeNull();
    const posted =
      kind === 'multipart'
        ? {
            headers: { 'content-type': 'multipart/form-data; boundary=b0' },
            payload: '--b0\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b0--\r\n',
          }
        : {
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
            payload: 'List-Unsubscribe=One-Click',
          };
    const answer = await service.app.inject({ method: 'POST', url: address, ...posted });
    expect(answer.statusCode).toBe(303);
    expect(await refusedOn(person)).toBe('2026-11-12');
  }
});
