import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { updatePeople } from '../../../server/invitations/store.ts';
import { withdrawPerson } from '../../../server/invitations/withdraw-person.ts';
import { openTestApp, type LinkedPerson, type TestApp } from '../../support/test-app.ts';

let service: TestApp;
beforeAll(async () => {
  service = await openTestApp();
});
afterAll(() => service.close());
beforeEach(() => {
  service.clock.now = new Date('2026-11-12T10:00:00Z');
});

const titleOf = (html: string) => /<h1>(.*?)<\/h1>/.exec(html)?.[1];

async function answered(overrides = {}): Promise<LinkedPerson> {
  const person = await service.aPerson({ phone: '+358401234567', ...overrides });
  await service.post(`${person.path}/part/1`, { main_activity: 'unemployed', nav: 'next', _noticed: '1' });
  await service.post(`${person.path}/part/7`, { consent_research: 'yes', nav: 'next', _noticed: '1' });
  return person;
}
async function contactOf({ personKey }: LinkedPerson) {
  const { ownerDb } = service.deps;
  const found = ownerDb.selectFrom('contact.person').selectAll().where('person_key', '=', personKey);
  return found.executeTakeFirstOrThrow();
}
async function check(line: string): Promise<string> {
  return (await service.post('/genuine', { receipt: line, _language: 'en' })).body;
}
const proofIn = (html: string) => /<p class="proof">([^<]+)</.exec(html)?.[1] ?? '';

describe('what is stored', () => {
  test('is shown with answers in words, and addresses in part only', async () => {
    const person = await answered();
    const page = await service.get(`${person.path}/data`);
    expect([page.statusCode, titleOf(page.body)]).toEqual([200, 'Tietosi tässä kyselyssä']);
    for (const shown of [
      '31.5.2020',
      '1994',
      'p…@example.org',
      '+358…67',
      'työtön',
      'amk-career.v2',
      'Olet antanut luvan',
    ]) {
      expect(page.body.toLowerCase()).toContain(shown.toLowerCase());
    }
    for (const hidden of [person.personKey, '+358401234567']) expect(page.body).not.toContain(hidden);
  });

  test('is a file for programs and one for people: every answer is in both', async () => {
    const person = await answered();
    const json = await service.get(`${person.path}/data.json`);
    expect(json.headers['content-disposition']).toContain(`uraseuranta-${person.roundId}.json`);
    const held = JSON.parse(json.body);
    const stored = await service.responseOf(person);
    expect(held.answers.given).toEqual(stored?.answers);
    expect(held.answers.from_register).toEqual(stored?.background);
    expect(held.permissions).toEqual([
      { question: 'consent_research', purpose: 'research', given: true, text_version: 'amk-career.v2' },
    ]);
    expect(json.body).not.toContain(person.personKey);
    const html = await service.get(`${person.path}/data.html`);
    expect(html.headers['content-disposition']).toContain('attachment');
    expect(html.body.toLowerCase()).toContain('työtön');
    expect(html.body).not.toContain(person.code);
  });

  test('names the parts that are done in the order of the survey, whichever was done first', async () => {
    const person = await answered();
    await service.post(`${person.path}/part/6`, { nav: 'next', _noticed: '1' });
    await service.post(`${person.path}/part/6`, { nav: 'next', _noticed: '1' });
    expect((await service.responseOf(person))?.pages_saved).toEqual(['now', 'pay_and_background', 'studies']);
    const held = JSON.parse((await service.get(`${person.path}/data.json`)).body);
    expect(held.answers.parts_done).toEqual(['now', 'studies', 'pay_and_background']);
  });

  test('holds what is no longer asked, too', async () => {
    const person = await service.aPerson();
    await service.post(`${person.path}/part/1`, { main_activity: 'permanent_full_time', nav: 'next', _noticed: '1' });
    await service.post(`${person.path}/part/2`, { job_tasks: 'x', job_sector: 'private', nav: 'next', _noticed: '1' });
    const before = (await service.responseOf(person))?.answers ?? {};
    await service.post(`${person.path}/part/1`, { main_activity: 'unemployed', nav: 'next', _noticed: '1' });
    const left = Object.keys(before).filter((code) => code !== 'main_activity');
    const held = JSON.parse((await service.get(`${person.path}/data.json`)).body);
    expect(held.answers.no_longer_asked).toEqual(left);
  });

  test('of someone who has not answered: no answers', async () => {
    const { path } = await service.aPerson();
    expect(JSON.parse((await service.get(`${path}/data.json`)).body).answers).toBeNull();
    expect((await service.get(`${path}/data?lang=en`)).body).toContain('We hold no answers from you.');
  });
});

