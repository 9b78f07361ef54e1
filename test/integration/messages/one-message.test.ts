import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerHandle, deriveCode } from '../../../server/invitations/code.ts';
import { replaceCode } from '../../../server/invitations/replace-code.ts';
import { recoverMessages } from '../../../server/jobs/queue-store.ts';
import { claimBatch } from '../../../server/jobs/claim-batch.ts';
import { cancelScheduled, haltStep, resolveUncertain } from '../../../server/messages/change-step.ts';
import { runJson } from '../../support/run-words.ts';
import { openSendingDesk, type SendingDesk } from '../../support/sending-desk.ts';
import { planOf, scheduleNow } from '../../support/sending-round.ts';
import { createOpenRound } from '../../support/simulated-files.ts';

// Tuesday 6 October 2026, 10 o'clock in Finland.
const MORNING = '2026-10-06T07:00:00Z';
const STEP = 'invitation';

let desk: SendingDesk;
let round = '';
let made = 0;
beforeAll(async () => {
  desk = await openSendingDesk(MORNING);
});
afterAll(() => desk.close());
beforeEach(async () => {
  made += 1;
  round = `r${made}`;
  desk.clock.now = new Date(MORNING);
  desk.posted.length = 0;
  desk.answer(null);
  desk.between(null);
  await createOpenRound(desk.deps, desk.folder, round);
  const rows = ['A', 'B', 'C'].map(
    (key) => `${round}${key},X0101,671112,2020-05-31,fi,${key.toLowerCase()}@example.org\n`,
  );
  writeFileSync(
    join(desk.folder, 'people.csv'),
    `person_key,institution,degree,graduation_date,study_language,email\n${rows.join('')}`,
  );
  await runJson(desk.deps, desk.folder, 'population', 'import', '--round', round, 'people.csv', '--confirm');
  await scheduleNow(desk.deps, round, planOf({ code: STEP }), new Date(MORNING));
});

const place = () => ({ roundId: round, step: STEP });
const message = (key: string) =>
  desk.deps.ownerDb
    .selectFrom('contact.message')
    .selectAll()
    .where('round_id', '=', round)
    .where('person_key', '=', `${round}${key}`)
    .executeTakeFirst();
const person = (key: string) =>
  desk.deps.ownerDb
    .selectFrom('contact.person')
    .selectAll()
    .where('round_id', '=', round)
    .where('person_key', '=', `${round}${key}`)
    .executeTakeFirstOrThrow();
const step = () =>
  desk.deps.ownerDb
    .selectFrom('contact.message_step')
    .selectAll()
    .where('round_id', '=', round)
    .executeTakeFirstOrThrow();
const gotBy = () => desk.posted.map(({ message: { personKey } }) => personKey.replace(round, '')).sort();

async function answers(key: string, isSent: boolean): Promise<void> {
  const keys = desk.deps.keys.allRoundKeys().get(round);
  if (!keys) throw new Error('no keys');
  await desk.deps.ownerDb
    .insertInto('answer.response')
    .values({
      handle: answerHandle(keys, deriveCode(keys, `${round}${key}`, 0)),
      round_id: round,
      survey: 'amk-career',
      version: 2,
      background: '{}',
      answers: '{}',
      question_order: '{}',
      pages_saved: [],
      language: 'fi',
      submitted_on: isSent ? '2026-10-06' : null,
    })
    .execute();
}

async function refuses(key: string): Promise<void> {
  await desk.deps.ownerDb
    .updateTable('contact.person')
    .set({ refused_on: '2026-10-06' })
    .where('round_id', '=', round)
    .where('person_key', '=', `${round}${key}`)
    .execute();
}

test('everybody gets one message with a link of their own', async () => {
  await desk.sendDue();
  await desk.sendDue();
  expect(gotBy()).toEqual(['A', 'B', 'C']);
  const keys = desk.deps.keys.allRoundKeys().get(round);
  for (const { message: got } of desk.posted) {
    const code = keys ? deriveCode(keys, got.personKey, 0) : '';
    expect(got.link.replaceAll('-', '')).toBe(`https://uraseuranta.example/v/${code}`);
    expect(got.text).toContain(got.link);
    expect(got.html).toContain(`href="${got.link}"`);
  }
  expect(await step()).toMatchObject({ state: 'done' });
  expect(await person('A')).toMatchObject({ messages: 1 });
});

test.each([
  ['answers', () => answers('B', true), 'answered'],
  ['refuses', () => refuses('B'), 'refused'],
])('who %s between the claim and the last step gets nothing', async (_, deed, reason) => {
  let raced = 0;
  desk.between(async ({ personKey }) => {
    if (personKey !== `${round}B`) return;
    expect(await message('B')).toMatchObject({ state: 'claimed' }); // the worker holds it: the race is open
    raced += 1;
    await deed();
  });
  await desk.sendDue();
  expect(raced).toBe(1);
  expect(gotBy()).toEqual(['A', 'C']);
  expect(await message('B')).toBeUndefined();
  expect(await step()).toMatchObject({ counts: { [reason]: 1 } });
  expect(await person('B')).toMatchObject({ messages: 0 });
});

