import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { defaultPlan } from '../../../server/messages/default-plan.ts';
import { savePlan } from '../../../server/messages/save-plan.ts';
import { noteTest } from '../../../server/messages/tested.ts';
import { fillRound } from '../../support/monitored-round.ts';
import { textOf } from '../../support/page-text.ts';
import { hiddenField, moment, newRound, openRoundDesk, type RoundDesk } from '../../support/round-desk.ts';

let desk: RoundDesk;
beforeAll(async () => {
  desk = await openRoundDesk();
}, 120_000);
afterAll(() => desk.server.close());

const wordsOf = async (path: string, who = desk.nation) => textOf((await who.get(path)).body);
const roundOf = (id: string) =>
  desk.server.deps.ownerDb.selectFrom('survey.round').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

/** Everything that publishing waits for. */
async function makeReady(id: string): Promise<void> {
  const { deps } = desk.server;
  await desk.server.aPerson({ round: id });
  const round = await roundOf(id);
  const plan = defaultPlan(round);
  await savePlan(deps, { roundId: id, plan });
  for (const template of Object.keys(plan.templates)) {
    await noteTest(deps.ownerDb, { roundId: id, plan, template, day: '2026-11-12', step: template, by: null });
  }
}

describe('a round made in the browser', () => {
  test('is a draft that no time opens, and waits for its tasks', async () => {
    const id = await desk.aDraft('first-draft');
    const page = await wordsOf(`/rounds/${id}?lang=en`);
    expect(page).toContain('○ Draft');
    expect(page).toContain('Nothing of a draft begins by itself.');
    expect(page).toMatch(/Publish … ?Waiting|Publish Waiting/);
    expect(page).toContain('Ready to publish: 6 of 9'); // the offered messages are without faults, and sent by nobody
    const refused = await desk.nation.post(`/rounds/${id}/publish?lang=en`);
    expect(refused.statusCode).toBe(409);
    expect(textOf(refused.body)).toMatch(/Contact plan ?: .*offered/);
    expect((await roundOf(id)).draft).toBe(true);
    const person = await desk.server.aPerson({ round: id });
    desk.server.clock.now = new Date('2027-02-10T10:00:00Z');
    try {
      const landing = await desk.server.get(`${person.path}?lang=en`);
      expect(textOf(landing.body)).toContain('not open yet');
      await desk.server.post(`${person.path}/s/1?lang=en`, { nav: 'next' });
      expect(await desk.server.responseOf(person)).toBeNull();
      expect(await wordsOf(`/rounds/${id}?lang=en`)).toContain('the opening has gone by');
    } finally {
      desk.server.clock.now = new Date('2026-11-12T10:00:00Z');
    }
  });

  test('is refused with everything that is wrong, and what was typed stays', async () => {
    const typed = { ...newRound('Bad Name'), cohort: '21', ...moment('closes', '10.2.2027', '23:59') };
    const answer = await desk.nation.post('/rounds?lang=en&from=survey:amk-career', typed);
    expect(answer.statusCode).toBe(422);
    const words = textOf(answer.body);
    expect(words).toContain('Something needs to be mended');
    expect(words).toContain('at least 14 days after the opening');
    expect(answer.body).toContain('value="Bad Name"');
    expect(answer.body).toMatch(/href="#id".*href="#cohort".*href="#closes-day"/s);
  });

  test('is published when all is ready: it opens at its time, and its questions are fixed', async () => {
    const id = await desk.aDraft('to-publish');
    await makeReady(id);
    expect(await wordsOf(`/rounds/${id}/publish?lang=en`)).toContain('Wednesday 3 February 2027 at 9:00 (winter time)');
    expect((await desk.nation.post(`/rounds/${id}/publish?lang=en`)).statusCode).toBe(303);
    expect(await roundOf(id)).toMatchObject({ draft: false, questions_locked_on: '2026-11-12' });
    expect(await wordsOf(`/rounds/${id}?lang=en`)).toContain('◔ Scheduled');
    const again = await desk.nation.post(`/rounds/${id}/publish?lang=en`);
    expect(again.statusCode).toBe(409);
    const history = await wordsOf(`/rounds/${id}/history?lang=en`);
    expect(history).toContain('The round was published and scheduled');
    expect(history).toContain('Aino Esimerkki');
  });

  test('like an earlier one opens a year later on the same weekday, with its plan and its institutions', async () => {
    const id = await desk.aDraft('earlier');
    await makeReady(id);
    await desk.nation.post(`/rounds/${id}/institutions?lang=en`, { 'part-X0101': 'yes' });
    const form = await desk.nation.get(`/rounds/new?lang=en&from=${id}`);
    expect(form.body).toContain('value="2022"'); // the graduates of a year later
    expect(form.body).toMatch(/id="opens-day"[^>]*value="2"/);
    const typed = {
      ...newRound('later'),
      ...moment('opens', '2.2.2028', '09:00'),
      ...moment('closes', '13.3.2028', '23:59'),
    };
    expect((await desk.nation.post(`/rounds?lang=en&from=${id}`, typed)).statusCode).toBe(303);
    const plan = await desk.server.deps.ownerDb
      .selectFrom('survey.message_plan')
      .select('content')
      .where('round_id', '=', 'later')
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(plan.content)).toContain('"at": "2028-02-02T09:00"'.replace(': ', ':'));
    expect(await wordsOf('/rounds/later/institutions?lang=en')).toMatch(/X0101\) Takes part: Yes/);
  });
});

