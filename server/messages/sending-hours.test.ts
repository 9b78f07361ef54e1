import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatZoned } from '../rounds/zoned-time.ts';
import { checkPlan } from './check-plan.ts';
import { decideRecipient, type Recipient, type SentStep } from './decide-recipient.ts';
import type { PlanStep } from './plan-schema.ts';
import { isQuiet, nextSendingTime } from './sending-hours.ts';

const HELSINKI = 'Europe/Helsinki';

describe('when a message may leave', () => {
  test.each([
    ['by day: at once', '2026-10-06T07:00Z', HELSINKI, '2026-10-06 10:00'],
    ['8 o’clock sharp: at once', '2026-10-06T05:00Z', HELSINKI, '2026-10-06 08:00'],
    ['a moment before 8: at 8', '2026-10-06T04:59Z', HELSINKI, '2026-10-06 08:00'],
    ['the last minute before 21: at once', '2026-10-06T17:59Z', HELSINKI, '2026-10-06 20:59'],
    ['21 o’clock sharp: next morning', '2026-10-06T18:00Z', HELSINKI, '2026-10-07 08:00'],
    ['after midnight: the same morning', '2026-10-06T22:30Z', HELSINKI, '2026-10-07 08:00'],
    ['Saturday evening: Monday', '2026-10-10T18:30Z', HELSINKI, '2026-10-12 08:00'],
    ['Sunday by day: Monday', '2026-10-11T09:00Z', HELSINKI, '2026-10-12 08:00'],
    // Summer time ends on Sunday 25 October 2026 at 4 o'clock: 3 to 4 o'clock comes twice.
    [
      'Saturday night before summer time ends: Monday, by the new clocks',
      '2026-10-24T20:30Z',
      HELSINKI,
      '2026-10-26 08:00',
    ],
    ['the hour that comes twice, first time', '2026-10-25T00:30Z', HELSINKI, '2026-10-26 08:00'],
    ['the hour that comes twice, second time', '2026-10-25T01:30Z', HELSINKI, '2026-10-26 08:00'],
    ['5:59 UTC on the Monday after is before 8', '2026-10-26T05:59Z', HELSINKI, '2026-10-26 08:00'],
    ['5:59 UTC on the Friday before was after 8', '2026-10-23T05:59Z', HELSINKI, '2026-10-23 08:59'],
    // Summer time begins on Sunday 28 March 2027 at 3 o'clock.
    ['the night in which an hour is skipped: Monday', '2027-03-28T00:30Z', HELSINKI, '2027-03-29 08:00'],
    ['8 o’clock on the Monday after is 5 UTC', '2027-03-29T05:00Z', HELSINKI, '2027-03-29 08:00'],
    // America/Sao_Paulo changed at midnight until 2019; Lord Howe moves by half an hour; Troll by two hours.
    ['a change at midnight on a Sunday', '2018-11-04T02:30Z', 'America/Sao_Paulo', '2018-11-05 08:00'],
    ['a change of half an hour', '2026-10-03T12:00Z', 'Australia/Lord_Howe', '2026-10-05 08:00'],
    ['the day line: Sunday in Kiritimati', '2026-10-10T11:00Z', 'Pacific/Kiritimati', '2026-10-12 08:00'],
    ['the day line: still Saturday in Niue', '2026-10-11T05:00Z', 'Pacific/Niue', '2026-10-10 18:00'],
  ])('%s', (_, at, zone, expected) => {
    expect(formatZoned(nextSendingTime(new Date(at), zone), zone)).toBe(expected);
  });

  test('is never quiet, never earlier than asked, and no more than 60 hours later', () => {
    const instant = fc.date({ min: new Date('2015-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
    const zone = fc.constantFrom(
      HELSINKI,
      'America/Sao_Paulo',
      'Australia/Lord_Howe',
      'Pacific/Apia',
      'Asia/Kathmandu',
      'UTC',
    );
    fc.assert(
      fc.property(instant, zone, (at, where) => {
        const next = nextSendingTime(at, where);
        expect(isQuiet(next, where)).toBe(false);
        expect(next.getTime()).toBeGreaterThanOrEqual(at.getTime());
        expect(next.getTime() - at.getTime()).toBeLessThanOrEqual(60 * 3_600_000);
      }),
    );
  });
});

const ROUND = {
  opens_at: new Date('2026-10-05T06:00Z'),
  closes_at: new Date('2026-11-30T21:59Z'),
  time_zone: HELSINKI,
};
const noWords = () => {
  throw new Error('no SMS is measured here');
};

describe('the time of a step', () => {
  const step = (at: string): PlanStep => ({
    code: 's',
    channel: 'mail',
    at,
    audience: 'not_answered',
    reach: 'all',
    template: 't',
  });
  const words = { subject: 'x', body: '{{locked}}' };
  const findings = (at: string) => {
    const plan = { steps: [step(at)], templates: { t: { fi: words, sv: words, en: words } } };
    return checkPlan(plan, ROUND, noWords).map(({ kind, place }) => `${place} ${kind}`);
  };
  test.each([
    ['2026-10-07T09:00', []],
    ['2026-10-05T09:00', []],
    ['2026-10-05T08:59', ['steps[0].at outside_round']],
    ['2026-11-30T23:59', ['steps[0].at outside_round', 'steps[0].at quiet_time']],
    ['2026-11-30T23:58', ['steps[0].at quiet_time']],
    ['2026-10-11T12:00', ['steps[0].at quiet_time']],
    ['2026-10-25T03:30', ['steps[0].at time_unclear']], // comes twice
    ['2026-10-25T03:30+02:00', ['steps[0].at quiet_time']],
    ['2026-02-30T09:00', ['steps[0].at time_unclear']],
    ['tomorrow', ['steps[0].at time_unclear']],
  ])('%s', (at, expected) => {
    expect(findings(at)).toEqual(expected);
  });
});

describe('who gets a message of a step', () => {
  const now = new Date('2026-10-10T07:00Z');
  const person: Recipient = {
    sender: '',
    had: [],
    refused: false,
    protected: false,
    email: 'a@example.org',
    phone: '+358401234567',
    mail_problem: null,
    phone_problem: null,
    progress: 'none',
    messages: 0,
    lastContact: null,
  };
  const usual = { sender: '', code: 'reminder', channel: 'mail', audience: 'not_answered', reach: 'all' } as const;
  const window = { ...ROUND, freeze_step: 0 };
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
  test.each<[string, Partial<SentStep>, Partial<Recipient>, string]>([
    ['somebody who has done nothing', {}, {}, 'send'],
    ['whose institution sends by its own plan', {}, { sender: 'X0101', refused: true }, 'own_plan'],
    ['whose institution sends this', { sender: 'X0101' }, { sender: 'X0101' }, 'send'],
    ['whom another institution asks', { sender: 'X0102' }, { sender: 'X0101' }, 'own_plan'],
    ['who has had this step, whoever sent it', {}, { had: ['invitation', 'reminder'] }, 'had_it'],
    ['who has had another step', {}, { had: ['invitation'] }, 'send'],
    ['who has sent', {}, { progress: 'sent' }, 'answered'],
    [
      'who has begun, where those who have not are asked',
      { audience: 'not_started' },
      { progress: 'partial' },
      'started',
    ],
    ['who has not begun, where those who have are asked', { audience: 'partial' }, {}, 'not_started'],
    ['who has begun', { audience: 'partial' }, { progress: 'partial' }, 'send'],
    ['who refused, before anything else', {}, { refused: true, progress: 'sent' }, 'refused'],
    ['who called a message spam, by any channel', { channel: 'sms' }, { mail_problem: 'complaint' }, 'refused'],
    ['who is protected', { channel: 'letter' }, { protected: true }, 'protected'],
    ['without an address', {}, { email: null }, 'no_address'],
    ['whose mail comes back', {}, { mail_problem: 'gone' }, 'bounced'],
    ['whose mail comes back, by SMS', { channel: 'sms', reach: 'without_mail' }, { mail_problem: 'gone' }, 'send'],
    ['with mail, where those without are asked', { channel: 'sms', reach: 'without_mail' }, {}, 'other_channel'],
    [
      'with neither, by letter',
      { channel: 'letter', reach: 'without_mail_and_phone' },
      { email: null, phone: null },
      'send',
    ],
    [
      'with a phone, where a letter is for those with neither',
      { channel: 'letter', reach: 'without_mail_and_phone' },
      { email: null },
      'other_channel',
    ],
    ['written to 71 hours ago', {}, { lastContact: hoursAgo(71.99), messages: 1 }, 'recent'],
    ['written to 72 hours ago', {}, { lastContact: hoursAgo(72), messages: 1 }, 'send'],
    ['with five messages', {}, { messages: 5 }, 'send'],
    ['with six messages', {}, { messages: 6 }, 'too_many'],
  ])('%s', (_, step, known, expected) => {
    const decision = decideRecipient({ ...usual, ...step }, { ...person, ...known }, window, now);
    expect(decision.kind === 'send' ? 'send' : decision.reason).toBe(expected);
  });

  test.each([
    ['a moment before the opening', '2026-10-05T05:59:59Z', 'round_not_open'],
    ['at the opening', '2026-10-05T06:00:00Z', 'send'],
    ['a moment before closing', '2026-11-30T21:58:59Z', 'send'],
    ['at closing', '2026-11-30T21:59:00Z', 'round_not_open'],
  ])('%s', (_, at, expected) => {
    const decision = decideRecipient(usual, person, window, new Date(at));
    expect(decision.kind === 'send' ? 'send' : decision.reason).toBe(expected);
  });
});
