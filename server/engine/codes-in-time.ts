import type { CodeList, ListedCode } from './code-list.ts';
import type { Text } from './text.ts';

/**
 * Whether a code is in force on a day, so that it may be chosen anew. A code that was replaced on a day we do
 * not know is not.
 *
 * @example isOffered({ code: '02470', label, replacedBy: ['10126'] }, '2026-10-01') // false
 */
export function isOffered(entry: ListedCode, day: string): boolean {
  if (entry.validFrom !== undefined && day < entry.validFrom) return false;
  if (entry.validTo !== undefined) return day <= entry.validTo;
  return entry.replacedBy === undefined;
}

/**
 * The codes of a list that are in force on a day, in the order of the list.
 *
 * @example codesOn(institutions, '2026-10-01').some(({ code }) => code === '02470') // false
 */
export function codesOn(list: CodeList, day: string): ListedCode[] {
  return list.codes.filter((entry) => isOffered(entry, day));
}

/**
 * The name that a code had on a day; of one that is out of use, its last.
 *
 * @example labelOn({ code: '1', label: b, earlierLabels: [{ until: '2020-12-31', label: a }] }, '2020-12-31') // a
 */
export function labelOn(entry: ListedCode, day: string): Text {
  return entry.earlierLabels?.find(({ until }) => day <= until)?.label ?? entry.label;
}

/**
 * What a code has become in the end, over all mergers and splits: codes that nothing replaces, each once. A code
 * that nothing replaced has no successors; codes that the list lacks lead nowhere.
 *
 * @example successorsOf(institutions, '02609') // ['10126']
 */
export function successorsOf(list: CodeList, code: string): string[] {
  const entries = new Map(list.codes.map((entry) => [entry.code, entry]));
  const seen = new Set([code]);
  const last: string[] = [];
  const open = [...(entries.get(code)?.replacedBy ?? [])];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const further = entries.get(next)?.replacedBy;
    if (further) open.unshift(...further);
    else if (entries.has(next)) last.push(next);
  }
  return last;
}

/**
 * The day before a day, both as YYYY-MM-DD, in the Gregorian calendar.
 *
 * @example dayBefore('2024-03-01') // '2024-02-29'
 */
export function dayBefore(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  if (date > 1) return written(year, month, date - 1);
  if (month > 1) return written(year, month - 1, daysIn(year, month - 1));
  return written(year - 1, 12, 31);
}

function written(year: number, month: number, date: number): string {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-');
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
