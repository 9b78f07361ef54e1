import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describePopulationTask } from '../../../server/population/describe-task.ts';
import { locationOf } from '../../support/import-file.ts';
import { aStaffMember, type StaffMember } from '../../support/staff.ts';
import { storedRows } from '../../support/stored-rows.ts';
import { openTestApp, type LinkedPerson, type TestApp } from '../../support/test-app.ts';

let server: TestApp;
let who: StaffMember;
let roundId: string;
let person: LinkedPerson;
let stranger: LinkedPerson;
beforeAll(async () => {
  server = await openTestApp();
  who = await aStaffMember(server, { role: 'institution_coordinator', institution: 'X0101' });
  roundId = await server.aRound();
  person = await server.aPerson({ round: roundId, phone: '+358401234567', birth_year: 1987 });
  stranger = await server.aPerson({ round: roundId, institution: 'X0102' });
});
afterAll(() => server.close());

const base = () => `/rounds/${roundId}/population`;
const row = (who: LinkedPerson) =>
  server.deps.ownerDb
    .selectFrom('contact.person')
    .selectAll()
    .where('round_id', '=', who.roundId)
    .where('person_key', '=', who.personKey)
    .executeTakeFirst();
const pageOf = async (who: LinkedPerson) => `${base()}/${(await row(who))?.page_id}`;

test('a coordinator sees the people of the own institution alone, fifty a page, with filters', async () => {
  for (let made = 0; made < 60; made += 1) await server.aPerson({ round: roundId, email: null, degree: '671201' });
  const { body } = await who.get(`${base()}?lang=en`);
  expect(body).toContain('61 people');
  expect(body).toContain('1–50 of 61');
  expect(body).not.toContain(`>${stranger.personKey}<`);
  const last = await who.get(`${base()}?lang=en&page=2`);
  expect(last.body.match(/<th scope="row">/g)).toHaveLength(11);
  const filtered = await who.get(`${base()}?lang=en&channel=mail`);
  expect(filtered.body).toContain('1–1 of 1');
  expect((await who.get(`${base()}?lang=en&degree=671201&channel=mail`)).body).toContain('Nobody matches');
  expect((await who.get(`${base()}?lang=en&page=99999&state=nonsense&channel=%27`)).statusCode).toBe(200);
});

test('a search finds by number, address or phone, by POST, and nobody of others', async () => {
  const search = (text: string) => who.post(`${base()}/search?lang=en`, { search: text });
  for (const text of [person.personKey, `${person.personKey.toUpperCase()}@example.org`, '040 123 4567']) {
    expect((await search(text)).body).toContain(`Open ${person.personKey}`);
  }
  expect((await search(stranger.personKey)).body).toContain('Nobody has exactly this');
  expect((await search('')).statusCode).toBe(422);
  const noted = await server.deps.ownerDb
    .selectFrom('survey.audit_event')
    .select('detail')
    .where('kind', '=', 'people_read')
    .where('round_id', '=', roundId)
    .execute();
  const detail = { list: 'search', institution: 'X0101', people: 1, by: expect.any(String) };
  expect(noted).toEqual([{ detail }, { detail }, { detail }]);
});

test('the page of a person tells neither link nor code, nor how far they are where the network does not show it', async () => {
  const keys = server.deps.keys.allRoundKeys().get(roundId);
  expect(keys).toBeDefined();
  await server.post(`${person.path}/s/1`, { nav: 'next' });
  const page = await pageOf(person);
  const hidden = await who.get(`${page}?lang=en`);
  expect(hidden.statusCode).toBe(200);
  const plain = person.code.replaceAll('-', '');
  expect(hidden.body.replaceAll('-', '')).not.toContain(plain.slice(0, 8));
  expect(hidden.body).toContain('<strong>not sent</strong>');
  expect(page).not.toContain(person.personKey);
  expect((await who.get(await pageOf(stranger))).statusCode).toBe(404);
  expect((await who.get(`${base()}/00000000-0000-4000-8000-000000000000`)).statusCode).toBe(404);
  expect((await who.get(`${base()}/anything`)).statusCode).toBe(404);
});

test('the switch of the network alone shows who has started and answered; it is off at first', async () => {
  const network = await aStaffMember(server, { role: 'network_coordinator' });
  expect((await who.get(`${base()}/network?lang=en`)).statusCode).toBe(403);
  const started = await server.aPerson({ round: roundId });
  await server.deps.ownerDb
    .insertInto('answer.response')
    .values({
      handle: started.handle,
      round_id: roundId,
      survey: 'amk-career',
      version: 2,
      background: '{}',
      answers: '{}',
      question_order: '{}',
      pages_saved: [],
      language: 'fi',
      submitted_on: null,
    })
    .execute();
  expect((await who.get(`${base()}?lang=en&state=started`)).body).not.toContain('value="started"');
  await network.post(`${base()}/network?lang=en`, { status: 'on' });
  const shown = await who.get(`${base()}?lang=en&state=started`);
  expect(shown.body).toContain(started.personKey);
  expect(shown.body).toContain('1–1 of 1');
  expect((await who.get(`${base()}?lang=en&state=answered`)).body).toContain('Nobody matches');
  const removed = await who.post(`${await pageOf(started)}/remove?lang=en`);
  expect(locationOf(removed)).toContain('done=removeStarted');
  expect(await row(started)).toBeDefined();
  await network.post(`${base()}/network?lang=en`, { status: 'off' });
  expect((await who.get(`${await pageOf(started)}?lang=en`)).body).not.toContain('started');
});

