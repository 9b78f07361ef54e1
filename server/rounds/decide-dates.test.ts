import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dateWarnings, decideDates, lastDay, typedDates, type TypedDates, type TypedMoment } from './decide-dates.ts';
import { roundState, freezableAt } from './round-state.ts';
import { clockChanges, isSummerTime, zonedInstants } from './zoned-time.ts';

const ZONE = 'Europe/Helsinki';
const NOW = new Date('2026-01-10T10:00:00Z');

function moment(day: string, time: string, fold = ''): TypedMoment {
  const [date = '', month = '', year = ''] = day.split('.');
  return { day: date, month, year, time, fold };
}
const NO_DAY = { day: '', month: '', year: '' };
const typed: TypedDates = {
  opens: moment('2.3.2026', '09:00'),
  closes: moment('30.4.2026', '23:59'),
  tolerance: '24',
  reports: NO_DAY,
};
const decide = (change: Partial<TypedDates>, zone = ZONE, opened: Date | null = null) =>
  decideDates({ ...typed, ...change }, { zone, now: NOW, opened });

/** Which instants a round of these dates is open from and until, in UTC. */
function timesOf(opens: TypedMoment, closes: TypedMoment, zone: string): [string, string] {
  const decision = decide({ opens, closes }, zone);
  if (decision.kind === 'refused') throw new Error(JSON.stringify(decision.problems));
  return [decision.dates.opens_at.toISOString(), decision.dates.closes_at.toISOString()];
}

// Opening and closing on the nights on which clocks change, by the clocks of the round's zone alone: no time here
// depends on where the server is. Clocks go from 3 to 4 on 29 March and from 4 to 3 on 25 October in Finland.
const WINTER = moment('2.3.2026', '09:00');
const SUMMER = moment('1.9.2026', '09:00');
describe.each([
  ['before the hour that is skipped', WINTER, moment('29.3.2026', '02:30'), ZONE, '2026-03-29T00:30'],
  ['at the first minute after it', WINTER, moment('29.3.2026', '04:00'), ZONE, '2026-03-29T01:00'],
  ['at the end of the short day', WINTER, moment('29.3.2026', '23:59'), ZONE, '2026-03-29T21:00'],
  ['at the end of the day before', WINTER, moment('28.3.2026', '23:59'), ZONE, '2026-03-28T22:00'],
  ['before the hour that comes twice', SUMMER, moment('25.10.2026', '02:30'), ZONE, '2026-10-24T23:30'],
  ['in that hour, the first time', SUMMER, moment('25.10.2026', '03:00', 'first'), ZONE, '2026-10-25T00:00'],
  ['in that hour, the second time', SUMMER, moment('25.10.2026', '03:00', 'second'), ZONE, '2026-10-25T01:00'],
  ['half past, the first time', SUMMER, moment('25.10.2026', '03:30', 'first'), ZONE, '2026-10-25T00:30'],
  ['half past, the second time', SUMMER, moment('25.10.2026', '03:30', 'second'), ZONE, '2026-10-25T01:30'],
  ['after that hour', SUMMER, moment('25.10.2026', '04:00'), ZONE, '2026-10-25T02:00'],
  ['at the end of the long day', SUMMER, moment('25.10.2026', '23:59'), ZONE, '2026-10-25T22:00'],
  ['at the end of the day before it', SUMMER, moment('24.10.2026', '23:59'), ZONE, '2026-10-24T21:00'],
  [
    'of another zone, in its own hour',
    SUMMER,
    moment('1.11.2026', '01:30', 'second'),
    'America/New_York',
    '2026-11-01T06:30',
  ],
  ['of a zone without summer time', SUMMER, moment('25.10.2026', '03:30'), 'Asia/Kathmandu', '2026-10-24T21:45'],
  ['of a zone half an hour apart', SUMMER, moment('4.10.2026', '23:59'), 'Australia/Lord_Howe', '2026-10-04T13:00'],
])('a round that closes %s', (_name, opens, closes, zone, expected) => {
  const [, closes_at] = timesOf(opens, closes, zone);

  test('closes at that instant: the last millisecond before is open, and from it on late pages are taken', () => {
    expect(closes_at).toBe(`${expected}:00.000Z`);
    const round = {
      opens_at: new Date(timesOf(opens, closes, zone)[0]),
      closes_at: new Date(closes_at),
      tolerance_hours: 24,
      freeze_step: 0,
      frozen_on: null,
      draft: false,
      discarded_on: null,
      extended_to: null,
    };
    const at = (ms: number) => roundState(round, new Date(new Date(closes_at).getTime() + ms));
    expect([at(-1), at(0)]).toEqual(['open', 'closing']);
    expect([roundState(round, new Date(round.opens_at.getTime() - 1)), roundState(round, round.opens_at)]).toEqual([
      'planned',
      'open',
    ]);
    // The tolerance is hours that pass, not hours that clocks show: 24 of them on every night.
    expect(freezableAt(round).getTime() - round.closes_at.getTime()).toBe(24 * 3_600_000);
    expect([at(24 * 3_600_000 - 1), at(24 * 3_600_000)]).toEqual(['closing', 'closed']);
  });

  test('is read back into the same fields', () => {
    const decision = decide({ opens, closes }, zone);
    if (decision.kind === 'refused') throw new Error('refused');
    const again = decideDates(typedDates(decision.dates, zone), { zone, now: NOW, opened: null });
    expect(again).toEqual(decision);
  });
});

