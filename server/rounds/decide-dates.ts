import { MOST_TOLERANCE_HOURS } from './decide-round.ts';
import { dayOff, type Holiday } from './holidays.ts';
import type { RoundState } from './round-state.ts';
import { formatZoned, zonedDay, zonedInstants } from './zoned-time.ts';

/** A day as three fields hold it. */
export type TypedDay = { day: string; month: string; year: string };
/** The same with a time of the round's clocks; `fold` says which, where they show it twice. */
export type TypedMoment = TypedDay & { time: string; fold: string };
export type TypedDates = { opens: TypedMoment; closes: TypedMoment; tolerance: string; reports: TypedDay };

export type Dates = { opens_at: Date; closes_at: Date; tolerance_hours: number; reports_on: string | null };
export type DateField = 'opens' | 'closes' | 'tolerance' | 'reports';
export type DateProblem = {
  field: DateField;
  kind:
    | 'empty'
    | 'no_day'
    | 'no_time'
    /** The clocks skip the time: summer time begins. */
    | 'skipped'
    /** The clocks show the time twice: summer time ends. Asked back. */
    | 'twice'
    | 'past'
    | 'not_after'
    | 'too_short'
    | 'tolerance'
    | 'reports_before';
};
export type DatesDecision = { kind: 'dates'; dates: Dates } | { kind: 'refused'; problems: DateProblem[] };

/** What the end of a day is called for a closing: the whole minute belongs to the round. */
export const END_OF_DAY = '23:59';
export const LEAST_DAYS_OPEN = 14;
const DAY_MS = 24 * 3_600_000;
const HOUR_MS = 3_600_000;

type Facts = {
  zone: string;
  now: Date;
  /** A round that has opened keeps its opening. */
  opened: Date | null;
};

/** The dates of a round from what was typed, or everything that is wrong with it, field by field. */
export function decideDates(typed: TypedDates, { zone, now, opened }: Facts): DatesDecision {
  const opens = opened ?? readMoment(typed.opens, zone, { closing: false });
  const closes = readMoment(typed.closes, zone, { closing: true });
  const reports = readReports(typed.reports);
  const tolerance = /^\d{1,3}$/.test(typed.tolerance.trim())
    ? Number(typed.tolerance.trim())
    : MOST_TOLERANCE_HOURS + 1;
  const problems: DateProblem[] = [];
  const add = (field: DateField, kind: DateProblem['kind']) => void problems.push({ field, kind });
  if (typeof opens === 'string') add('opens', opens);
  else if (opened === null && opens <= now) add('opens', 'past');
  if (typeof closes === 'string') add('closes', closes);
  else if (closes <= now) add('closes', 'past');
  if (typeof opens !== 'string' && typeof closes !== 'string') problems.push(...orderProblems(opens, closes, now));
  if (tolerance > MOST_TOLERANCE_HOURS) add('tolerance', 'tolerance');
  if (reports.kind === 'problem') add('reports', reports.problem);
  if (reports.kind === 'day' && typeof closes !== 'string' && reports.day < lastDay(closes, zone)) {
    add('reports', 'reports_before');
  }
  if (problems.length > 0 || typeof opens === 'string' || typeof closes === 'string' || reports.kind === 'problem') {
    return { kind: 'refused', problems };
  }
  const reports_on = reports.kind === 'day' ? reports.day : null;
  return { kind: 'dates', dates: { opens_at: opens, closes_at: closes, tolerance_hours: tolerance, reports_on } };
}

function orderProblems(opens: Date, closes: Date, now: Date): DateProblem[] {
  if (closes <= now) return []; // said already
  if (closes <= opens) return [{ field: 'closes', kind: 'not_after' }];
  // An hour less: summer time may begin in between.
  const least = LEAST_DAYS_OPEN * DAY_MS - HOUR_MS;
  return closes.getTime() - opens.getTime() < least ? [{ field: 'closes', kind: 'too_short' }] : [];
}

type Unreadable = 'empty' | 'no_day' | 'no_time' | 'skipped' | 'twice';

