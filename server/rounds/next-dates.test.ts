import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { shiftPlan } from '../messages/shift-plan.ts';
import { dayOff, finnishHolidays, workingDayFrom } from './holidays.ts';
import { nextDates, nextProposal, type YearlyRule } from './next-dates.ts';
import { formatZoned } from './zoned-time.ts';

const ZONE = 'Europe/Helsinki';
const earlier = {
  opens_at: new Date('2025-10-08T06:00:00Z'), // Wednesday 9 o'clock, summer time
  closes_at: new Date('2025-11-09T22:00:00Z'), // the end of Sunday, winter time
  tolerance_hours: 48,
  reports_on: '2026-02-02',
};

describe('a round like an earlier one', () => {
  test('opens and closes a year later, on the same weekdays and at the same clock times', () => {
    const { dates, days } = nextDates(earlier, ZONE, new Date('2026-01-01T00:00Z'));
    expect(days).toBe(364);
    expect(dates).toEqual({
      opens_at: new Date('2026-10-07T06:00:00Z'),
      closes_at: new Date('2026-11-08T22:00:00Z'),
      tolerance_hours: 48,
      reports_on: '2027-02-01',
    });
  });

  test('lies ahead, however old the earlier one is, on its weekday within four days of its date', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 * 365 }), (later) => {
        const now = new Date(earlier.opens_at.getTime() + later * 86_400_000);
        const { dates, days } = nextDates(earlier, ZONE, now);
        expect(dates.opens_at > now).toBe(true);
        expect(days % 7).toBe(0);
        expect(formatZoned(dates.opens_at, ZONE)).toMatch(/-10-(0[4-9]|1[0-2]) 09:00$/);
      }),
    );
  });

  test('has its contact plan moved by as many days, at the same clock times', () => {
    const step = { code: 'a', channel: 'mail', audience: 'not_answered', reach: 'all', template: 't' } as const;
    const plan = {
      steps: [
        { ...step, at: '2025-10-08T09:00' },
        { ...step, at: '2025-11-05T07:00Z' },
      ],
      templates: {},
    };
    const moved = shiftPlan(plan, { days: 364, zone: ZONE });
    expect(moved.steps.map(({ at }) => at)).toEqual(['2026-10-07T09:00', '2026-11-04T09:00']);
  });
});

describe('a yearly rule', () => {
  const rule: YearlyRule = { month: 10, day: 1, opens_time: '09:00', days_open: 40, years_after: 5, time_zone: ZONE };
  const next = (now: string, taken: number[] = []) => nextProposal(rule, { taken, now: new Date(now) });

  test('proposes the year ahead, for those who graduated as many years before', () => {
    expect(next('2026-01-01T00:00Z')).toMatchObject({ year: 2026, cohort: '2021' });
    expect(next('2026-10-01T05:59:59Z')).toMatchObject({ year: 2026 });
    expect(next('2026-10-01T06:00:00Z')).toMatchObject({ year: 2027, cohort: '2022' });
    expect(next('2026-01-01T00:00Z', [2026, 2027])).toMatchObject({ year: 2028 });
  });

  test('opens on the next working day where its day is off, and closes at the end of a day', () => {
    // 1 October 2028 is a Sunday.
    const { dates } = next('2028-01-01T00:00Z');
    expect([dates.opens_at, dates.closes_at].map((at) => formatZoned(at, ZONE))).toEqual([
      '2028-10-02 09:00',
      '2028-11-12 00:00',
    ]);
  });

  test('of 29 February means the last day of February', () => {
    const leap = { ...rule, month: 2, day: 29 };
    const { dates } = nextProposal(leap, { taken: [], now: new Date('2027-01-01T00:00Z') });
    expect(formatZoned(dates.opens_at, ZONE)).toBe('2027-03-01 09:00'); // 28 February 2027 is a Sunday
  });
});

describe('days off in Finland', () => {
  // Holiday tables of the almanac of the University of Helsinki.
  test.each([
    ['2024-03-29', 'good_friday'],
    ['2024-03-31', 'easter_sunday'],
    ['2025-04-21', 'easter_monday'],
    ['2025-05-29', 'ascension'],
    ['2026-04-05', 'easter_sunday'],
    ['2026-05-24', 'pentecost'],
    ['2026-06-19', 'midsummer_eve'],
    ['2026-06-20', 'midsummer'],
    ['2026-10-31', 'all_saints'],
    ['2027-11-06', 'all_saints'],
    ['2027-12-06', 'independence'],
    ['2038-04-25', 'easter_sunday'],
    ['2026-11-28', 'weekend'],
    ['2026-11-27', null],
  ])('%s: %s', (day, expected) => {
    expect(dayOff(day)).toBe(expected);
  });

  test('come every year, Easter between 22 March and 25 April', () => {
    for (let year = 2000; year < 2100; year += 1) {
      const days = finnishHolidays(year);
      const easter = [...days].find(([, holiday]) => holiday === 'easter_sunday')?.[0] ?? '';
      expect(easter >= `${year}-03-22` && easter <= `${year}-04-25`).toBe(true);
      expect(new Date(`${easter}T12:00Z`).getUTCDay()).toBe(0);
      expect(dayOff(workingDayFrom(`${year}-12-24`))).toBeNull();
    }
  });
});
