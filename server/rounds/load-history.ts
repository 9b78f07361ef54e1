import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { selectRoundEvents, selectStaffNames } from './overview-store.ts';

/** Something that was done with a round. `who`: the name of an account; null = on the command line. */
export type RoundEvent = { day: string; kind: string; detail: unknown; count: number; who: string | null };

const bySchema = z.object({ by: z.string().nullish() });

/** What was done with a round, newest first, of the kinds that have words. */
export async function loadHistory(
  { db }: Pick<Deps, 'db'>,
  { roundId, kinds }: { roundId: string; kinds: readonly string[] },
): Promise<RoundEvent[]> {
  const events = await selectRoundEvents(db, { roundId, kinds });
  const names = await selectStaffNames(db);
  return events.map(({ on_date, kind, detail, count }) => {
    const by = bySchema.safeParse(detail).data?.by ?? null;
    return { day: on_date, kind, detail, count, who: by === null ? null : (names.get(by) ?? null) };
  });
}
