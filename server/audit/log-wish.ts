import { readDay } from '../csv/read-day.ts';
import { EVENT_GROUPS, groupFrom } from './event-kinds.ts';
import type { LogWish } from './store.ts';

/** The filter of the log as it stands in an address. */
export type LogFilter = { group: string; who: string; from: string; until: string };
export const NO_FILTER: LogFilter = { group: '', who: '', from: '', until: '' };

type Scope = Pick<LogWish, 'roundId' | 'places'>;

/** What a filter asks of the log, and its fields that cannot be read; those ask nothing. */
export function wishOf(filter: LogFilter, scope: Scope): { wish: LogWish; refused: ('from' | 'until')[] } {
  const group = groupFrom(filter.group);
  const [from, until] = [dayFrom(filter.from), dayFrom(filter.until)];
  const refused = (['from', 'until'] as const).filter((name) => filter[name].trim() !== '' && !dayFrom(filter[name]));
  const kinds = group === null ? null : EVENT_GROUPS[group];
  return { wish: { ...scope, kinds, person: filter.who === '' ? null : filter.who, from, until }, refused };
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
