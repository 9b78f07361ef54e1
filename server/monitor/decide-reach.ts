import type { PlanStep } from '../messages/plan-schema.ts';
import { downToStep, LEAST, STEP } from './decide-bands.ts';

/** A degree as it is counted: how many have sent answers, and how many have begun, those included. */
export type DegreeCount = { target: number; refused: number; started: number; sent: number };
/** A step of the contact plan that is still to come. */
export type ComingStep = Pick<PlanStep, 'code' | 'audience' | 'reach'> & { at: Date };

/** What reports are still out of reach. */
export type Reach = {
  /** Degrees of ten people and more with fewer answers than a report needs. */
  under: number;
  /** Of them, those that enough people can still answer for. */
  openable: number;
  /** How many answers they need together, at most. */
  needed: number;
  /** Degrees with fewer than ten people: their answers are not followed here. */
  small: number;
  /** The step to come that can bring most of them, the earliest of such; and to how many people of theirs it goes at most. */
  best: { step: string; at: Date; people: number } | null;
};

/** Which degrees have too few answers for a report, what would open them, and which step serves them best. */
export function decideReach(degrees: readonly DegreeCount[], steps: readonly ComingStep[], threshold: number): Reach {
  const followed = degrees.filter(({ target }) => target >= LEAST);
  const under = followed.filter(({ sent }) => sent < threshold);
  const openable = under.filter(({ target, refused }) => target - refused >= threshold);
  const [best] = steps
    .filter(({ reach }) => reach === 'all')
    .map(({ code, at, audience }) => ({
      step: code,
      at,
      people: openable.reduce((sum, degree) => sum + mostOf(audience, degree), 0),
    }))
    .toSorted((one, other) => other.people - one.people || one.at.getTime() - other.at.getTime());
  return {
    under: under.length,
    openable: openable.length,
    needed: neededOf(openable, threshold),
    small: degrees.filter(({ target }) => target > 0 && target < LEAST).length,
    best: best && best.people > 0 ? best : null,
  };
}

/**
 * How many answers are missing, rounded up to a full five, and so many that each degree could still miss as many as it
 * can: the number never tells what one of them has.
 */
function neededOf(openable: readonly DegreeCount[], threshold: number): number {
  if (openable.length === 0) return 0;
  const missing = openable.reduce((sum, { sent }) => sum + threshold - sent, 0);
  return upToStep(Math.max(missing, openable.length - 1 + threshold));
}

/** To how many people of a group a step goes at most, from what is shown of them: full fives alone. */
export function mostOf(audience: PlanStep['audience'], { target, refused, started, sent }: DegreeCount): number {
  const [begun, done] = [downToStep(started), downToStep(sent)];
  switch (audience) {
    case 'not_started':
      return Math.max(0, target - refused - begun);
    case 'partial':
      return Math.max(0, Math.min(target, begun + STEP - 1) - done);
    case 'not_answered':
      return Math.max(0, target - refused - done);
    default:
      return audience satisfies never;
  }
}

function upToStep(count: number): number {
  return Math.ceil(count / STEP) * STEP;
}
