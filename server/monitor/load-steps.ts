import type { Deps } from '../deps.ts';
import { stepTime } from '../messages/check-plan.ts';
import { planSchema } from '../messages/plan-schema.ts';
import { selectLatestPlan } from '../messages/plan-store.ts';
import { senderOf } from '../messages/sender.ts';
import { selectSteps } from '../messages/step-store.ts';
import { decideSteps, type Steps } from './decide-steps.ts';

/** The plan that writes to the people of an institution: its own, or the network's. */
export async function loadSteps(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  round: { id: string; time_zone: string; closes_at: Date },
  institution: string,
): Promise<{ steps: Steps; hasPlan: boolean }> {
  const own = institution === '' ? null : await selectLatestPlan(db, round.id, institution);
  const sender = own ? institution : '';
  const row = own ?? (await selectLatestPlan(db, round.id));
  const plan = row ? planSchema.parse(row.content) : null;
  const scheduled = (await selectSteps(db, round.id)).flatMap(({ step, state, starts_at, expected }) => {
    const { sender: of, code } = senderOf(step);
    return of === sender ? [{ code, state, at: starts_at, confirmed: expected }] : [];
  });
  const planned = (plan?.steps ?? []).map((step) => ({ ...step, starts: stepTime(step, round.time_zone) }));
  // The network's numbers are those of everybody's people.
  const isTheirs = sender === institution;
  const steps = decideSteps(planned, scheduled, { now: now(), closes_at: round.closes_at, isTheirs });
  return { steps, hasPlan: plan !== null };
}
