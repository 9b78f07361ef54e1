import { dayFrom } from '../csv/read-day.ts';
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