describe('dates', () => {
  test('are saved over an older page only after both versions were seen', async () => {
    const id = await desk.aDraft('two-editors');
    const revision = hiddenField(await desk.nation.get(`/rounds/${id}/dates?lang=en`), 'revision');
    const dates = (day: string) => ({ ...newRound(id), ...moment('closes', day, '12:00'), revision });
    expect((await desk.nation.post(`/rounds/${id}/dates?lang=en`, dates('20.3.2027'))).statusCode).toBe(303);
    const conflict = await desk.nation.post(`/rounds/${id}/dates?lang=en`, dates('27.3.2027'));
    expect(conflict.statusCode).toBe(409);
    const words = textOf(conflict.body);
    expect(words).toContain('Saturday 20 March 2027 at 12:00 (winter time)');
    expect(words).toContain('Saturday 27 March 2027 at 12:00 (winter time)');
    expect((await roundOf(id)).closes_at).toEqual(new Date('2027-03-20T10:00:00Z'));
    const mine = { ...dates('27.3.2027'), revision: hiddenField(conflict, 'revision') };
    expect((await desk.nation.post(`/rounds/${id}/dates?lang=en`, mine)).statusCode).toBe(303);
    expect((await roundOf(id)).closes_at).toEqual(new Date('2027-03-27T10:00:00Z'));
  });

  test('in the hour that comes twice are asked back, and saved as chosen', async () => {
    const id = await desk.aDraft('twice');
    const dates = (fold: string) => ({
      ...newRound(id),
      ...moment('closes', '31.10.2027', '03:30', fold),
      revision: '1',
    });
    const asked = await desk.nation.post(`/rounds/${id}/dates?lang=en`, dates(''));
    expect(asked.statusCode).toBe(422);
    expect(textOf(asked.body)).toContain('The clocks show this time twice, because summer time ends. Which one?');
    await desk.nation.post(`/rounds/${id}/dates?lang=en`, dates('second'));
    expect((await roundOf(id)).closes_at).toEqual(new Date('2027-10-31T01:30:00Z'));
    const page = await wordsOf(`/rounds/${id}/dates?lang=en`);
    expect(page).toContain('Sunday 31 October 2027 at 3:30 (winter time)');
    expect(page).toContain('Summer time ends in between, on 31 October 2027: clocks go from 4:00 back to 3:00.');
    expect(page).toContain('The closing is on a day off: a weekend.');
  });

  test('of a published round need a reason', async () => {
    const id = await desk.aDraft('reasoned');
    await makeReady(id);
    await desk.nation.post(`/rounds/${id}/publish?lang=en`);
    const revision = hiddenField(await desk.nation.get(`/rounds/${id}/dates?lang=en`), 'revision');
    const dates = { ...newRound(id), ...moment('closes', '22.3.2027', '23:59'), revision };
    const refused = await desk.nation.post(`/rounds/${id}/dates?lang=en`, dates);
    expect(refused.statusCode).toBe(422);
    expect(textOf(refused.body)).toContain('Write why the dates of a published round change');
    await desk.nation.post(`/rounds/${id}/dates?lang=en`, { ...dates, reason: 'The letters are late.' });
    expect(await wordsOf(`/rounds/${id}/history?lang=en`)).toContain('reason: The letters are late.');
  });
});

