import { insertAuditEvent } from '../audit/store.ts';
import type { Db } from '../db/schema/index.ts';
import type { Deps } from '../deps.ts';
import { roundState } from './round-state.ts';
import { lockOptionalRound, updateRoundTimes } from './store.ts';
import { readZonedTime, zonedDay } from './zoned-time.ts';

type Needs = Pick<Deps, 'ownerDb' | 'now'>;
type Round = NonNullable<Awaited<ReturnType<typeof lockOptionalRound>>>;

export type MoveRoundOutcome =
  | { kind: 'moved'; opens_at: Date; closes_at: Date; time_zone: string }
  | { kind: 'unknown_round' }
  /** Nothing to do: it is open, or closed, already. */
  | { kind: 'already' }
  /** Opening a round that has closed needs a new closing time; closing one that has not opened makes no sense. */
  | { kind: 'refused'; reason: string };

/** Opens a round now. One that has closed opens again only with a new closing time, as typed. */
export async function openRound(deps: Needs, command: { roundId: string; closes?: string }): Promise<MoveRoundOutcome> {
  return moveRound(deps, { roundId: command.roundId, event: 'round_opened' }, (round, now) => {
    const state = roundState(round, now);
    if (state === 'draft' || state === 'discarded') return 'the round is a draft: uras rounds publish schedules it';
    if (state === 'open' && command.closes === undefined) return 'already';
    if (state === 'freezing' || state === 'frozen') return 'the round is frozen: it has no keys any more';
    const closing =
      command.closes === undefined ? null : readZonedTime(command.closes, round.time_zone, { endOfDay: true });
    if (closing?.kind === 'unclear') return `closing ${closing.reason}`;
    const closes_at = closing?.at ?? round.closes_at;
    if (closes_at <= now) return 'the round has closed: give a new closing time with --closes';
    return { opens_at: state === 'planned' ? now : round.opens_at, closes_at };
  });
}

/** Closes a round now. Pages that are open may still be saved during the tolerance. */
export async function closeRound(deps: Needs, command: { roundId: string }): Promise<MoveRoundOutcome> {
  return moveRound(deps, { roundId: command.roundId, event: 'round_closed' }, (round, now) => {
    const state = roundState(round, now);
    if (state === 'planned' || state === 'draft') return 'the round has not opened yet';
    if (state !== 'open') return 'already';
    // Opened and closed within a millisecond: a round closes after it opens.
    return { opens_at: round.opens_at, closes_at: new Date(Math.max(now.getTime(), round.opens_at.getTime() + 1)) };
  });
}

async function moveRound(
  deps: Needs,
  { roundId, event }: { roundId: string; event: string },
  decide: (round: Round, now: Date) => { opens_at: Date; closes_at: Date } | 'already' | (string & {}),
): Promise<MoveRoundOutcome> {
  return deps.ownerDb.transaction().execute(async (trx: Db) => {
    const round = await lockOptionalRound(trx, roundId);
    if (!round) return { kind: 'unknown_round' };
    const now = deps.now();
    const decision = decide(round, now);
    if (decision === 'already') return { kind: 'already' };
    if (typeof decision === 'string') return { kind: 'refused', reason: decision };
    await updateRoundTimes(trx, { id: roundId, ...decision });
    await insertAuditEvent(trx, { on_date: zonedDay(now, round.time_zone), kind: event, round_id: roundId });
    return { kind: 'moved', ...decision, time_zone: round.time_zone };
  });
}