describe('a round that opens', () => {
  test.each([
    ['at the last minute before summer time', moment('29.3.2026', '02:59'), '2026-03-29T00:59:00.000Z'],
    ['at the first minute of summer time', moment('29.3.2026', '04:00'), '2026-03-29T01:00:00.000Z'],
    ['in the hour that comes twice, first', moment('25.10.2026', '03:30', 'first'), '2026-10-25T00:30:00.000Z'],
    ['in the hour that comes twice, second', moment('25.10.2026', '03:30', 'second'), '2026-10-25T01:30:00.000Z'],
    ['at the midnight that begins the long day', moment('25.10.2026', '00:00'), '2026-10-24T21:00:00.000Z'],
  ])('%s', (_name, opens, expected) => {
    expect(timesOf(opens, moment('30.11.2026', '12:00'), ZONE)[0]).toBe(expected);
  });
});

describe('dates are refused', () => {
  test.each<[string, Partial<TypedDates>, string]>([
    ['without a day', { closes: moment('', '09:00') }, 'closes empty'],
    ['of no such day', { closes: moment('31.4.2026', '09:00') }, 'closes no_day'],
    ['of letters', { closes: moment('x.4.2026', '09:00') }, 'closes no_day'],
    ['without a time', { closes: moment('30.4.2026', '') }, 'closes no_time'],
    ['in the hour that is skipped', { closes: moment('29.3.2026', '03:30') }, 'closes skipped'],
    ['in the hour that comes twice, without saying which', { closes: moment('25.10.2026', '03:30') }, 'closes twice'],
    ['that have gone by', { opens: moment('2.1.2026', '09:00') }, 'opens past'],
    ['that close before they open', { closes: moment('1.3.2026', '09:00') }, 'closes not_after'],
    ['shorter than two weeks', { closes: moment('15.3.2026', '09:00') }, 'closes too_short'],
    ['with too long a tolerance', { tolerance: '721' }, 'tolerance tolerance'],
    ['with a tolerance in words', { tolerance: 'day' }, 'tolerance tolerance'],
    ['with reports before the closing', { reports: moment('29.4.2026', '') }, 'reports reports_before'],
  ])('%s', (_name, change, expected) => {
    const decision = decide(change);
    const problems = decision.kind === 'refused' ? decision.problems.map(({ field, kind }) => `${field} ${kind}`) : [];
    expect(problems).toEqual([expected]);
  });

  test('with everything that is wrong at once', () => {
    const decision = decide({
      opens: moment('', ''),
      closes: moment('1.13.2026', '09:00'),
      tolerance: '',
      reports: moment('1.1.', ''),
    });
    expect(decision.kind === 'refused' && decision.problems.map(({ field }) => field)).toEqual([
      'opens',
      'closes',
      'tolerance',
      'reports',
    ]);
  });
});

