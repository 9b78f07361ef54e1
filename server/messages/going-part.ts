import type { Db } from '../db/schema/index.ts';
import { planSchema, type MessagePlan, type PlanStep } from './plan-schema.ts';
import { selectOptionalPlan } from './plan-store.ts';
import { selectGoingStep } from './recipient-store.ts';
import { senderOf, type Sender } from './sender.ts';

/** A step that is being sent, by the version of the plan that was scheduled. */
export type GoingPart = { step: PlanStep & { sender: Sender }; plan: MessagePlan; version: number };

// A version never changes, so each is read once.
const plans = new Map<string, MessagePlan>();

/** The step as it is to be sent now; null when it was cancelled or halted meanwhile. */
export async function findGoingPart(db: Db, place: { roundId: string; step: string }): Promise<GoingPart | null> {
  const going = await selectGoingStep(db, place);
  if (!going || (going.state !== 'listing' && going.state !== 'sending')) return null;
  const plan = await readPlan(db, place.roundId, going.plan_version);
  const { sender, code } = senderOf(place.step);
  const step = plan?.steps.find((one) => one.code === code);
  return plan && step ? { step: { ...step, sender }, plan, version: going.plan_version } : null;
}

/** One version of a round's plan, or null. */
export async function readPlan(db: Db, roundId: string, version: number): Promise<MessagePlan | null> {
  const row = await selectOptionalPlan(db, { roundId, version });
  if (!row) return null;
  const known = plans.get(row.hash);
  if (known) return known;
  const plan = planSchema.parse(row.content);
  plans.set(row.hash, plan);
  return plan;
}
