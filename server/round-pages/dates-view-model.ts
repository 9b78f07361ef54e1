import { fullDate } from '../responses/dates.ts';
import {
  dateWarnings,
  lastDay,
  readMoment,
  type Dates,
  type TypedDates,
  type TypedMoment,
} from '../rounds/decide-dates.ts';
import { clockChanges, formatZoned, offsetMinutes, zonedDay } from '../rounds/zoned-time.ts';
import { momentWords, timeWords, type Speech } from './moment-words.ts';

/** Dates in full words, and what deserves a look. */
export type DatesEcho = {
  rows: readonly { label: string; value: string }[];
  notes: readonly string[];
  warnings: readonly string[];
};

const DAY_MS = 24 * 3_600_000;

/** Stored dates as a person reads them: with weekday, summer or winter time, and changes of clocks in between. */
export function toDatesEcho(dates: Dates, zone: string, speech: Speech): DatesEcho {
  const { t, language } = speech;
  const reports = dates.reports_on === null ? t.overview.reportsNone : fullDate(dates.reports_on, language);
  const first = Date.parse(`${zonedDay(dates.opens_at, zone)}T12:00:00Z`);
  const last = Date.parse(`${lastDay(dates.closes_at, zone)}T12:00:00Z`);
  const changes = clockChanges(dates.opens_at, dates.closes_at, zone);
  return {
    rows: [
      { label: t.overview.opens, value: momentWords(dates.opens_at, zone, speech) },
      { label: t.overview.closes, value: momentWords(dates.closes_at, zone, speech, { closing: true }) },
      { label: t.overview.tolerance, value: t.overview.toleranceWords(dates.tolerance_hours) },
      { label: t.overview.reports, value: reports },
      { label: t.overview.zone, value: t.dates.zone(zone) },
    ],
    notes: [
      t.dates.length(Math.round((last - first) / DAY_MS) + 1),
      ...changes.map(({ at, forward }) => t.dates.clocks(forward, changeWords(at, zone, speech))),
    ],
    warnings: dateWarnings(dates, zone).map(({ field, off }) =>
      field === 'opens' ? t.dates.offOpens(t.holidays[off]) : t.dates.offCloses(t.holidays[off]),
    ),
  };
}

/** Which day and from which time to which clocks go. */
function changeWords(at: Date, zone: string, { language }: Speech) {
  const before = new Date(at.getTime() + offsetMinutes(new Date(at.getTime() - 60_000), zone) * 60_000);
  return {
    day: fullDate(zonedDay(at, zone), language),
    from: timeWords(before.toISOString().slice(11, 16), language),
    to: timeWords(formatZoned(at, zone).slice(11), language),
  };
}

export type DatesTable = readonly { label: string; theirs: string; yours: string }[];

/** Two versions of dates side by side. */
export function toDatesTable(
  { theirs, typed }: { theirs: Dates; typed: TypedDates },
  zone: string,
  speech: Speech,
): DatesTable {
  const { t } = speech;
  const echo = toDatesEcho(theirs, zone, speech).rows;
  const moment = (one: TypedMoment, closing: boolean) => {
    const read = readMoment(one, zone, { closing });
    return typeof read === 'string' ? plainWords(one) : momentWords(read, zone, speech, { closing });
  };
  const yours = [
    typed.opens.day === '' ? (echo[0]?.value ?? '') : moment(typed.opens, false), // an opening that is fixed is not typed
    moment(typed.closes, true),
    t.overview.toleranceWords(Number(typed.tolerance)),
    typed.reports.day === '' ? t.overview.reportsNone : plainWords(typed.reports),
  ];
  return yours.map((words, index) => ({
    label: echo[index]?.label ?? '',
    theirs: echo[index]?.value ?? '',
    yours: words,
  }));
}

function plainWords({ day, month, year }: { day: string; month: string; year: string }): string {
  return [day, month, year].filter((part) => part !== '').join('.');
}
