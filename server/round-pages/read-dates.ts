import type { TypedDates, TypedDay, TypedMoment } from '../rounds/decide-dates.ts';
import { textOf } from '../http/form.ts';

const LONGEST = 20;

/** What a form of dates holds; nothing of it is trusted. */
export function readDates(body: unknown): TypedDates {
  const field = (name: string) => textOf(body, name).trim().slice(0, LONGEST);
  const day = (name: string): TypedDay => ({
    day: field(`${name}-day`),
    month: field(`${name}-month`),
    year: field(`${name}-year`),
  });
  const moment = (name: string): TypedMoment => ({
    ...day(name),
    time: field(`${name}-time`),
    fold: field(`${name}-fold`),
  });
  return { opens: moment('opens'), closes: moment('closes'), tolerance: field('tolerance'), reports: day('reports') };
}
