import { insertAuditEvent } from '../audit/store.ts';
import type { Deps } from '../deps.ts';
import { openLiveRound, type RoundUnavailable } from '../invitations/open-live-round.ts';
import { zonedDay } from '../rounds/zoned-time.ts';
import {
  resendCorrected,
  resendFailed,
  selectCauses,
  selectProblemRows,
  type DeliveryCause,
  type ProblemRow,
} from './delivery-store.ts';
import type { Sender } from './sender.ts';

type Needs = Pick<Deps, 'ownerDb' | 'keys' | 'surveys' | 'now'>;
type Place = { roundId: string; sender: Sender };

export type DeliveryView = { kind: 'delivery'; causes: { cause: DeliveryCause; domain: string; people: number }[] };

/** Whom messages do not reach, by cause: of an institution, or ('' ) of the whole round. */
export async function showDelivery(deps: Needs, { roundId, sender }: Place): Promise<DeliveryView | RoundUnavailable> {
  const round = await openLiveRound(deps, roundId);
  if (round.kind !== 'round') return round;
  return { kind: 'delivery', causes: await selectCauses(deps.ownerDb, { roundId, institution: sender }) };
}

/** The people of one cause, with their addresses. That somebody took the list is written down, with its length. */
export async function readProblemList(
  deps: Needs,
  { roundId, sender, cause, by }: Place & { cause: DeliveryCause; by: string | null },
): Promise<{ kind: 'list'; rows: ProblemRow[] } | RoundUnavailable> {
  const round = await openLiveRound(deps, roundId);
  if (round.kind !== 'round') return round;
  return deps.ownerDb.transaction().execute(async (trx) => {
    const rows = await selectProblemRows(trx, { roundId, institution: sender, cause });
    const detail = { list: 'delivery', cause, institution: sender, people: rows.length, by };
    const on_date = zonedDay(deps.now(), round.time_zone);
    await insertAuditEvent(trx, { on_date, kind: 'people_read', round_id: roundId, detail });
    return { kind: 'list', rows };
  });
}

/** What is sent again: to mended addresses, or what failed for a reason that may have passed. */
export type AgainDeed = 'corrected' | 'failed';

/** Sends again what did not arrive. Whom it still may go to is asked at the last moment, as always. */
export async function sendAgain(
  deps: Needs,
  { roundId, sender, deed, by }: Place & { deed: AgainDeed; by: string | null },
): Promise<{ kind: 'again'; messages: number } | RoundUnavailable> {
  const round = await openLiveRound(deps, roundId);
  if (round.kind !== 'round') return round;
  return deps.ownerDb.transaction().execute(async (trx) => {
    const place = { roundId, institution: sender, now: deps.now() };
    const messages = await (deed === 'corrected' ? resendCorrected : resendFailed)(trx, place);
    const detail = { deed, institution: sender, messages, by };
    const on_date = zonedDay(deps.now(), round.time_zone);
    if (messages > 0) await insertAuditEvent(trx, { on_date, kind: 'messages_again', round_id: roundId, detail });
    return { kind: 'again', messages };
  });
}
