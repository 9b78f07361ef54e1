import type { Db } from '../db/schema/index.ts';
import { selectRoundSwitch } from './person-store.ts';

/**
 * Whether people may be taken out of a round. Once it has opened, who cannot be removed has begun to answer: only
 * where coordinators see that anyway.
 */
export async function mayRemovePeople(db: Db, round: { id: string; opens_at: Date }, now: Date): Promise<boolean> {
  return now < round.opens_at || (await selectRoundSwitch(db, round.id));
}
