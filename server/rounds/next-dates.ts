import { END_OF_DAY, readMoment, typedDates, type Dates, type TypedMoment } from './decide-dates.ts';
import { workingDayFrom } from './holidays.ts';
import { addDays, zonedDay } from './zoned-time.ts';

const DAYS_A_YEAR = 365.2425;

/** Dates for a round like an earlier one, and by how many days they are later. */
export type NextDates = { dates: Dates; days: number };

/**
 * The dates of an earlier round moved by as many full years as it takes for the opening to lie ahead, to the nearest
 * same weekday: what opened on a Wednesday at nine opens on a Wednesday at nine.
 */
export function nextDates(earlier: Dates, zone: string, now: Date): NextDates {
  for (let years = 1; ; years += 1) {
    const days = 7 * Math.round((DAYS_A_YEAR * years) / 7);
    const dates = shiftDates(earlier, days, zone);
    if (dates.opens_at > now) return { dates, days };
  }
}

function shiftDates(dates: Dates, days: number, zone: string): Dates {
  const typed = typedDates(dates, zone);
  return {
    opens_at: shiftMoment(typed.opens, days, { zone, closing: false }),
    closes_at: shiftMoment(typed.closes, days, { zone, closing: true }),
    tolerance_hours: dates.tolerance_hours,
    reports_on: dates.reports_on === null ? null : addDays(dates.reports_on, days),
  };
}

type Clock = { zone: string; closing: boolean };

function shiftMoment(typed: TypedMoment, days: number, clock: Clock): Date {
  const day = [typed.year, typed.month, typed.day].map((part) => part.padStart(2, '0')).join('-');
  return momentOf(addDays(day, days), typed.time, clock);
}

/** A time of a day; where the clocks skip it, an hour later, and of two the first. */
function momentOf(day: string, time: string, { zone, closing }: Clock): Date {
  const [year = '', month = '', date = ''] = day.split('-');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  for (const later of [0, 1]) {
    const shown = `${String(hour + later).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
    const read = readMoment({ year, month, day: date, time: shown, fold: 'first' }, zone, { closing });
    if (typeof read !== 'string') return read;
  }
  throw new Error(`The clocks of ${zone} do not show ${time} on ${day}.`);
}

/** A rule as far as it says when: 'every 1 October at nine, for 40 days'. */
export type YearlyRule = {
  month: number;
  day: number;
  opens_time: string;
  days_open: number;
  years_after: number;
  time_zone: string;
};

/** What a rule proposes for one year. */
export type Proposal = { year: number; cohort: string; dates: Dates };

/**
 * The next round of a rule: of the first year whose opening lies ahead and which has no round yet. A day off moves
 * the opening to the next day on which people work; 29 to 31 count as the last day of a shorter month.
 */
export function nextProposal(rule: YearlyRule, { taken, now }: { taken: readonly number[]; now: Date }): Proposal {
  for (let year = Number(zonedDay(now, rule.time_zone).slice(0, 4)); ; year += 1) {
    const dates = datesOf(rule, year);
    if (dates.opens_at > now && !taken.includes(year)) return { year, cohort: String(year - rule.years_after), dates };
  }
}

function datesOf(rule: YearlyRule, year: number): Dates {
  const length = new Date(Date.UTC(year, rule.month, 0)).getUTCDate();
  const [month, day] = [rule.month, Math.min(rule.day, length)].map((part) => String(part).padStart(2, '0'));
  const opening = workingDayFrom(`${year}-${month}-${day}`);
  return {
    opens_at: momentOf(opening, rule.opens_time, { zone: rule.time_zone, closing: false }),
    closes_at: momentOf(addDays(opening, rule.days_open), END_OF_DAY, { zone: rule.time_zone, closing: true }),
    tolerance_hours: 24,
    reports_on: null,
  };
}