test('a link or an address that was changed meanwhile is the one that is sent', async () => {
  let changed = false;
  desk.between(async ({ personKey }) => {
    if (personKey !== `${round}B` || changed) return;
    changed = true;
    await replaceCode(desk.deps, { roundId: round, personKey });
  });
  await desk.sendDue();
  const keys = desk.deps.keys.allRoundKeys().get(round);
  const toB = desk.posted.filter(({ message: got }) => got.personKey === `${round}B`);
  expect(toB).toHaveLength(1);
  expect(toB[0]?.message.link.replaceAll('-', '')).toContain(keys ? deriveCode(keys, `${round}B`, 1) : '?');
});

test('a round that closes meanwhile sends nothing more', async () => {
  desk.between(async ({ personKey }) => {
    if (personKey !== `${round}B`) return;
    await runJson(desk.deps, desk.folder, 'rounds', 'close', round);
  });
  await desk.sendDue();
  expect(gotBy()).not.toContain('B');
  expect(Object.keys((await step()).counts)).toEqual(['round_not_open']);
});

test('a step that is cancelled meanwhile sends nothing more; one that is halted goes on when it is told to', async () => {
  let first = true;
  desk.between(async () => {
    if (first) await haltStep(desk.deps, { ...place(), go: false });
    first = false;
  });
  await desk.sendDue();
  expect(gotBy()).toEqual([]);
  expect(await haltStep(desk.deps, { ...place(), go: true })).toEqual({ kind: 'changed' });
  first = true;
  desk.between(async () => {
    if (first) await cancelScheduled(desk.deps, place());
    first = false;
  });
  await desk.sendDue();
  expect(gotBy()).toEqual([]);
  expect(await step()).toMatchObject({ state: 'cancelled' });
});

test('a refusal for the time being is tried again, later each time, and counts for nobody until it is taken', async () => {
  desk.answer(({ personKey }) =>
    personKey === `${round}B` ? { kind: 'later', problem: '451', reached: true } : { kind: 'sent' },
  );
  await desk.sendDue();
  expect(await message('B')).toMatchObject({ state: 'planned', attempts: 1, problem: '451', handed_at: null });
  expect(await person('B')).toMatchObject({ messages: 0 });
  await desk.sendDue();
  expect(await message('B')).toMatchObject({ attempts: 1 }); // not yet
  desk.answer(null);
  desk.clock.now = new Date(Date.parse(MORNING) + 5 * 60_000);
  await desk.sendDue();
  expect(gotBy()).toEqual(['A', 'B', 'C']);
  expect(new Set(desk.posted.map(({ message: { id } }) => id)).size).toBe(3);
});

test('a refusal for good fails, and leaves the others alone', async () => {
  desk.answer(({ personKey }) => (personKey === `${round}B` ? { kind: 'refused', problem: '550' } : { kind: 'sent' }));
  await desk.sendDue();
  expect(gotBy()).toEqual(['A', 'C']);
  expect(await message('B')).toMatchObject({ state: 'failed', problem: '550' });
  expect(await person('B')).toMatchObject({ messages: 0 });
});

test('what nobody heard an answer to is uncertain, is never sent again by itself, and a person decides', async () => {
  desk.answer(({ personKey }) =>
    personKey === `${round}A` ? { kind: 'sent' } : { kind: 'unknown', problem: 'ETIMEDOUT' },
  );
  await desk.sendDue();
  desk.answer(null);
  desk.clock.now = new Date(Date.parse(MORNING) + 2 * 3_600_000);
  await desk.sendDue();
  expect(gotBy()).toEqual(['A']);
  const resolve = (deed: 'resend' | 'leave', key: string) =>
    resolveUncertain(desk.deps, { ...place(), personKey: `${round}${key}`, deed });
  expect(await resolve('leave', 'B')).toEqual({ kind: 'resolved', messages: 1 });
  expect(await resolve('leave', 'B')).toEqual({ kind: 'resolved', messages: 0 });
  expect(await resolve('resend', 'C')).toEqual({ kind: 'resolved', messages: 1 });
  await desk.sendDue();
  expect(gotBy()).toEqual(['A', 'C']);
  const shown = await runJson(desk.deps, desk.folder, 'messages', 'status', round);
  expect(shown).toMatchObject({ steps: [{ step: STEP, sent: 2, uncertain: 1, undecided: 0, state: 'done' }] });
});

test('what a dead worker had claimed waits again; what it had handed over is uncertain', async () => {
  const input = { channels: ['mail'] as const, limit: 10, perMinute: 1000, leaseSeconds: 0, anytime: false };
  let isFirst = true;
  desk.answer(() => {
    if (isFirst) throw new Error('the process ends here');
    return { kind: 'sent' };
  });
  await expect(desk.sendDue()).rejects.toThrow('ends here');
  isFirst = false;
  await desk.deps.ownerDb
    .updateTable('contact.message')
    .set({ lease_until: new Date('2020-01-01') })
    .where('round_id', '=', round)
    .execute();
  expect(await recoverMessages(desk.deps.ownerDb)).toEqual({ waiting: 2, uncertain: 1 });
  await desk.sendDue();
  expect(desk.posted).toHaveLength(2);
  expect(await claimBatch(desk.deps, input)).toEqual([]);
});
