import type { PlanStep } from '../messages/plan-schema.ts';
import type { ComingStep } from './decide-reach.ts';

const GOING = ['listing', 'sending', 'paused'];

/** A step of a plan that was scheduled, or is under way. */
export type ScheduledStep = { code: string; state: string; at: Date; confirmed: number };
/** `confirmed`: the number of messages that was confirmed when it was scheduled; null = none, or not theirs to see. */
export type NextStep = ComingStep & { isScheduled: boolean; confirmed: number | null };
export type Steps = {
  /** Still to come, the next one first. */
  coming: readonly NextStep[];
  /** Being sent now. */
  going: readonly string[];
  /** When those began that have begun. */
  begun: readonly Date[];
};

/** Where the steps of a plan are. `isTheirs`: whether the numbers of its messages are those of whoever looks. */
export function decideSteps(
  planned: readonly (PlanStep & { starts: Date | null })[],
  scheduled: readonly ScheduledStep[],
  { now, closes_at, isTheirs }: { now: Date; closes_at: Date; isTheirs: boolean },
): Steps {
  const coming = planned.flatMap(({ code, audience, reach, starts }): NextStep[] => {
    const one = scheduled.find((step) => step.code === code && step.state !== 'cancelled');
    if (one && one.state !== 'scheduled') return [];
    const at = one?.at ?? starts;
    const isAhead = at !== null && at > now && at < closes_at;
    const confirmed = one && isTheirs ? one.confirmed : null;
    return isAhead ? [{ code, audience, reach, at, isScheduled: one !== undefined, confirmed }] : [];
  });
  return {
    coming: coming.toSorted((one, other) => one.at.getTime() - other.at.getTime()),
    going: scheduled.flatMap(({ code, state }) => (GOING.includes(state) ? [code] : [])),
    begun: scheduled.flatMap(({ at, state }) => (GOING.includes(state) || state === 'done' ? [at] : [])),
  };
}