describe('who sees what', () => {
  test('an institution reads the round and its own part, and changes neither dates nor others', async () => {
    const id = await desk.aDraft('shared');
    const page = await wordsOf(`/rounds/${id}?lang=en`, desk.institution);
    expect(page).toContain('your tasks');
    expect(page).toContain('The common part');
    const own = await desk.institution.get(`/rounds/${id}/institutions?lang=en`);
    expect(own.body).toContain('X0101');
    expect(own.body).not.toContain('X0102');
    expect((await desk.institution.post(`/rounds/${id}/institutions/X0101?lang=en`, { part: 'yes' })).statusCode).toBe(
      303,
    );
    expect((await desk.institution.post(`/rounds/${id}/institutions/X0102?lang=en`, { part: 'yes' })).statusCode).toBe(
      404,
    );
    expect((await desk.institution.post(`/rounds/${id}/dates?lang=en`, newRound(id))).statusCode).toBe(403);
    await desk.nation.post(`/rounds/${id}/institutions?lang=en`, { 'part-X0102': 'no' });
    expect(await wordsOf(`/rounds/${id}/history?lang=en`, desk.institution)).not.toContain('does not take part');
    expect(await wordsOf(`/rounds/${id}/history?lang=en`)).toContain('does not take part');
  });

  test('an institution of another sector does not find it', async () => {
    const id = await desk.aDraft('sector');
    const { aStaffMember } = await import('../../support/staff.ts');
    const survey = desk.server.deps.surveys.find('yo-career', 1);
    const code = survey?.lists.get('universities')?.codes[0]?.code ?? '';
    const other = await aStaffMember(desk.server, { role: 'institution_coordinator', institution: code });
    expect(code).not.toBe('');
    expect((await other.get(`/rounds/${id}?lang=en`)).statusCode).toBe(404);
    expect((await other.get('/rounds?lang=en')).body).not.toContain(`/rounds/${id}?`);
  });

  test('counts are those of the reader’s own institution, and nobody can watch one person answer', async () => {
    const id = await desk.server.aRound();
    const { deps } = desk.server;
    const degree = '671112';
    await fillRound(deps, id, [
      { institution: 'X0101', degree, target: 12, days: { '2026-11-04': 6 } },
      { institution: 'X0102', degree, target: 9 },
    ]);
    const row = async (who = desk.nation) =>
      (await wordsOf('/rounds?lang=en&sort=times', who)).split(`${id} Graduates`)[1] ?? '';
    expect(await row()).toMatch(/^[^>]*?Target: 21 Answers: at least 5 Rate: 24%/);
    expect(await row(desk.institution)).toMatch(/^[^>]*?Target: 12 Answers: at least 5 Rate: 42%/);
    await deps.ownerDb
      .deleteFrom('answer.response')
      .where('round_id', '=', id)
      .where('submitted_on', 'is not', null)
      .execute();
    expect(await row()).toMatch(/^[^>]*?Target: 21 Answers: 0–4 Rate: –/);
    const page = await desk.institution.get(`/rounds/${id}?lang=en`);
    expect(page.body).toContain(`href="/rounds/${id}/monitor?lang=en"`);
    // So few that nothing is said.
    await deps.ownerDb.deleteFrom('contact.person').where('round_id', '=', id).where('institution', '=', 'X0101').execute(); // prettier-ignore
    expect(await row()).toMatch(/^[^>]*?Target: 9 Answers: – Rate: –/);
  });
});

