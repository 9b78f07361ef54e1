import { readDay, type ReadDay } from '../csv/read-day.ts';

/** How days can be written in a file. `serial` is the number under which spreadsheets keep a day. */
export const DAY_FORMATS = ['iso', 'dmy', 'mdy', 'compact', 'serial'] as const;
export type DayFormat = (typeof DAY_FORMATS)[number];

const FIRST_SERIAL = Date.UTC(1899, 11, 30);
const DAY_MS = 24 * 3600 * 1000;

/**
 * A day written in a format. A time of day behind it is not read; ISO days are read whatever the format.
 *
 * @example readDayAs('dmy', '31.5.2020') // { kind: 'day', day: '2020-05-31' }
 */
export function readDayAs(format: DayFormat, text: string): ReadDay {
  const day = text.trim().replace(/[ T]\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?Z?$/, '');
  if (/^\d{4}-\d{2}-\d{2}$/.test(day)) return readDay(day);
  switch (format) {
    case 'iso':
      return readDay(day.replace(/^(\d{4})[./](\d{2})[./](\d{2})$/, '$1-$2-$3'));
    case 'dmy':
    case 'mdy': {
      const [, one = '', two = '', year = ''] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(day) ?? [];
      const [date, month] = format === 'dmy' ? [one, two] : [two, one];
      return readDay(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
    }
    case 'compact':
      return readDay(day.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'));
    case 'serial':
      return readDay(/^\d{5}$/.test(day) ? ofSerial(Number(day)) : day);
    default:
      return format satisfies never;
  }
}

function ofSerial(serial: number): string {
  return new Date(FIRST_SERIAL + serial * DAY_MS).toISOString().slice(0, 10);
}

/** What the days of a column are written like, and whether they could as well mean other days. */
export type RecognisedDays = { format: DayFormat; other: DayFormat | null };

/**
 * The format in which most of some days can be read; of two that read as many, the earlier in the list, and the other
 * is told, so that a person looks. Example: ['3.4.2020'] → dmy, perhaps mdy.
 */
export function recogniseDays(values: readonly string[]): RecognisedDays {
  const written = values.filter((value) => value.trim() !== '');
  const rated = DAY_FORMATS.map((format) => ({
    format,
    read: written.filter((value) => readDayAs(format, value).kind === 'day').length,
  }));
  const [best, second] = rated.toSorted((one, other) => other.read - one.read);
  if (!best || best.read === 0) return { format: 'iso', other: null };
  const differ =
    second !== undefined &&
    second.read === best.read &&
    written.some((value) => dayOf(best.format, value) !== dayOf(second.format, value));
  return { format: best.format, other: differ ? second.format : null };
}

function dayOf(format: DayFormat, value: string): string {
  const read = readDayAs(format, value);
  return read.kind === 'day' ? read.day : '';
}
