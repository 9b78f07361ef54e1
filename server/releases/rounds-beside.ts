import type { Db } from '../db/schema/index.ts';
import { withoutOverlaps } from './choose-windows.ts';
import { selectPublishedRounds, type PublishedRound } from './pool-store.ts';
import type { ReleaseHead } from './release-head.ts';
import { windowsIn } from './told-figures.ts';

/**
 * Whether the windows of a draft were built beside other rounds than are published now: what those show together
 * with them has not been looked at then.
 */
export async function isBesideOthers(
  db: Db,
  head: Pick<ReleaseHead, 'round_id' | 'period' | 'manifest'>,
): Promise<boolean> {
  const windows = windowsIn(head.manifest);
  if (!windows) return false;
  const rounds = await roundsBeside(db, { roundId: head.round_id, period: head.period });
  const now = rounds?.map((one) => one.period).toSorted();
  return now?.join() !== windows.beside.toSorted().join();
}

/** Published rounds whose people are others; null where one is left out that shows windows, so that nothing is known of their people. */
export async function roundsBeside(
  db: Db,
  { roundId, period }: { roundId: string; period: string },
): Promise<PublishedRound[] | null> {
  const published = await selectPublishedRounds(db, roundId);
  const apart = withoutOverlaps({ period }, published);
  const isBlind = published.some((one) => !apart.includes(one) && windowsIn(one.manifest) !== null);
  return isBlind ? null : apart;
}
