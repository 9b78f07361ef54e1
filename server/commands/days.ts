import { readDay } from '../csv/read-day.ts';
import { zonedDay } from '../rounds/zoned-time.ts';
import { CommandError } from './context.ts';

/** Today in Finland. */
export function today(): string {
  return zonedDay(new Date(), 'Europe/Helsinki');
}

/** The day that an option holds. Throws with the name of the option for anything else. */
export function dayIn(option: string, text: string): string {
  const read = readDay(text);
  if (read.kind === 'day') return read.day;
  throw new CommandError(`${option} "${text}": ${read.reason}.`);
}
