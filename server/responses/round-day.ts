import { zonedDay } from '../rounds/zoned-time.ts';
import type { Round } from './decide-state.ts';

/** The day whose codes and names a round uses: that on which it opens, so that lists stay as they are while it is open. */
export function roundDay({ opens_at, time_zone }: Pick<Round, 'opens_at' | 'time_zone'>): string {
  return zonedDay(opens_at, time_zone);
}
