import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sendTest } from '../../../server/jobs/send-test.ts';
import type { MessagePlan } from '../../../server/messages/plan-schema.ts';
import { scheduleStep } from '../../../server/messages/schedule-step.ts';
import { formatZoned } from '../../../server/rounds/zoned-time.ts';
import { upsertSender } from '../../../server/settings/store.ts';
import { runJson, runWords } from '../../support/run-words.ts';
import { openSendingDesk, type SendingDesk } from '../../support/sending-desk.ts';
import { CAREER_SURVEY, rowsIn, simulateFiles } from '../../support/simulated-files.ts';

const ROUND = 'autumn';
const PEOPLE = 120;
const ZONE = 'Europe/Helsinki';

let desk: SendingDesk;
beforeAll(async () => {
  // Over the end of summer time, with a pace at which the invitation takes into the evening.
  desk = await openSendingDesk('2026-10-14T06:00:00Z', { URAS_SEND_PER_MINUTE: '4' });
  const times = ['--opens', '2026-10-14T09:00', '--closes', '2026-11-15T23:59'];
  await runJson(desk.deps, desk.folder, 'rounds', 'create', ROUND, ...CAREER_SURVEY, '--cohort', '2020', ...times);
  const { population } = await simulateFiles(desk.deps, desk.folder, PEOPLE);
  await runJson(desk.deps, desk.folder, 'population', 'import', '--round', ROUND, population, '--confirm');
});
afterAll(() => desk.close());

const json = (...words: string[]) => runJson(desk.deps, desk.folder, 'messages', ...words);
const say = (...words: string[]) => runWords(desk.deps, desk.folder, 'messages', ...words);
const planFile = () => join(desk.folder, 'plan.json');
const readPlan = () => JSON.parse(readFileSync(planFile(), 'utf8')) as MessagePlan; // a file that the product wrote

describe('a contact plan', () => {
  test('is offered, without a fault, on days on which messages leave', async () => {
    await json('plan', ROUND, '--write', 'plan.json');
    expect(readPlan().steps.map(({ code, at }) => `${code} ${at}`)).toEqual([
      'invitation 2026-10-14T09:00',
      'sms-invitation 2026-10-15T09:00',
      'reminder-1 2026-10-21T09:00',
      'unfinished-1 2026-10-22T09:00',
      'letter 2026-10-28T09:00',
      'reminder-2 2026-10-30T09:00',
      'sms-reminder 2026-11-04T09:00',
      'last-reminder 2026-11-12T09:00',
    ]);
    expect(await json('check', ROUND)).toMatchObject({ findings: [] });
  });

  test('is stored in versions; the same content is none', async () => {
    expect(await json('plan', ROUND, '--file', 'plan.json')).toMatchObject({ version: 1, saved: true });
    expect(await json('plan', ROUND, '--file', 'plan.json')).toMatchObject({ version: 1, saved: false });
  });

  test('is told what is wrong with it: place, reason and mend', async () => {
    const plan = readPlan();
    const { invitation } = plan.templates;
    if (invitation?.fi) invitation.fi.body = 'Vastaa {{institutoin}}\n\n{link}';
    if (invitation) delete invitation.sv;
    const sms = plan.templates['sms-reminder'];
    if (sms?.en) sms.en.body = `${'long '.repeat(70)}{{link}}`;
    if (plan.steps[2]) plan.steps[2].at = '2026-10-25T03:30';
    writeFileSync(join(desk.folder, 'wrong.json'), JSON.stringify(plan));
    const run = await say('check', ROUND, '--file', 'wrong.json');
    expect(run.code).toBe(1);
    const lines = run.out.split('\n');
    for (const part of [
      '✕ steps[2].at: The time cannot be read: "2026-10-25T03:30": clocks in Europe/Helsinki show this time twice',
      '✕ templates.invitation.fi.body: The link is missing. Add {{locked}} on a line of its own.',
      '✕ templates.invitation.fi.body: There is no variable {{institutoin}}. Did you mean {{institution}}?',
      '✕ templates.invitation.fi.body: A brace stands alone.',
      '✕ templates.invitation.sv: The text is missing in sv. Write it.',
      '✕ templates.sms-reminder.en.body: The SMS takes 3 parts at its longest',
    ])
      expect(lines.filter((line) => line.startsWith(part))).toHaveLength(1);
    writeFileSync(join(desk.folder, 'broken.json'), '{"steps": [{"code": "A B"}], "templates": {}}');
    const broken = await say('plan', ROUND, '--file', 'broken.json');
    expect(broken.err).toContain('steps[0].code: a-z, 0-9 and -');
    expect(broken.err).toContain('steps[0].at: ');
  });
});