describe('cancelling', () => {
  test('takes a published round back until the first message has left', async () => {
    const id = await desk.aDraft('withdrawn');
    await makeReady(id);
    await desk.nation.post(`/rounds/${id}/publish?lang=en`);
    const { ownerDb } = desk.server.deps;
    const step = { round_id: id, step: 'invitation', plan_version: 1, channel: 'mail' as const, expected: 1 };
    await ownerDb
      .insertInto('contact.message_step')
      .values({ ...step, starts_at: new Date('2027-02-03T07:00Z'), state: 'scheduled', listed_to: null })
      .execute();
    const noReason = await desk.nation.post(`/rounds/${id}/withdraw?lang=en`, { reason: ' ' });
    expect(noReason.statusCode).toBe(422);
    expect((await desk.nation.post(`/rounds/${id}/withdraw?lang=en`, { reason: 'wrong year' })).statusCode).toBe(303);
    expect(await roundOf(id)).toMatchObject({ draft: true, questions_locked_on: null });
    const steps = await ownerDb.selectFrom('contact.message_step').select('state').where('round_id', '=', id).execute();
    expect(steps).toEqual([{ state: 'cancelled' }]);
    await desk.nation.post(`/rounds/${id}/publish?lang=en`);
    await ownerDb.updateTable('contact.person').set({ messages: 1 }).where('round_id', '=', id).execute();
    const begun = await desk.nation.post(`/rounds/${id}/withdraw?lang=en`, { reason: 'too late' });
    expect(begun.statusCode).toBe(422);
    expect(textOf(begun.body)).toContain('somebody has been written to');
    expect((await roundOf(id)).draft).toBe(false);
  });

  test('of a draft for good takes its people and keys, when its name is typed', async () => {
    const id = await desk.aDraft('thrown-away');
    await desk.server.aPerson({ round: id });
    const wrong = await desk.nation.post(`/rounds/${id}/discard?lang=en`, { typed: 'thrown' });
    expect(wrong.statusCode).toBe(422);
    expect(desk.server.deps.keys.allRoundKeys().has(id)).toBe(true);
    expect((await desk.nation.post(`/rounds/${id}/discard?lang=en`, { typed: id })).statusCode).toBe(303);
    expect(desk.server.deps.keys.allRoundKeys().has(id)).toBe(false);
    const left = await desk.server.deps.ownerDb
      .selectFrom('contact.person')
      .select('person_key')
      .where('round_id', '=', id)
      .execute();
    expect(left).toEqual([]);
    expect((await desk.nation.get(`/rounds/${id}?lang=en`)).statusCode).toBe(404);
  });
});

describe('a yearly rule', () => {
  test('proposes the next round, makes it as a draft once asked, and never by itself', async () => {
    const typed = { survey: 'amk-career', day: '1', month: '10', time: '09:00', daysOpen: '40', yearsAfter: '5' };
    const refused = await desk.nation.post('/rounds/yearly?lang=en', {
      ...typed,
      day: '31',
      month: '9',
      daysOpen: '3',
    });
    expect(refused.statusCode).toBe(422);
    expect(textOf(refused.body)).toContain('Write a day that the month has');
    await desk.nation.post('/rounds/yearly?lang=en', typed);
    const page = await desk.nation.get('/rounds/yearly?lang=en');
    const words = textOf(page.body);
    expect(words).toContain('Every year on 1 October: graduates of 5 years before');
    expect(words).toContain('Next: graduates of 2022, 1 October 2027 at 9:00 – 10 November 2027 at 23:59');
    const id = /\/rounds\/yearly\/([0-9a-f-]{36})\/make/.exec(page.body)?.[1] ?? '';
    const made = await desk.nation.post(`/rounds/yearly/${id}/make?lang=en`);
    expect(made.headers.location).toContain('/rounds/amk-career-2027');
    expect(await roundOf('amk-career-2027')).toMatchObject({ draft: true, cohort: '2022', recurrence_year: 2027 });
    expect(await wordsOf('/rounds/yearly?lang=en')).toContain('Next: graduates of 2023');
    expect((await desk.nation.post(`/rounds/yearly/${id}/end?lang=en`)).statusCode).toBe(303);
    expect((await desk.nation.post(`/rounds/yearly/${id}/make?lang=en`)).statusCode).toBe(404);
  });
});

test('the start page leads each role to its pages, and every page has one navigation', async () => {
  const start = await desk.institution.get('/staff?lang=en');
  const words = textOf(start.body);
  expect(words).toContain('What comes next');
  expect(words).toContain('Own questions');
  expect(words).not.toContain('People and roles');
  for (const path of ['/staff', '/rounds', '/own-questions', '/staff/account']) {
    const { body } = await desk.institution.get(`${path}?lang=en`);
    expect([path, /<a href="([^"?]*)[^"]*" aria-current="page"/.exec(body)?.[1]]).toEqual([path, path]);
  }
});
