import { insertAuditEvent } from '../audit/store.ts';
import type { Deps } from '../deps.ts';
import { openLiveRound, type RoundUnavailable } from '../invitations/open-live-round.ts';
import { zonedDay } from '../rounds/zoned-time.ts';
import { updateProtected } from './recipient-store.ts';

export type ProtectOutcome = { kind: 'protected'; people: number } | RoundUnavailable;

/** People whose address nobody may be told, and who are never written to; or not so any more. */
export async function protectPeople(
  deps: Pick<Deps, 'ownerDb' | 'keys' | 'surveys' | 'now'>,
  command: { roundId: string; personKeys: readonly string[]; isProtected: boolean },
): Promise<ProtectOutcome> {
  const round = await openLiveRound(deps, command.roundId);
  if (round.kind !== 'round') return round;
  return deps.ownerDb.transaction().execute(async (trx) => {
    const people = await updateProtected(trx, command);
    const on_date = zonedDay(deps.now(), round.time_zone);
    const detail = { people, protected: command.isProtected };
    if (people > 0) await insertAuditEvent(trx, { on_date, kind: 'people_protected', round_id: round.id, detail });
    return { kind: 'protected', people };
  });
}