/** The instant that a day and a time name in a zone, or why they name none. Of a closing, 23:59 is the day's end. */
export function readMoment(typed: TypedMoment, zone: string, { closing }: { closing: boolean }): Date | Unreadable {
  const read = readTypedDay(typed);
  if (typeof read === 'string') return read;
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(typed.time)) return 'no_time';
  const time = closing && typed.time === END_OF_DAY ? '24:00' : typed.time;
  const [first, second] = zonedInstants(read.day, time, zone);
  if (!first) return 'skipped';
  if (!second || typed.fold === 'first') return first;
  return typed.fold === 'second' ? second : 'twice';
}

type ReadReports = { kind: 'none' } | { kind: 'day'; day: string } | { kind: 'problem'; problem: 'empty' | 'no_day' };

function readReports(typed: TypedDay): ReadReports {
  if ([typed.day, typed.month, typed.year].every((part) => part.trim() === '')) return { kind: 'none' };
  const read = readTypedDay(typed);
  return typeof read === 'string' ? { kind: 'problem', problem: read } : { kind: 'day', ...read };
}

/** 'YYYY-MM-DD' of three fields. */
function readTypedDay({ day, month, year }: TypedDay): { day: string } | 'empty' | 'no_day' {
  const parts = [year, month, day].map((part) => part.trim());
  if (parts.some((part) => part === '')) return 'empty';
  if (!/^20\d\d$/.test(parts[0] ?? '') || !parts.slice(1).every((part) => /^\d{1,2}$/.test(part))) return 'no_day';
  const text = parts.map((part) => part.padStart(2, '0')).join('-');
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? { day: text } : 'no_day';
}

/** What the fields hold of dates that are stored. */
export function typedDates(dates: Dates, zone: string): TypedDates {
  const [year = '', month = '', day = ''] = dates.reports_on?.split('-') ?? [];
  return {
    opens: typedMoment(dates.opens_at, zone, { closing: false }),
    closes: typedMoment(dates.closes_at, zone, { closing: true }),
    tolerance: String(dates.tolerance_hours),
    reports: { year, month: plain(month), day: plain(day) },
  };
}

function typedMoment(at: Date, zone: string, { closing }: { closing: boolean }): TypedMoment {
  const atMidnight = closing && formatZoned(at, zone).endsWith(' 00:00');
  const [date = '', clock = ''] = formatZoned(atMidnight ? new Date(at.getTime() - 1) : at, zone).split(' ');
  const time = atMidnight ? END_OF_DAY : clock;
  const [year = '', month = '', day = ''] = date.split('-');
  const [, second] = atMidnight ? [] : zonedInstants(date, clock, zone);
  const fold = second === undefined ? '' : at >= second ? 'second' : 'first';
  return { day: plain(day), month: plain(month), year, time, fold };
}

function plain(number: string): string {
  return number.replace(/^0+/, '');
}

/** A day on which something happens although people are off. */
export type DateWarning = { field: 'opens' | 'closes'; off: Holiday | 'weekend' };

/** Opening or closing on a weekend or a public holiday of Finland. */
export function dateWarnings(
  { opens_at, closes_at }: Pick<Dates, 'opens_at' | 'closes_at'>,
  zone: string,
): DateWarning[] {
  const days = [
    ['opens', zonedDay(opens_at, zone)],
    ['closes', lastDay(closes_at, zone)],
  ] as const;
  return days.flatMap(([field, day]) => {
    const off = dayOff(day);
    return off === null ? [] : [{ field, off }];
  });
}

/** The last day on which a round is open: midnight belongs to the day before. */
export function lastDay(closesAt: Date, zone: string): string {
  return zonedDay(new Date(closesAt.getTime() - 1), zone);
}

/** The opening of a round that has opened, which nobody moves any more; null before. */
export function fixedOpening(round: { opens_at: Date }, state: RoundState): Date | null {
  return state === 'draft' || state === 'planned' ? null : round.opens_at;
}