test('an address is mended with where it is from; a refusal is noted and taken back; each is written down', async () => {
  const page = await pageOf(person);
  const bad = await who.post(`${page}/contact?lang=en`, { email: 'a@@b.fi', phone: '12', source: '' });
  expect(bad.statusCode).toBe(422);
  expect(bad.body).toContain('value="a@@b.fi"');
  expect(bad.body).toContain('Choose where the details are from');
  await who.post(`${page}/contact?lang=en`, {
    email: 'new@example.org',
    phone: '',
    source: 'person',
    contact_language: 'sv',
  });
  expect(await row(person)).toMatchObject({
    email: 'new@example.org',
    phone: null,
    contact_language: 'sv',
    contact_source: 'person',
    contact_on: '2026-11-12',
  });
  await who.post(`${page}/refusal?lang=en`, { refused: '1' });
  expect((await row(person))?.refused_on).toBe('2026-11-12');
  expect((await who.get(`${page}?lang=en`)).body).toContain('Refused on 12/11/2026');
  await who.post(`${page}/refusal?lang=en`, { refused: '0' });
  expect((await row(person))?.refused_on).toBeNull();
  const events = await server.deps.ownerDb
    .selectFrom('survey.audit_event')
    .select(['kind', 'detail'])
    .where('round_id', '=', roundId)
    .execute();
  expect(events.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['contact_corrected', 'refusal_noted', 'refusal_taken_back', 'individual_status_shown']),
  );
  expect(JSON.stringify(events)).not.toContain(person.personKey);
});

test('nobody is removed once the round has opened; before that a person is gone after a page that asks once more', async () => {
  const page = await pageOf(person);
  expect(locationOf(await who.post(`${page}/remove?lang=en`))).toContain('done=removeLater');
  server.clock.now = new Date('2026-10-20T10:00:00Z');
  expect((await who.get(`${page}/remove?lang=en`)).body).toContain(`Remove person ${person.personKey}?`);
  expect(locationOf(await who.post(`${page}/remove?lang=en`))).toContain('done=removed');
  expect(await row(person)).toBeUndefined();
  expect((await who.get(page)).statusCode).toBe(404);
});

test('looking at pages writes nothing', async () => {
  const before = await storedRows(server.deps.ownerDb);
  for (const path of ['', '/import', '/import/template.csv']) await who.get(`${base()}${path}?lang=sv`);
  expect(await storedRows(server.deps.ownerDb)).toEqual(before);
});

test('the task says what is left: nobody, people without an address, or nothing', async () => {
  const empty = await server.aRound();
  const task = (round: string, institution: string | null) =>
    describePopulationTask(server.deps, { id: round }, institution);
  expect(await task(empty, 'X0101')).toMatchObject({
    state: 'not_started',
    path: `/rounds/${empty}/population/import`,
  });
  expect(await task(roundId, 'X0101')).toMatchObject({
    state: 'check',
    note: { en: 'Check 60 people without an email address' },
  });
  expect(await task(roundId, 'X0102')).toMatchObject({ state: 'done', note: { fi: '1 henkilöä' } });
});

test('one person is given more time on the link that they have, and it is taken back', async () => {
  const busy = await server.aPerson({ round: roundId });
  const page = await pageOf(busy);
  const before = server.clock.now;
  server.clock.now = new Date('2026-10-20T10:00:00Z');
  expect((await who.get(`${page}?lang=en`)).body).not.toContain(`${page}/time?lang=en`); // not open yet
  server.clock.now = new Date('2026-11-12T10:00:00Z');
  expect((await who.get(`${page}?lang=en`)).body).toContain(`${page}/time?lang=en`);
  const form = await who.get(`${page}/time?lang=en`);
  expect(form.body).toContain('The round closes 30/11/2026.');
  const early = await who.post(`${page}/time?lang=en`, { until: '2026-11-30' });
  expect(early.statusCode).toBe(422);
  expect(early.body).toContain('The day must be later than today');
  expect(early.body).toContain('value="2026-11-30"');
  expect((await who.post(`${page}/time?lang=en`, { until: '30.2.2026' })).body).toContain('Choose a day.');
  expect((await row(busy))?.extended_to).toBeNull();
  const given = await who.post(`${page}/time?lang=en`, { until: '2026-12-05' });
  expect(given.headers.location).toBe(`${page}?lang=en&done=time_given`);
  expect((await row(busy))?.extended_to).toEqual(new Date('2026-12-05T22:00:00Z'));
  const after = await who.get(`${page}?lang=en&done=time_given`);
  expect(after.body).toContain('May answer until 05/12/2026.');
  expect(after.body).toContain('The person has more time');
  const log = await server.deps.ownerDb
    .selectFrom('survey.audit_event')
    .select('detail')
    .where('kind', '=', 'person_extended')
    .where('round_id', '=', roundId)
    .execute();
  expect(JSON.stringify(log)).not.toContain(busy.personKey);
  await who.post(`${page}/time?lang=en`, { back: '1' });
  expect((await row(busy))?.extended_to).toBeNull();
  // Somebody of another institution is not there.
  expect(
    (await who.post(`${base()}/${(await row(stranger))?.page_id}/time?lang=en`, { until: '2026-12-05' })).statusCode,
  ).toBe(404);
  server.clock.now = before;
});
