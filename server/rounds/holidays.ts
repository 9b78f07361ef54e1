import { addDays } from './zoned-time.ts';

/** Public holidays of Finland, and the eves on which next to nobody works. */
export const HOLIDAYS = [
  'new_year',
  'epiphany',
  'good_friday',
  'easter_sunday',
  'easter_monday',
  'may_day',
  'ascension',
  'pentecost',
  'midsummer_eve',
  'midsummer',
  'all_saints',
  'independence',
  'christmas_eve',
  'christmas',
  'boxing_day',
] as const;
export type Holiday = (typeof HOLIDAYS)[number];

/**
 * The holidays of a year by their day.
 *
 * @example finnishHolidays(2026).get('2026-04-03') // 'good_friday'
 */
export function finnishHolidays(year: number): ReadonlyMap<string, Holiday> {
  const easter = easterOf(year);
  const midsummer = saturdayFrom(`${year}-06-20`);
  return new Map<string, Holiday>([
    [`${year}-01-01`, 'new_year'],
    [`${year}-01-06`, 'epiphany'],
    [addDays(easter, -2), 'good_friday'],
    [easter, 'easter_sunday'],
    [addDays(easter, 1), 'easter_monday'],
    [`${year}-05-01`, 'may_day'],
    [addDays(easter, 39), 'ascension'],
    [addDays(easter, 49), 'pentecost'],
    [addDays(midsummer, -1), 'midsummer_eve'],
    [midsummer, 'midsummer'],
    [saturdayFrom(`${year}-10-31`), 'all_saints'],
    [`${year}-12-06`, 'independence'],
    [`${year}-12-24`, 'christmas_eve'],
    [`${year}-12-25`, 'christmas'],
    [`${year}-12-26`, 'boxing_day'],
  ]);
}

/** The holiday of a day, 'weekend', or null for a day of work. */
export function dayOff(day: string): Holiday | 'weekend' | null {
  const holiday = finnishHolidays(Number(day.slice(0, 4))).get(day);
  if (holiday) return holiday;
  return [0, 6].includes(weekdayOf(day)) ? 'weekend' : null;
}

/** The day itself, or the next on which people work. */
export function workingDayFrom(day: string): string {
  let at = day;
  while (dayOff(at) !== null) at = addDays(at, 1);
  return at;
}

/** 0 = Sunday. */
function weekdayOf(day: string): number {
  return new Date(`${day}T12:00:00Z`).getUTCDay();
}

function saturdayFrom(day: string): string {
  return addDays(day, (6 - weekdayOf(day) + 7) % 7);
}

/** Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8). */
function easterOf(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const number = h + l - 7 * m + 114;
  const [month, day] = [Math.floor(number / 31), (number % 31) + 1];
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
