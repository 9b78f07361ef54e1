/** A day as files write it, or why the text is none. */
export type ReadDay = { kind: 'day'; day: string } | { kind: 'no_day'; why: 'no_day' | 'no_such_day'; reason: string };

/**
 * Reads 'YYYY-MM-DD', years 1900 to 2099.
 *
 * @example readDay('2020-02-30') // { kind: 'no_day', why: 'no_such_day', reason: 'there is no such day' }
 */
export function readDay(text: string): ReadDay {
  const match = /^((?:19|20)\d\d)-(\d\d)-(\d\d)$/.exec(text);
  if (!match) {
    return { kind: 'no_day', why: 'no_day', reason: 'a day is written YYYY-MM-DD, from 1900 to 2099' };
  }
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  const isReal = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  return isReal ? { kind: 'day', day: text } : { kind: 'no_day', why: 'no_such_day', reason: 'there is no such day' };
}

/**
 * A day as people write it; null where it is none.
 *
 * @example dayFrom('1.2.2026') // '2026-02-01'
 */
export function dayFrom(typed: string): string | null {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(typed.trim()) ?? [];
  const text = year === '' ? typed.trim() : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = readDay(text);
  return read.kind === 'day' ? read.day : null;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
