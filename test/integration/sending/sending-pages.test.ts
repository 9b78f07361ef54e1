import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { planSchema } from '../../../server/messages/plan-schema.ts';
import { describeMessagesTask, describePlanTask, describeTestTask } from '../../../server/sending/describe-tasks.ts';
import { readPageForm } from '../../support/page-form.ts';
import { aStaffMember, type StaffMember } from '../../support/staff.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

let server: TestApp;
let round: string;
let own: StaffMember;
let other: StaffMember;
let network: StaffMember;

beforeAll(async () => {
  server = await openTestApp({
    URAS_BASE_URL: 'http://uraseuranta.example',
    URAS_SMTP_URL: 'smtp://127.0.0.1:1',
    URAS_MAIL_FROM: 'Uraseuranta <survey@uraseuranta.example>',
  });
  round = await server.aRound();
  for (const institution of ['X0101', 'X0101', 'X0102']) await server.aPerson({ round, institution });
  own = await aStaffMember(server, { role: 'institution_coordinator', institution: 'X0101' });
  other = await aStaffMember(server, { role: 'institution_coordinator', institution: 'X0102' });
  network = await aStaffMember(server, { role: 'network_coordinator' });
}, 120_000);
afterAll(() => server.close());

const path = (page: string, more = '') => `/rounds/${round}${page}?lang=en${more}`;

/** What the form of a page would post. */
async function formOf(who: StaffMember, page: string): Promise<[string, string][]> {
  const { body } = await who.get(path(page));
  return readPageForm(body.slice(body.indexOf('<main')))
    .fields.flatMap((field): [string, string][] => {
      if (field.kind === 'choice') return field.checked.map((value) => [field.name, value]);
      return [[field.name, field.value]];
    })
    .filter(([name]) => name !== 'form_token');
}

const plans = async () =>
  (await server.deps.ownerDb.selectFrom('survey.message_plan').selectAll().orderBy('version').execute()).map(
    ({ content, ...row }) => ({ ...row, plan: planSchema.parse(content) }),
  );
const events = async (kind: string) =>
  (await server.deps.ownerDb.selectFrom('survey.audit_event').select('detail').where('kind', '=', kind).execute()).map(
    ({ detail }) => detail,
  );

