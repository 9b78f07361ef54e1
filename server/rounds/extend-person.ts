import { insertAuditEvent } from '../audit/store.ts';
import type { Deps } from '../deps.ts';
import { updatePersonTime } from './change-store.ts';
import { roundState, type RoundState } from './round-state.ts';
import { lockOptionalRound } from './store.ts';
import { formatZoned, zonedDay } from './zoned-time.ts';

export type ExtendPersonOutcome =
  | { kind: 'extended'; until: Date; time_zone: string }
  /** The person answers until the round's closing again. */
  | { kind: 'taken_back' }
  | { kind: 'unknown_round' }
  | { kind: 'unknown_person' }
  /** Not published, not open yet, frozen, or thrown away. */
  | { kind: 'not_now'; state: RoundState }
  /** Earlier than now, or not later than the round's own closing. */
  | { kind: 'not_later'; closes_at: Date; time_zone: string };

/**
 * Gives one person more time than the round, on the link that they have; null takes it back. The round is not frozen
 * before. The log counts it and does not say whose time it is.
 */
export async function extendForPerson(
  deps: Pick<Deps, 'db' | 'now'>,
  { roundId, personKey, until, by }: { roundId: string; personKey: string; until: Date | null; by: string | null },
): Promise<ExtendPersonOutcome> {
  return deps.db.transaction().execute(async (trx): Promise<ExtendPersonOutcome> => {
    const round = await lockOptionalRound(trx, roundId);
    if (!round) return { kind: 'unknown_round' };
    const now = deps.now();
    const state = roundState(round, now);
    if (state !== 'open' && state !== 'closing' && state !== 'closed') return { kind: 'not_now', state };
    const { closes_at, time_zone } = round;
    if (until !== null && (until <= now || until <= closes_at)) return { kind: 'not_later', closes_at, time_zone };
    if (!(await updatePersonTime(trx, { roundId, personKey, until }))) return { kind: 'unknown_person' };
    const detail = { by, until: until && formatZoned(until, time_zone) };
    const kind = until === null ? 'person_time_taken_back' : 'person_extended';
    await insertAuditEvent(trx, { on_date: zonedDay(now, time_zone), kind, round_id: roundId, detail });
    return until === null ? { kind: 'taken_back' } : { kind: 'extended', until, time_zone };
  });
}
