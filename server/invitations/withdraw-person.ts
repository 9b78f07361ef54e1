import { insertAuditEvent } from '../audit/store.ts';
import { withLongWork } from '../db/long-work.ts';
import type { Deps } from '../deps.ts';
import { zonedDay } from '../rounds/zoned-time.ts';
import { answerHandle, contactHash, deriveCode } from './code.ts';
import { deletePerson, lockOptionalPerson } from './letter-store.ts';
import { openLiveRound, type RoundUnavailable } from './open-live-round.ts';
import { selectOptionalRoundShared } from './store.ts';

export type WithdrawPersonOutcome = { kind: 'withdrawn' } | { kind: 'unknown_person' } | RoundUnavailable;

type Needs = Pick<Deps, 'ownerDb' | 'keys' | 'now' | 'surveys'>;

/**
 * Takes a person out of a round who should not have been asked, with their messages and whatever they
 * answered, in one transaction. Their link opens a page that says so, until the round is frozen.
 */
export async function withdrawPerson(
  deps: Needs,
  command: { roundId: string; personKey: string },
): Promise<WithdrawPersonOutcome> {
  // Not during a backup of the embedded database: its reader could have passed one side and not the other.
  return withLongWork(deps.ownerDb, 'withdrawing an invitation', () => withdrawNow(deps, command));
}

async function withdrawNow(
  deps: Needs,
  { roundId, personKey }: { roundId: string; personKey: string },
): Promise<WithdrawPersonOutcome> {
  const round = await openLiveRound(deps, roundId);
  if (round.kind !== 'round') return round;
  return deps.ownerDb.transaction().execute(async (trx) => {
    const current = await selectOptionalRoundShared(trx, round.id);
    if (!current || current.freeze_step > 0) return { kind: 'frozen' };
    const person = await lockOptionalPerson(trx, { roundId: round.id, personKey });
    if (!person) return { kind: 'unknown_person' };
    const code = deriveCode(round.keys, personKey, person.generation);
    await deletePerson(trx, {
      roundId: round.id,
      personKey,
      codeHash: contactHash(round.keys, code),
      handle: answerHandle(round.keys, code),
    });
    const on_date = zonedDay(deps.now(), round.time_zone);
    await insertAuditEvent(trx, { on_date, kind: 'invitation_withdrawn', round_id: round.id });
    return { kind: 'withdrawn' };
  });
}