describe('whose messages', () => {
  test('an institution sees its own; another’s and the network’s do not exist for it', async () => {
    const nothing = await own.get('/nothing/here?lang=en');
    for (const page of ['/plan', '/plan/edit', '/messages', '/delivery', '/plan/steps/invitation']) {
      expect([page, (await own.get(path(page))).statusCode]).toEqual([page, 200]);
      const answer = await own.get(path(page, '&institution=X0102'));
      expect([page, answer.statusCode, answer.body === nothing.body]).toEqual([page, 404, true]);
    }
    expect((await own.post(path('/plan/steps/invitation/save', '&institution=X0102'))).statusCode).toBe(404);
    expect((await network.get(path('/plan', '&institution=X9999'))).statusCode).toBe(404);
    expect((await own.get('/rounds/no-round/plan?lang=en')).statusCode).toBe(404);
    expect(await plans()).toEqual([]);
  });

  test('a table of steps is saved: the same fields change nothing, a removed step goes, a new one comes', async () => {
    await own.post(path('/plan/steps/invitation/save'));
    const fields = await formOf(own, '/plan/edit');
    expect((await own.post(path('/plan/edit'), [...fields, ['nav', 'save']])).headers.location).toContain(
      'unchanged=1',
    );
    const row = (code: string) =>
      /^step\.\d+/.exec(fields.find(([name, value]) => /\.code$/.test(name) && value === code)?.[0] ?? '')?.[0] ?? '';
    const changed = fields.map(([name, value]): [string, string] => {
      if (name === `${row('')}.day`) return [name, '2026-11-26'];
      if (name === `${row('reminder-1')}.time`) return [name, '10:30'];
      return [name, value];
    });
    const removed: [string, string] = [`${row('letter')}.remove`, '1'];
    const answer = await own.post(path('/plan/edit'), [...changed, removed, ['nav', 'save']]);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, expect.stringContaining('saved=2')]);
    const [first, second] = await plans();
    const codes = (plan: typeof first) => plan?.plan.steps.map(({ code, at }) => `${code} ${at}`) ?? [];
    const wanted = codes(first)
      .filter((one) => !one.startsWith('letter'))
      .map((one) => one.replace(/^(reminder-1 \S+T)09:00/, '$110:30'));
    // 'reminder-2' is taken, so the new step gets the next free code.
    expect(codes(second)).toEqual([...wanted, 'reminder-2-2 2026-11-26T09:00']);
    expect(second).toMatchObject({ institution: 'X0101' });
    expect(await events('message_plan_saved')).toContainEqual({ version: 2, institution: 'X0101', by: own.id });
  });

  test('what others saved meanwhile is not overwritten unseen', async () => {
    const fields = await formOf(own, '/plan/edit');
    const text = await formOf(own, '/messages/invitation/fi');
    const with1 = (words: string) =>
      text.map(([name, value]): [string, string] => [name, name === 'body' ? words : value]);
    const saved = await own.post(path('/messages/invitation/fi'), [
      ...with1('Hei\n\n{{locked}}\n\nA'),
      ['nav', 'save'],
    ]);
    expect(saved.statusCode).toBe(303);
    const late = await own.post(path('/messages/invitation/fi'), [...with1('Hei\n\n{{locked}}\n\nB'), ['nav', 'save']]);
    expect([late.statusCode, late.body.includes('{{locked}}\n\nA'), late.body.includes('{{locked}}\n\nB')]).toEqual([
      409,
      true,
      true,
    ]);
    // Steps and texts do not stand in each other's way; two tables of steps do.
    const later = (time: string) =>
      fields.map(([name, value]): [string, string] => [name, name === 'step.1.time' ? time : value]);
    expect((await own.post(path('/plan/edit'), [...later('10:00'), ['nav', 'save']])).statusCode).toBe(303);
    const overtaken = await own.post(path('/plan/edit'), [...later('11:00'), ['nav', 'save']]);
    expect([overtaken.statusCode, overtaken.body.includes('value="11:00"')]).toEqual([409, true]);
    // Another text of the same old page goes in beside.
    const sv = await formOf(own, '/messages/invitation/sv');
    const old = sv.map(([name, value]): [string, string] => [name, name === 'version' ? '2' : value]);
    const beside = old.map(([name, value]): [string, string] => [name, name === 'subject' ? 'Hej' : value]);
    expect((await own.post(path('/messages/invitation/sv'), [...beside, ['nav', 'save']])).statusCode).toBe(303);
    expect((await plans()).at(-1)?.plan.templates['invitation']).toMatchObject({
      fi: { body: 'Hei\n\n{{locked}}\n\nA' },
      sv: { subject: 'Hej' },
    });
  });

  test('a day that is missing is named, and what was typed stays', async () => {
    const fields = await formOf(own, '/plan/edit');
    const broken = fields.map(([name, value]): [string, string] => [name, name === 'step.0.day' ? '' : value]);
    const answer = await own.post(path('/plan/edit'), [...broken, ['nav', 'save']]);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('Invitation: give the day.');
    expect(answer.body).toContain('href="#step-0-day"');
    expect(answer.body).toContain('value="10:30"');
  });

  test('a changed plan is compared with the plan as it is, before it is saved', async () => {
    const before = (await plans()).length;
    const fields = await formOf(own, '/plan/edit');
    const answer = await own.post(path('/plan/edit'), [...fields, ['step.0.remove', '1'], ['nav', 'check']]);
    const { body } = answer;
    expect(answer.statusCode).toBe(200);
    const table = body.slice(body.indexOf('id="difference"'), body.indexOf('<form method="post" action="/rounds/'));
    expect(
      /<th scope="row">Invitation<\/th>(.*)<\/tr>/
        .exec(table)?.[1]
        ?.replace(/<[^>]+>/g, ' ')
        .split(/\s+/)
        .filter(Boolean),
    ).toEqual(['0', '2', '0', '0']);
    expect((await plans()).length).toBe(before);
  });
});

describe('lists', () => {
  test('the simulated messages are a file with keys for whoever may see people, and the log says so', async () => {
    const mine = await own.post(path('/plan/simulation/list'));
    expect(mine.headers['content-disposition']).toContain('messages-');
    const lines = mine.body.replace('\uFEFF', '').trimEnd().split('\n');
    expect(lines[0]).toBe('step,channel,at,language,person_key');
    expect(lines.filter((line) => line.startsWith('invitation,'))).toHaveLength(2);
    const theirs = await network.post(path('/plan/simulation/list'));
    expect(theirs.body).not.toContain('person-');
    expect(theirs.body.split('\n').filter((line) => line.startsWith('invitation,'))).toHaveLength(1);
    expect(await events('people_read')).toMatchObject([
      { list: 'messages', institution: 'X0101', by: own.id },
      { list: 'messages', institution: '', by: network.id },
    ]);
  });

  test('addresses that do not work are a file that can be mended and imported, for their coordinator alone', async () => {
    const person = await server.aPerson({ round, email: 'broken@example.org' });
    await server.deps.ownerDb
      .updateTable('contact.person')
      .set({ mail_problem: 'gone' })
      .where('person_key', '=', person.personKey)
      .execute();
    const list = await own.post(path('/delivery/list'), { cause: 'gone' });
    const [head, row, ...rest] = list.body.replace('\uFEFF', '').trimEnd().split('\n');
    expect(head).toBe(
      'person_key,institution,degree,graduation_date,gender,birth_year,study_language,contact_language,email,phone',
    );
    expect(row).toBe(`${person.personKey},X0101,671112,2020-05-31,female,1994,fi,fi,broken@example.org,`);
    expect(rest).toEqual([]);
    expect((await other.post(path('/delivery/list'), { cause: 'gone' })).body.trimEnd().split('\n')).toHaveLength(1);
    expect((await network.post(path('/delivery/list'), { cause: 'gone' })).statusCode).toBe(303);
    expect((await events('people_read')).slice(2)).toEqual([
      { list: 'delivery', cause: 'gone', institution: 'X0101', people: 1, by: own.id },
      { list: 'delivery', cause: 'gone', institution: 'X0102', people: 0, by: other.id },
    ]);
    expect((await network.get(path('/delivery'))).body).not.toContain('broken@');
  });
});

