import type { Deps } from '../deps.ts';
import type { LiveRound, RoundUnavailable } from '../invitations/open-live-round.ts';
import { blockingStep, stepTime } from './check-plan.ts';
import { dryRun, type DryRun } from './dry-run.ts';
import type { Finding } from './finding.ts';
import type { Channel, MessagePlan, PlanStep } from './plan-schema.ts';
import { insertScheduled, type Scheduled } from './insert-scheduled.ts';
import { findPlan, type PlanDeps } from './save-plan.ts';
import { stepName, type Sender } from './sender.ts';
import { nextSendingTime } from './sending-hours.ts';
import { selectOptionalStep } from './step-store.ts';
import { isTested } from './tested.ts';

/** How long a step can be cancelled before its first message, at least. */
const CANCEL_MS = 10 * 60_000;

export type { Scheduled };

export type ScheduleOutcome =
  /** Nothing was confirmed: what would be done, and whether it could be. */
  | ({ kind: 'dry_run' } & Scheduled)
  | ({ kind: 'scheduled' } & Scheduled)
  /** The number that was typed is not the number of messages. */
  | ({ kind: 'count_differs' } & Scheduled)
  | Refusal;

export type Refusal =
  | { kind: 'no_plan' }
  | { kind: 'unknown_step'; steps: string[] }
  | { kind: 'blocked'; findings: Finding[] }
  | { kind: 'not_tested'; template: string }
  | { kind: 'channel_off'; channel: Channel }
  | { kind: 'no_base_url' }
  | { kind: 'scheduled_before'; state: string }
  | { kind: 'nobody'; run: DryRun }
  | { kind: 'unknown_version' }
  | RoundUnavailable;

type Command = {
  roundId: string;
  sender?: Sender;
  /** Its code in the plan. */
  step: string;
  by?: string | null;
  /** The number of messages as it was typed; null = only say what would be done. */
  confirm: number | null;
  /** Channels that this installation sends by. */
  channels: readonly Channel[];
};

type Needs = PlanDeps & Pick<Deps, 'randomBytes'>;

/**
 * Schedules a step of the newest plan, after everything was checked and the number of its messages was typed. It
 * begins at its time, in ten minutes at the earliest: until then it can be cancelled without a trace.
 */
export async function scheduleStep(deps: Needs, command: Command): Promise<ScheduleOutcome> {
  const found = await findPlan(deps, command);
  if (found.kind !== 'plan') return found;
  const { plan, version, sender, round, findings } = found;
  if (version === null) return { kind: 'no_plan' };
  const step = plan.steps.find((one) => one.code === command.step);
  if (!step) return { kind: 'unknown_step', steps: plan.steps.map(({ code }) => code) };
  const blocking = blockingStep(plan, step, findings);
  const time = stepTime(step, round.time_zone);
  if (blocking.length > 0 || !time) return { kind: 'blocked', findings: blocking };
  const earlier = await selectOptionalStep(deps.ownerDb, { roundId: round.id, step: stepName(sender, step.code) });
  if (earlier && earlier.state !== 'cancelled') return { kind: 'scheduled_before', state: earlier.state };
  const startsAt = startOf(step, time, { round, now: deps.now() });
  const run = await dryRun(deps, { round, sender, plan, step, at: startsAt });
  const scheduled = { step, sender, version, round, startsAt, run };
  if (command.confirm === null) return { kind: 'dry_run', ...scheduled };
  const refusal = await whyNot(deps, command, { plan, step, round });
  if (refusal) return refusal;
  if (run.recipients === 0) return { kind: 'nobody', run };
  if (command.confirm !== run.recipients) return { kind: 'count_differs', ...scheduled };
  const isIn = await insertScheduled(deps, scheduled, command.by ?? null);
  return isIn ? { kind: 'scheduled', ...scheduled } : { kind: 'scheduled_before', state: 'scheduled' };
}

function startOf(step: PlanStep, time: Date, { round, now }: { round: LiveRound; now: Date }): Date {
  const earliest = new Date(Math.max(time.getTime(), now.getTime() + CANCEL_MS));
  return step.channel === 'letter' ? earliest : nextSendingTime(earliest, round.time_zone);
}

type Chosen = { plan: MessagePlan; step: PlanStep; round: LiveRound };

/** What keeps a step from being sent although its plan is right. */
async function whyNot(deps: Needs, command: Command, { plan, step, round }: Chosen): Promise<Refusal | null> {
  if (!command.channels.includes(step.channel)) return { kind: 'channel_off', channel: step.channel };
  if (deps.config.baseUrl === null) return { kind: 'no_base_url' };
  const { template } = step;
  return (await isTested(deps.ownerDb, { roundId: round.id, plan, template }))
    ? null
    : { kind: 'not_tested', template };
}
