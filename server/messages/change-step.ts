import { insertAuditEvent } from '../audit/store.ts';
import type { Deps } from '../deps.ts';
import { openLiveRound, type LiveRound, type RoundUnavailable } from '../invitations/open-live-round.ts';
import { zonedDay } from '../rounds/zoned-time.ts';
import {
  cancelStep,
  continueStep,
  leaveUncertain,
  pauseStep,
  resendUncertain,
  selectOptionalStep,
} from './step-store.ts';

type Needs = Pick<Deps, 'ownerDb' | 'keys' | 'surveys' | 'now'>;
/** `step`: its name in the round. `by`: who does it; null = a command. */
type Place = { roundId: string; step: string; by?: string | null };
type Missing = { kind: 'not_scheduled' } | RoundUnavailable;

export type CancelOutcome =
  /** `waiting`: messages that were listed and do not leave. `before`: nothing had left. */
  { kind: 'cancelled'; waiting: number; before: boolean } | { kind: 'over'; state: string } | Missing;

/** Cancels a scheduled step: before its first message without a trace, later for those who have not got it. */
export async function cancelScheduled(deps: Needs, place: Place): Promise<CancelOutcome> {
  const round = await openLiveRound(deps, place.roundId);
  if (round.kind !== 'round') return round;
  return deps.ownerDb.transaction().execute(async (trx) => {
    const step = await selectOptionalStep(trx, place);
    if (!step) return { kind: 'not_scheduled' };
    if (step.state === 'done' || step.state === 'cancelled') return { kind: 'over', state: step.state };
    const waiting = await cancelStep(trx, place);
    const detail = { step: place.step, waiting, by: place.by ?? null };
    await note(trx, deps, { round, kind: 'messages_cancelled', detail });
    return { kind: 'cancelled', waiting, before: step.state === 'scheduled' };
  });
}

export type HaltOutcome = { kind: 'changed' } | { kind: 'not_so' } | Missing;

/** Halts a step, or lets it go on. */
export async function haltStep(deps: Needs, place: Place & { go: boolean }): Promise<HaltOutcome> {
  const round = await openLiveRound(deps, place.roundId);
  if (round.kind !== 'round') return round;
  return deps.ownerDb.transaction().execute(async (trx) => {
    if (!(await selectOptionalStep(trx, place))) return { kind: 'not_scheduled' };
    if (!(await (place.go ? continueStep : pauseStep)(trx, place))) return { kind: 'not_so' };
    const kind = place.go ? 'messages_continued' : 'messages_paused';
    await note(trx, deps, { round, kind, detail: { step: place.step, by: place.by ?? null } });
    return { kind: 'changed' };
  });
}

export type ResolveOutcome = { kind: 'resolved'; messages: number } | Missing;

/**
 * Decides about messages of which nobody knows whether they have left: sent again, at the risk of a double, or left
 * as they are. `personKey` null = all of the step.
 */
export async function resolveUncertain(
  deps: Needs,
  command: Place & { personKey: string | null; deed: 'resend' | 'leave' },
): Promise<ResolveOutcome> {
  const round = await openLiveRound(deps, command.roundId);
  if (round.kind !== 'round') return round;
  return deps.ownerDb.transaction().execute(async (trx) => {
    if (!(await selectOptionalStep(trx, command))) return { kind: 'not_scheduled' };
    const messages = await (command.deed === 'resend' ? resendUncertain : leaveUncertain)(trx, command);
    const detail = { step: command.step, deed: command.deed, messages, by: command.by ?? null };
    if (messages > 0) await note(trx, deps, { round, kind: 'messages_resolved', detail });
    return { kind: 'resolved', messages };
  });
}

async function note(
  trx: Deps['ownerDb'],
  deps: Pick<Deps, 'now'>,
  { round, kind, detail }: { round: LiveRound; kind: string; detail: Record<string, unknown> },
): Promise<void> {
  const on_date = zonedDay(deps.now(), round.time_zone);
  await insertAuditEvent(trx, { on_date, kind, round_id: round.id, detail });
}