describe('withdrawing', () => {
  test('asks first, deletes the whole record, stops messages, and gives a line that can be checked', async () => {
    const person = await answered();
    await service.post(`${person.path}/send`, {});
    const ask = await service.get(`${person.path}/withdraw`);
    expect([ask.statusCode, ask.body.includes(`action="${person.path}/decline"`)]).toEqual([200, true]);
    expect(await service.responseOf(person)).not.toBeNull();
    const done = await service.post(`${person.path}/decline`, { choice: 'delete' });
    expect(await service.responseOf(person)).toBeNull();
    expect((await contactOf(person)).refused_on).toBe('2026-11-12');
    const page = await service.get(done.headers.location ?? '');
    const proof = proofIn(page.body);
    expect(proof).toMatch(new RegExp(`^${person.roundId} 2026-11-12 [0-9a-f]{12} [0-9a-f]{30}$`));
    expect(await check(proof)).toContain(
      `The answers to the survey ${person.roundId} were deleted on 12 November 2026`,
    );
    expect(await check(proof.replace('2026-11-12', '2026-11-13'))).toContain('has not given such a receipt');
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from answer.response where round_id = ${person.roundId}`.execute(service.deps.ownerDb);
    expect(rows[0]?.n).toBe(0);
  });

  test('pressed twice gives a line both times; two lines tie nothing together', async () => {
    const person = await answered();
    const proofs: string[] = [];
    for (let turn = 0; turn < 2; turn += 1) {
      const done = await service.post(`${person.path}/decline`, { choice: 'delete' });
      proofs.push(proofIn((await service.get(done.headers.location ?? '')).body));
    }
    expect(proofs[0]).not.toBe(proofs[1]);
    for (const proof of proofs) expect(await check(proof)).toContain('none were left');
  });

  test('a line in the address that nobody signed, or of another round, is not shown', async () => {
    const [person, other] = [await answered(), await answered()];
    const done = await service.post(`${other.path}/decline`, { choice: 'delete' });
    await service.post(`${person.path}/decline`, { choice: 'messages' });
    const proof = new URL(done.headers.location ?? '', 'http://x').searchParams.get('proof') ?? '';
    for (const line of [proof, 'a b c d', '']) {
      const page = await service.get(`${person.path}/decline?proof=${encodeURIComponent(line)}`);
      expect([page.statusCode, proofIn(page.body)]).toEqual([200, '']);
    }
  });

  test('once freezing has begun nothing is deleted, and the page says why nothing can be found', async () => {
    const person = await answered();
    const { ownerDb } = service.deps;
    const at = (freeze_step: number) =>
      ownerDb.updateTable('survey.round').set({ freeze_step }).where('id', '=', person.roundId).execute();
    await at(1);
    for (const place of ['/data', '/data.json', '/data.html', '/contact', '/withdraw']) {
      const page = await service.get(`${person.path}${place}?lang=fi`);
      expect([place, page.statusCode, page.body.includes('avaimet niihin on hävitetty')]).toEqual([place, 410, true]);
    }
    for (const [place, form] of [
      ['/decline', { choice: 'delete' }],
      ['/contact', { email: 'new@example.org' }],
      ['/consent', { item: 'consent_research', choice: 'no' }],
    ] as const) {
      expect((await service.post(`${person.path}${place}`, form)).statusCode).toBe(410);
    }
    await at(0);
    expect((await service.responseOf(person))?.answers).toMatchObject({ consent_research: 'yes' });
    expect((await contactOf(person)).email).not.toBe('new@example.org');
  });
});

describe('contact details', () => {
  test('are written on the contact side alone, and stay when the register is imported again', async () => {
    const person = await answered({ mail_problem: 'gone' });
    const before = await service.responseOf(person);
    const form = { email: ' new.address@example.org ', phone: '040 765 4321', contact_language: 'sv' };
    const done = await service.post(`${person.path}/contact`, form);
    expect([done.statusCode, done.headers.location]).toEqual([303, `${person.path}/contact?saved=1`]);
    expect(await contactOf(person)).toMatchObject({
      email: 'new.address@example.org',
      phone: '+358407654321',
      contact_language: 'sv',
      mail_problem: null,
      own_contact: true,
    });
    expect(await service.responseOf(person)).toEqual(before);
    const { personKey, roundId } = person;
    const stored = await contactOf(person);
    const fromRegister = {
      ...{ institution: 'X0101', degree: '671112', graduation_date: '2020-06-15', birth_year: 1994 },
      ...{ gender: stored.gender, study_language: 'fi', contact_language: 'en' },
      ...{ person_key: personKey, email: 'register@example.org', phone: null, protected: false },
    };
    await updatePeople(service.deps.ownerDb, roundId, [fromRegister]);
    expect(await contactOf(person)).toEqual({ ...stored, graduation_date: '2020-06-15' });
    const page = await service.get(done.headers.location ?? '');
    expect(page.body).toContain('n…@example.org');
    expect(page.body).not.toContain('new.address');
  });

  test('a blank field changes nothing; what cannot be read is kept as typed and told beside the field', async () => {
    const person = await answered();
    const wrong = await service.post(`${person.path}/contact`, { email: 'not an <address>', phone: '12' });
    expect([wrong.statusCode, wrong.body.includes('<title>Virhe: ')]).toEqual([422, true]);
    expect(wrong.body).toContain('value="not an &lt;address&gt;"');
    expect(wrong.body.match(/aria-invalid="true"/g)).toHaveLength(2);
    expect((await service.post(`${person.path}/contact`, { email: '', phone: '' })).statusCode).toBe(422);
    await service.post(`${person.path}/contact`, { phone: '+46 70 123 45 67' });
    expect(await contactOf(person)).toMatchObject({ email: `${person.personKey}@example.org`, phone: '+46701234567' });
  });

  test('no transaction and no value stands on both sides', async () => {
    const person = await answered();
    await service.post(`${person.path}/contact`, { email: 'other@example.org' });
    await service.post(`${person.path}/consent`, { item: 'consent_research', choice: 'no' });
    const { rows } = await sql`
      select 1 from contact.person as person join answer.response as response on response.xmin = person.xmin`.execute(
      service.deps.ownerDb,
    );
    expect(rows).toEqual([]);
  });
});

describe('permissions', () => {
  test('can be withdrawn and given again after closing, until freezing', async () => {
    const person = await answered();
    await service.post(`${person.path}/send`, {});
    service.clock.now = new Date('2026-12-05T10:00:00Z');
    await service.post(`${person.path}/consent`, { item: 'consent_research', choice: 'no' });
    expect((await service.responseOf(person))?.answers).toMatchObject({ consent_research: 'no' });
    expect((await service.get(`${person.path}/data?lang=en`)).body).toContain('You have not given permission.');
    await service.post(`${person.path}/consent`, { item: 'consent_research', choice: 'yes' });
    expect((await service.responseOf(person))?.answers).toMatchObject({ consent_research: 'yes' });
  });

  test('no other answer can be changed that way', async () => {
    const person = await answered();
    const before = await service.responseOf(person);
    for (const form of [
      { item: 'main_activity', choice: 'student' },
      { item: 'consent_research', choice: 'perhaps' },
      { item: '__proto__', choice: 'yes' },
      {},
    ]) {
      expect((await service.post(`${person.path}/consent`, form)).statusCode).toBe(303);
    }
    expect(await service.responseOf(person)).toEqual(before);
  });
});

test('an invitation that was a mistake: person, messages and answers are gone, and the link says so', async () => {
  const person = await answered();
  const where = { roundId: person.roundId, personKey: person.personKey };
  expect(await withdrawPerson(service.deps, where)).toEqual({ kind: 'withdrawn' });
  expect(await service.responseOf(person)).toBeNull();
  const page = await service.get(person.path);
  expect([page.statusCode, titleOf(page.body)]).toEqual([410, 'Sait kutsun vahingossa']);
  expect((await service.post(`${person.path}/part/1`, { main_activity: 'student' })).statusCode).toBe(410);
  expect(await withdrawPerson(service.deps, where)).toEqual({ kind: 'unknown_person' });
});
