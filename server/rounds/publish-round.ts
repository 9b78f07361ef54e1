import { insertAuditEvent } from '../audit/store.ts';
import type { Db } from '../db/schema/index.ts';
import type { Deps } from '../deps.ts';
import { cancelStep } from '../messages/step-store.ts';
import {
  markDiscarded,
  markDraft,
  markPublished,
  selectHasAnswers,
  selectHasLeft,
  selectWaitingSteps,
} from './change-store.ts';
import { roundState } from './round-state.ts';
import { lockOptionalRound } from './store.ts';
import { zonedDay } from './zoned-time.ts';

type Needs = Pick<Deps, 'db' | 'now'>;
type Command = { roundId: string; by: string | null };
type Round = NonNullable<Awaited<ReturnType<typeof lockOptionalRound>>>;

export type PublishOutcome =
  | { kind: 'published'; opens_at: Date; time_zone: string }
  | { kind: 'unknown_round' }
  | { kind: 'not_draft' }
  /** Its opening has gone by: it would open in this moment. */
  | { kind: 'opening_past' };

/** Schedules a draft: it opens at its time, and its questions are fixed from now on. */
export async function publishRound(deps: Needs, { roundId, by }: Command): Promise<PublishOutcome> {
  return deps.db.transaction().execute(async (trx): Promise<PublishOutcome> => {
    const round = await lockOptionalRound(trx, roundId);
    if (!round) return { kind: 'unknown_round' };
    const now = deps.now();
    if (roundState(round, now) !== 'draft') return { kind: 'not_draft' };
    const { opens_at, time_zone } = round;
    if (opens_at <= now) return { kind: 'opening_past' };
    await markPublished(trx, { roundId, today: zonedDay(now, time_zone) });
    await note(trx, { round, now, kind: 'round_published', detail: { by } });
    return { kind: 'published', opens_at, time_zone };
  });
}

export type WithdrawOutcome =
  | { kind: 'withdrawn'; steps: number }
  | { kind: 'unknown_round' }
  /** A draft already, or closed. */
  | { kind: 'not_published' }
  /** Somebody has been written to, or has answered: the round goes on. */
  | { kind: 'begun' };

/**
 * Takes a published round back to a draft, until the first message has left or somebody has answered. Messages that
 * wait are cancelled.
 */
export async function withdrawRound(
  deps: Needs,
  { roundId, by, reason }: Command & { reason: string },
): Promise<WithdrawOutcome> {
  if (await selectHasAnswers(deps.db, roundId)) return { kind: 'begun' };
  const outcome = await deps.db.transaction().execute(async (trx): Promise<WithdrawOutcome> => {
    // From here on no message leaves: a sender takes its last look with this lock.
    const round = await lockOptionalRound(trx, roundId);
    if (!round) return { kind: 'unknown_round' };
    const now = deps.now();
    const state = roundState(round, now);
    if (state !== 'planned' && state !== 'open') return { kind: 'not_published' };
    if (await selectHasLeft(trx, roundId)) return { kind: 'begun' };
    await markDraft(trx, roundId);
    await note(trx, { round, now, kind: 'round_withdrawn', detail: { by, reason } });
    return { kind: 'withdrawn', steps: 0 };
  });
  if (outcome.kind !== 'withdrawn') return outcome;
  // Apart from the round's lock: whoever lists or sends messages takes the two the other way round.
  const steps = await selectWaitingSteps(deps.db, roundId);
  for (const step of steps) await deps.db.transaction().execute((trx) => cancelStep(trx, { roundId, step }));
  return { kind: 'withdrawn', steps: steps.length };
}

export type DiscardOutcome =
  | { kind: 'discarded' }
  | { kind: 'unknown_round' }
  | { kind: 'not_draft' }
  /** The name that was typed is not the round's. */
  | { kind: 'not_confirmed' };

/** Throws a draft away for good, with the people imported into it. The name of the round is typed to confirm it. */
export async function discardDraft(
  deps: Needs & Pick<Deps, 'keys'>,
  { roundId, by, typed }: Command & { typed: string },
): Promise<DiscardOutcome> {
  const outcome = await deps.db.transaction().execute(async (trx): Promise<DiscardOutcome> => {
    const round = await lockOptionalRound(trx, roundId);
    if (!round) return { kind: 'unknown_round' };
    const now = deps.now();
    if (roundState(round, now) !== 'draft') return { kind: 'not_draft' };
    if (typed.trim() !== roundId) return { kind: 'not_confirmed' };
    await markDiscarded(trx, { roundId, today: zonedDay(now, round.time_zone) });
    await note(trx, { round, now, kind: 'round_discarded', detail: { by } });
    return { kind: 'discarded' };
  });
  if (outcome.kind === 'discarded') deps.keys.deleteRoundKeys(roundId);
  return outcome;
}

async function note(
  trx: Db,
  { round, now, ...event }: { round: Round; now: Date; kind: string; detail: Readonly<Record<string, unknown>> },
): Promise<void> {
  await insertAuditEvent(trx, { on_date: zonedDay(now, round.time_zone), round_id: round.id, ...event });
}
