import { addDays, formatZoned, readZonedTime } from '../rounds/zoned-time.ts';
import type { MessagePlan } from './plan-schema.ts';

/**
 * A plan for a round that opens so many days later: every step as many days later, at the same time by the clocks of
 * the zone.
 *
 * @example shiftPlan(plan, { days: 364, zone: 'Europe/Helsinki' }) // the same weekdays of the next year
 */
export function shiftPlan(plan: MessagePlan, { days, zone }: { days: number; zone: string }): MessagePlan {
  return { ...plan, steps: plan.steps.map((step) => ({ ...step, at: shifted(step.at, days, zone) })) };
}

function shifted(at: string, days: number, zone: string): string {
  const read = readZonedTime(at, zone, { endOfDay: false });
  // A time that is unclear stays unclear: whoever schedules the step is told.
  if (read.kind === 'unclear')
    return /^\d{4}-\d{2}-\d{2}/.test(at) ? addDays(at.slice(0, 10), days) + at.slice(10) : at;
  const [day = '', time = ''] = formatZoned(read.at, zone).split(' ');
  return `${addDays(day, days)}T${time}`;
}
