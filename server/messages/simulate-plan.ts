import type { Language } from '../engine/text.ts';
import { decideRecipient, type LeftOut, type Recipient, type RoundWindow } from './decide-recipient.ts';
import type { MessagePlan, PlanStep } from './plan-schema.ts';
import { stepTime } from './check-plan.ts';
import type { Sender } from './sender.ts';
import { nextSendingTime } from './sending-hours.ts';

/** A person as the simulator knows them; nobody answers or refuses while it runs. */
export type SimulatedPerson = { key: string; language: Language; recipient: Recipient };

export type SimulatedMessage = {
  step: string;
  channel: PlanStep['channel'];
  at: Date;
  key: string;
  language: Language;
};

export type Simulation = {
  messages: SimulatedMessage[];
  steps: {
    step: string;
    startsAt: Date;
    endsAt: Date | null;
    messages: number;
    leftOut: Partial<Record<LeftOut, number>>;
  }[];
};

type Setting = {
  sender: Sender;
  round: RoundWindow & { time_zone: string };
  people: readonly SimulatedPerson[];
  /** Where virtual time begins: what is due before is sent then. */
  now: Date;
  perMinute: number;
  /** Steps that are over: they are not sent again. */
  over: ReadonlySet<string>;
  /** Steps that are scheduled, and for when. */
  scheduled: ReadonlyMap<string, Date>;
};

const MINUTE_MS = 60_000;

/**
 * Runs a whole plan in virtual time: each step at its time, each person asked as the queue asks, each domain at its
 * pace, nothing at night. The worst case: nobody answers in between.
 */
export function simulatePlan(plan: MessagePlan, setting: Setting): Simulation {
  const zone = setting.round.time_zone;
  const state = new Map(setting.people.map(({ key, recipient }) => [key, { ...recipient }]));
  const pace = makePace(zone, setting.perMinute);
  const result: Simulation = { messages: [], steps: [] };
  for (const { step, startsAt } of stepsInOrder(plan, setting)) {
    const leftOut: Partial<Record<LeftOut, number>> = {};
    const before = result.messages.length;
    for (const { key, language } of setting.people) {
      const recipient = state.get(key);
      if (!recipient) continue;
      const at = pace.next(step, recipient, startsAt);
      const decision = decideRecipient({ ...step, sender: setting.sender }, recipient, setting.round, at);
      if (decision.kind === 'left_out') {
        leftOut[decision.reason] = (leftOut[decision.reason] ?? 0) + 1;
        continue;
      }
      pace.take(step, recipient, at);
      recipient.messages += 1;
      recipient.lastContact = at;
      result.messages.push({ step: step.code, channel: step.channel, at, key, language });
    }
    const sent = result.messages.slice(before);
    const endsAt = sent.length === 0 ? null : new Date(Math.max(...sent.map(({ at }) => at.getTime())));
    result.steps.push({ step: step.code, startsAt, endsAt, messages: sent.length, leftOut });
  }
  return result;
}

function stepsInOrder(
  plan: MessagePlan,
  { round, now, over, scheduled }: Setting,
): { step: PlanStep; startsAt: Date }[] {
  return plan.steps
    .flatMap((step) => {
      const time = scheduled.get(step.code) ?? stepTime(step, round.time_zone);
      if (!time || over.has(step.code)) return [];
      const earliest = time < now ? now : time;
      return [{ step, startsAt: step.channel === 'letter' ? earliest : nextSendingTime(earliest, round.time_zone) }];
    })
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

/** A domain takes `perMinute` messages in each minute, as the queue lets it. */
function makePace(zone: string, perMinute: number) {
  const minutes = new Map<string, { at: Date; used: number }>();
  const lane = (step: PlanStep, { email }: Recipient) =>
    step.channel === 'mail' ? ((email ?? '').toLowerCase().split('@')[1] ?? '') : step.channel;
  return {
    next(step: PlanStep, person: Recipient, startsAt: Date): Date {
      const current = minutes.get(lane(step, person));
      if (step.channel === 'letter' || !current || current.at < startsAt) return startsAt;
      const at = current.used < perMinute ? current.at : new Date(current.at.getTime() + MINUTE_MS);
      return nextSendingTime(at, zone);
    },
    take(step: PlanStep, person: Recipient, at: Date): void {
      const current = minutes.get(lane(step, person));
      const isSame = current?.at.getTime() === at.getTime();
      minutes.set(lane(step, person), { at, used: isSame ? current.used + 1 : 1 });
    },
  };
}

export type PlanDifference = {
  /** By step: messages that only one of the plans sends, and those whose time moved. */
  steps: { step: string; added: number; gone: number; moved: number; same: number }[];
  added: SimulatedMessage[];
  gone: SimulatedMessage[];
};

/** What another plan would send that one does not, and the other way round. */
export function differenceOf(before: Simulation, after: Simulation): PlanDifference {
  const nameOf = (message: SimulatedMessage) => `${message.step}\n${message.key}`;
  const earlier = new Map(before.messages.map((message) => [nameOf(message), message]));
  const later = new Map(after.messages.map((message) => [nameOf(message), message]));
  const added = after.messages.filter((message) => !earlier.has(nameOf(message)));
  const gone = before.messages.filter((message) => !later.has(nameOf(message)));
  const both = after.messages.filter((message) => earlier.has(nameOf(message)));
  const isMoved = (message: SimulatedMessage) => earlier.get(nameOf(message))?.at.getTime() !== message.at.getTime();
  const codes = [...new Set([...before.steps, ...after.steps].map(({ step }) => step))];
  const ofStep = (messages: readonly SimulatedMessage[], code: string) =>
    messages.filter(({ step }) => step === code).length;
  const steps = codes.map((step) => {
    const moved = ofStep(both.filter(isMoved), step);
    return { step, added: ofStep(added, step), gone: ofStep(gone, step), moved, same: ofStep(both, step) - moved };
  });
  return { steps, added, gone };
}