describe('a step', () => {
  test('is only told at first: the sum is the target, samples hold nobody’s link', async () => {
    const keys = desk.deps.ownerDb.updateTable('contact.person').where('round_id', '=', ROUND);
    const { rows } = {
      rows: await desk.deps.ownerDb.selectFrom('contact.person').select('person_key').orderBy('person_key').execute(),
    };
    const [refused = '', gone = '', nowhere = '', hidden = '', often = ''] = rows.map((row) => row.person_key);
    await keys.set({ refused_on: '2026-10-01' }).where('person_key', '=', refused).execute();
    await keys.set({ mail_problem: 'gone' }).where('person_key', '=', gone).execute();
    await keys.set({ email: null }).where('person_key', '=', nowhere).execute();
    expect(await json('protect', ROUND, hidden, 'nobody')).toMatchObject({ people: 1, unknown: 1 });
    await keys.set({ messages: 6 }).where('person_key', '=', often).execute();
    const run = await json('schedule', ROUND, 'invitation');
    expect(run).toMatchObject({
      scheduled: false,
      target: PEOPLE,
      messages: PEOPLE - 5,
      left_out: { refused: 1, bounced: 1, no_address: 1, protected: 1, too_many: 1 },
    });
    const byLanguage = Object.values(run['by_language'] as Record<string, number>); // numbers by language
    expect(byLanguage.reduce((sum, count) => sum + count, 0)).toBe(PEOPLE - 5);
    const samples = run['samples'] as { text: string; language: string }[]; // as the command prints them
    expect(samples.length).toBeGreaterThan(5);
    for (const { text } of samples)
      expect([...text.matchAll(/\/v\/([^\s/]+)/g)].map((match) => match[1])).toEqual(Array(3).fill('TEST-TEST-TEST-0'));
  });

  test('needs a test of its template as it is, the number of its messages, and leaves ten minutes', async () => {
    const command = { roundId: ROUND, step: 'invitation', channels: ['mail'] as const };
    expect(await scheduleStep(desk.deps, { ...command, confirm: PEOPLE - 5 })).toMatchObject({ kind: 'not_tested' });
    await upsertSender(desk.deps.ownerDb, '', {
      language: 'sv',
      name: 'Karriäruppföljning',
      reply_to: 'k@example.org',
    });
    const tested = await sendTest(desk.deps, desk.channels, {
      roundId: ROUND,
      step: 'invitation',
      to: 'me@example.org',
    });
    expect(tested).toMatchObject({ kind: 'tested', messages: 3 });
    const names = { name: '', reply_to: '' };
    expect(desk.posted.splice(0).map(({ message }) => [message.subject, message.sender])).toEqual([
      ['KOE: Miten työurasi on alkanut?', names],
      ['PROV: Hur har ditt arbetsliv börjat?', { name: 'Karriäruppföljning', reply_to: 'k@example.org' }],
      ['TEST: How has your working life begun?', names],
    ]);
    expect(await scheduleStep(desk.deps, { ...command, confirm: PEOPLE })).toMatchObject({ kind: 'count_differs' });
    const done = await scheduleStep(desk.deps, { ...command, confirm: PEOPLE - 5 });
    expect(done).toMatchObject({ kind: 'scheduled', startsAt: new Date('2026-10-14T06:10:00Z') });
    expect(await scheduleStep(desk.deps, { ...command, confirm: PEOPLE - 5 })).toMatchObject({
      kind: 'scheduled_before',
    });
    await desk.sendDue();
    expect(desk.posted).toEqual([]); // not yet: it can still be cancelled
    expect(await json('cancel', ROUND, 'invitation')).toMatchObject({ before: true });
    expect(await scheduleStep(desk.deps, { ...command, confirm: PEOPLE - 5 })).toMatchObject({ kind: 'scheduled' });
    expect(await scheduleStep(desk.deps, { ...command, step: 'letter', confirm: 1 })).toMatchObject({
      kind: 'channel_off',
    });
  });
});

describe('the simulator', () => {
  test('tells whom the queue then writes to, and in which minutes', async () => {
    const simulated = await json('simulate', ROUND, '--out', 'all.csv');
    expect(statSync(join(desk.folder, 'all.csv')).mode & 0o777).toBe(0o600);
    const told = rowsIn(join(desk.folder, 'all.csv'));
    expect(simulated).toMatchObject({ messages: told.length });
    const only = told.filter(({ step }) => step === 'invitation');
    expect(only).toHaveLength(PEOPLE - 5);
    // The queue, minute by minute through the virtual day.
    for (let minute = 0; minute < 50; minute += 1) {
      await desk.sendDue();
      desk.clock.now = new Date(desk.clock.now.getTime() + 60_000);
    }
    const sent = desk.posted.map(({ at, message }) => `${message.personKey} ${formatZoned(at, ZONE)}`);
    expect(new Set(sent).size).toBe(PEOPLE - 5);
    // Whose turn comes in which minute is drawn; who and when are not.
    const wanted = only.map(({ person_key, at }) => `${person_key} ${at}`);
    for (const part of [/^\S+/, /\d\d:\d\d$/]) {
      const parts = (lines: string[]) => lines.map((line) => part.exec(line)?.[0]).sort();
      expect(parts(sent)).toEqual(parts(wanted));
    }
  });

  test('tells what a change of the plan does before it is saved', async () => {
    const plan = readPlan();
    const reminder = plan.steps.find(({ code }) => code === 'reminder-1');
    if (reminder) reminder.at = '2026-10-16T09:00';
    writeFileSync(join(desk.folder, 'sooner.json'), JSON.stringify(plan));
    const { difference } = (await json('simulate', ROUND, '--file', 'sooner.json')) as {
      difference: { step: string; gone: number; added: number }[]; // as the command prints it
    };
    // Two days after the invitation nobody may be written to again.
    expect(difference.find(({ step }) => step === 'reminder-1')).toMatchObject({ added: 0, gone: PEOPLE - 5 });
    expect(await json('plan', ROUND)).toMatchObject({ version: 1 });
  });
});