test('two weeks across the beginning of summer time are two weeks', () => {
  const decision = decide({ opens: moment('16.3.2026', '09:00'), closes: moment('30.3.2026', '09:00') });
  expect(decision.kind).toBe('dates');
});

test('23:59 is a time for an opening, and the end of the day for a closing', () => {
  expect(timesOf(moment('2.3.2026', '23:59'), moment('30.3.2026', '23:59'), ZONE)).toEqual([
    '2026-03-02T21:59:00.000Z',
    '2026-03-30T21:00:00.000Z',
  ]);
});

test('a round that has opened keeps its opening, whatever is typed', () => {
  const opened = new Date('2026-01-05T07:00:00Z');
  const decision = decide({ opens: moment('9.9.2029', '09:00') }, ZONE, opened);
  expect(decision.kind === 'dates' && decision.dates.opens_at).toEqual(opened);
});

test('any dates are read back to themselves', () => {
  const zones = fc.constantFrom(ZONE, 'America/New_York', 'Australia/Lord_Howe', 'UTC');
  const minute = fc.integer({ min: 30_000_000, max: 34_000_000 });
  fc.assert(
    fc.property(minute, fc.integer({ min: 14 * 1440 + 60, max: 100_000 }), zones, (opens, length, zone) => {
      const at = (minutes: number) => new Date(minutes * 60_000);
      const dates = { opens_at: at(opens), closes_at: at(opens + length), tolerance_hours: 24, reports_on: null };
      const decision = decideDates(typedDates(dates, zone), { zone, now: new Date(0), opened: null });
      // 23:59 is written for the end of the day: a closing a minute before it is the one that cannot be typed.
      const isOddMinute = typedDates(dates, zone).closes.time === '23:59';
      expect(decision).toEqual({
        kind: 'dates',
        dates: isOddMinute ? { ...dates, closes_at: expect.any(Date) } : dates,
      });
    }),
    // An opening at 23:59 of Helsinki, and a closing at 23:59 there.
    {
      examples: [
        [30_120_299, 20_220, ZONE],
        [30_120_300, 20_220, ZONE],
        [30_120_299, 20_160, ZONE],
      ],
    },
  );
});

test('a day off is told, by the last day for a closing at midnight', () => {
  const dates = { opens_at: new Date('2026-04-03T06:00:00Z'), closes_at: new Date('2026-05-01T21:00:00Z') };
  expect(lastDay(dates.closes_at, ZONE)).toBe('2026-05-01');
  expect(dateWarnings(dates, ZONE)).toEqual([
    { field: 'opens', off: 'good_friday' },
    { field: 'closes', off: 'may_day' },
  ]);
});

describe('clocks', () => {
  test('show a time once, twice or never', () => {
    const count = (day: string, time: string) => zonedInstants(day, time, ZONE).length;
    expect([count('2026-03-29', '03:30'), count('2026-10-25', '03:30'), count('2026-10-25', '04:00')]).toEqual([
      0, 2, 1,
    ]);
  });

  test('change at full minutes, told in order', () => {
    const changes = clockChanges(new Date('2026-01-01T00:00Z'), new Date('2027-01-01T00:00Z'), ZONE);
    expect(changes).toEqual([
      { at: new Date('2026-03-29T01:00:00Z'), forward: true },
      { at: new Date('2026-10-25T01:00:00Z'), forward: false },
    ]);
    expect(clockChanges(new Date('2026-01-01T00:00Z'), new Date('2027-01-01T00:00Z'), 'Asia/Kathmandu')).toEqual([]);
  });

  test('show summer time until the last moment, south of the equator, too', () => {
    const at = (text: string, zone = ZONE) => isSummerTime(new Date(text), zone);
    expect([at('2026-10-25T00:59:59Z'), at('2026-10-25T01:00:00Z')]).toEqual([true, false]);
    expect([at('2026-01-01T00:00Z', 'Pacific/Auckland'), at('2026-07-01T00:00Z', 'UTC')]).toEqual([true, null]);
  });
});