test('uncertain messages are shown to their coordinator and decided one by one', async () => {
  const { ownerDb } = server.deps;
  const plan = (await plans()).at(-1);
  const step = 'X0101/reminder-1';
  await ownerDb
    .insertInto('contact.message_step')
    .values({
      round_id: round,
      step,
      plan_version: plan?.version ?? 0,
      channel: 'mail',
      starts_at: server.clock.now,
      expected: 2,
      state: 'done',
    })
    .execute();
  const people = await ownerDb
    .selectFrom('contact.person')
    .select('person_key')
    .where('round_id', '=', round)
    .where('institution', '=', 'X0101')
    .limit(2)
    .execute();
  for (const { person_key } of people)
    await ownerDb
      .insertInto('contact.message')
      .values({
        round_id: round,
        step,
        person_key,
        channel: 'mail',
        domain: 'example.org',
        state: 'uncertain',
        due_at: server.clock.now,
        handed_at: server.clock.now,
        problem: 'no_reply',
        claim: null,
        lease_until: null,
      })
      .execute();
  const page = await own.get(path('/plan/steps/reminder-1'));
  for (const { person_key } of people) expect(page.body).toContain(person_key);
  expect((await other.get(path('/plan/steps/reminder-1'))).body).not.toContain(people[0]?.person_key);
  const [one, two] = people.map(({ person_key }) => person_key);
  const post = (form: Record<string, string>) => own.post(path('/plan/steps/reminder-1/resolve'), form);
  expect((await post({ person: one ?? '', deed: 'leave' })).headers.location).toContain('done=resolved&n=1');
  expect((await post({ deed: 'resend' })).headers.location).toContain('done=resolved&n=1');
  const rows = await ownerDb
    .selectFrom('contact.message')
    .select(['person_key', 'state', 'problem'])
    .where('step', '=', step)
    .execute();
  expect(rows).toEqual(
    expect.arrayContaining([
      { person_key: one, state: 'uncertain', problem: 'left' },
      { person_key: two, state: 'planned', problem: 'sent_again' },
    ]),
  );
  expect(await events('messages_resolved')).toEqual([
    { step, deed: 'leave', messages: 1, by: own.id },
    { step, deed: 'resend', messages: 1, by: own.id },
  ]);
});

test('a test message goes to one’s own address alone, and what keeps it from leaving is said', async () => {
  const answer = await network.post(path('/plan/steps/invitation/save'));
  expect(answer.statusCode).toBe(303);
  const failed = await network.post(path('/plan/steps/invitation/test'), { to: 'someone@example.org' });
  expect(failed.statusCode).toBe(422);
  expect(failed.body).toContain('The test could not be sent');
  const sms = await network.post(path('/plan/steps/sms-reminder/test'), { phone: '040' });
  expect([sms.statusCode, sms.body.includes('This is no phone number')]).toEqual([422, true]);
  expect(await events('messages_tested')).toEqual([]);
});

test('the tasks of a round say how far its messages are, each institution for itself', async () => {
  const asked = (institution: string | null) => ({ round: { id: round }, language: 'en', institution }) as const;
  const [plan] = await describePlanTask(server.deps, asked('X0101'));
  expect(plan).toMatchObject({ code: 'plan', state: 'done', note: '8 steps' });
  expect(plan?.href).toBe(`/rounds/${round}/plan?lang=en&institution=X0101`);
  expect(await describePlanTask(server.deps, asked('X0102'))).toMatchObject([{ state: 'not_started' }]);
  expect(await describeTestTask(server.deps, asked(null))).toMatchObject([
    { state: 'not_started', note: '0 of 8 messages tested' },
  ]);
  const texts = await describeMessagesTask(server.deps, asked('X0101'));
  expect(texts.map(({ code, state }) => `${code} ${state}`)).toEqual([
    'messages-fi done',
    'messages-sv done',
    'messages-en done',
  ]);
  expect(await describePlanTask(server.deps, { ...asked(null), round: { id: 'no-round' } })).toEqual([]);
});
