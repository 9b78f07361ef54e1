import type { Deps } from '../deps.ts';
import { openLiveRound, type RoundUnavailable } from '../invitations/open-live-round.ts';
import { stepTime } from './check-plan.ts';
import { LEFT_OUT } from './decide-recipient.ts';
import { planSchema } from './plan-schema.ts';
import { selectLatestPlan } from './plan-store.ts';
import { senderOf, type Sender } from './sender.ts';
import { selectMessageCounts, selectProblems, selectSteps } from './step-store.ts';

/** A step as those who run the round see it: its state and what became of every message. */
export type StepView = {
  step: string;
  channel: string;
  state: string;
  plan_version: number | null;
  starts_at: string | null;
  confirmed: number | null;
  waiting: number;
  under_way: number;
  sent: number;
  failed: number;
  bounced: number;
  uncertain: number;
  /** Of the uncertain ones: those of which nobody has decided. */
  undecided: number;
  left_out: Record<string, number>;
};

export type SendingView = {
  kind: 'sending';
  round: string;
  time_zone: string;
  steps: StepView[];
  /** Why messages failed or came back, by receiving domain. */
  problems: { step: string; state: string; problem: string; domain: string; count: number }[];
};

/** The steps of a round, scheduled or only planned, with their numbers. */
export async function showSending(
  deps: Pick<Deps, 'ownerDb' | 'keys' | 'surveys'>,
  roundId: string,
  sender: Sender = '',
): Promise<SendingView | RoundUnavailable> {
  const round = await openLiveRound(deps, roundId);
  if (round.kind !== 'round') return round;
  const latest = await selectLatestPlan(deps.ownerDb, round.id, sender);
  const scheduled = (await selectSteps(deps.ownerDb, round.id)).filter((row) => senderOf(row.step).sender === sender);
  const counts = await selectMessageCounts(deps.ownerDb, round.id);
  const planned = latest ? planSchema.parse(latest.content).steps : [];
  const steps = scheduled.map((row): StepView => {
    const of = counts.get(row.step) ?? {};
    const number = (...states: string[]) => states.reduce((sum, state) => sum + (of[state] ?? 0), 0);
    return {
      step: senderOf(row.step).code,
      channel: row.channel,
      state: row.state,
      plan_version: row.plan_version,
      starts_at: row.starts_at.toISOString(),
      confirmed: row.expected,
      waiting: number('planned'),
      under_way: number('claimed', 'handed_over'),
      sent: number('sent'),
      failed: number('failed'),
      bounced: number('bounced'),
      uncertain: number('uncertain'),
      undecided: number('undecided'),
      left_out: leftOutOf(row.counts),
    };
  });
  const unscheduled = planned.filter(({ code }) => !scheduled.some((row) => senderOf(row.step).code === code));
  const found = await selectProblems(deps.ownerDb, round.id);
  const problems = found.filter(({ step }) => senderOf(step).sender === sender);
  const view = { kind: 'sending' as const, round: round.id, time_zone: round.time_zone, problems };
  return { ...view, steps: [...steps, ...unscheduled.map((step) => plannedView(step, round.time_zone))] };
}

function plannedView(step: { code: string; channel: string; at: string }, zone: string): StepView {
  const nothing = { waiting: 0, under_way: 0, sent: 0, failed: 0, bounced: 0, uncertain: 0, undecided: 0 };
  return {
    step: step.code,
    channel: step.channel,
    state: 'planned',
    plan_version: null,
    starts_at: stepTime(step, zone)?.toISOString() ?? null,
    confirmed: null,
    ...nothing,
    left_out: {},
  };
}

function leftOutOf(counts: Readonly<Record<string, number>>): Record<string, number> {
  const reasons: readonly string[] = [...LEFT_OUT, 'gone', 'cancelled'];
  return Object.fromEntries(Object.entries(counts).filter(([reason]) => reasons.includes(reason)));
}
