import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestApp, type Form, type TestApp } from '../../support/test-app.ts';

let service: TestApp;
beforeAll(async () => {
  service = await openTestApp();
});
afterAll(() => service.close());

const WORKING = { main_activity: 'permanent_full_time', other_activities: 'none', activity_meaningful: '5' };
const JOB = {
  job_sector: 'state',
  job_uses_skills: '6',
  job_matches_level: '5',
  job_in_field: '4',
  job_ai_use: '_dk',
  _noticed: '1',
};
const STUDIES = { ready_for_work: '1', would_recommend: '10', open_wishes: 'Lisää harjoittelua', _noticed: '1' };

async function stored() {
  return service.deps.ownerDb.selectFrom('answer.response').selectAll().execute();
}

test('50 first saves at once with one code make one record, and every save is counted', async () => {
  const person = await service.aPerson();
  const answers = await Promise.all(Array.from({ length: 50 }, () => service.post(`${person.path}/part/1`, WORKING)));
  expect(answers.map((answer) => answer.statusCode)).toEqual(Array(50).fill(303));
  const record = await service.responseOf(person);
  expect(await stored()).toHaveLength(1);
  expect(record).toMatchObject({
    revision: 50,
    answers: { ...WORKING, other_activities: ['none'] },
    pages_saved: ['now'],
  });
}, 120_000);

test('different pages saved at once, over and over: none undoes another', async () => {
  const person = await service.aPerson();
  await service.post(`${person.path}/part/1`, WORKING);
  const pages: [number, Form][] = [
    [1, WORKING],
    [2, JOB],
    [6, STUDIES],
  ];
  const saves = Array.from({ length: 16 }, () => pages).flat();
  const answers = await Promise.all(saves.map(([part, form]) => service.post(`${person.path}/part/${part}`, form)));
  expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([303]));
  const record = await service.responseOf(person);
  const { _noticed: _one, ...job } = JOB;
  const { _noticed: _two, ...studies } = STUDIES;
  expect(record?.answers).toEqual({ ...WORKING, other_activities: ['none'], ...job, ...studies });
  expect(record?.revision).toBe(49);
  expect(record?.pages_saved.toSorted()).toEqual(['job', 'now', 'studies']); // each once
}, 120_000);

test('50 sends at once: one day, one event, one answer for all', async () => {
  const person = await service.aPerson();
  await service.post(`${person.path}/part/1`, WORKING);
  const answers = await Promise.all(Array.from({ length: 50 }, () => service.post(`${person.path}/send`, {})));
  expect(new Set(answers.map((answer) => answer.headers.location))).toEqual(new Set([`${person.path}/receipt`]));
  const events = await service.deps.ownerDb
    .selectFrom('survey.answering_event')
    .selectAll()
    .where('kind', '=', 'submitted')
    .where('round_id', '=', person.roundId)
    .execute();
  expect(events).toHaveLength(1);
  expect(await service.responseOf(person)).toMatchObject({ submitted_on: '2026-11-12', revision: 1 });
}, 120_000);
