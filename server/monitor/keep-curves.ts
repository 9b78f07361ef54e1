import type { Db } from '../db/schema/index.ts';
import { makeCurves } from './make-curve.ts';
import { replaceCurves, selectDaysOfDegrees } from './store.ts';

type Round = { id: string; opens_at: Date; time_zone: string };

/**
 * Keeps how a round was answered day by day, for the rounds after it: the days themselves go with freezing. Of groups of
 * thirty people and more, in full fives. Safe to repeat.
 */
export async function keepCurves(
  db: Db,
  round: Round,
  asked: readonly { institution: string; degree: string; target: number }[],
): Promise<void> {
  await replaceCurves(db, round.id, makeCurves(asked, await selectDaysOfDegrees(db, round.id), round));
}
