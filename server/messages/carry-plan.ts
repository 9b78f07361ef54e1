import type { Db } from '../db/schema/index.ts';
import { zonedDay } from '../rounds/zoned-time.ts';
import { planHash } from './plan-hash.ts';
import { planSchema } from './plan-schema.ts';
import { insertPlan, selectLatestPlan, selectOwnPlanners } from './plan-store.ts';
import { shiftPlan } from './shift-plan.ts';

type Opening = { id: string; opens_at: Date; time_zone: string };

/**
 * Takes over the contact plans of an earlier round, the network's and those of institutions, their steps moved as
 * far as the opening is later. None = none.
 */
export async function carryPlan(
  trx: Db,
  { from, to, today }: { from: Opening; to: Opening; today: string },
): Promise<void> {
  const [then, now] = [from, to].map(({ opens_at, time_zone }) => zonedDay(opens_at, time_zone));
  const days = Math.round((Date.parse(`${now}T12:00:00Z`) - Date.parse(`${then}T12:00:00Z`)) / 86_400_000);
  let version = 1;
  for (const institution of ['', ...(await selectOwnPlanners(trx, from.id))]) {
    const latest = await selectLatestPlan(trx, from.id, institution);
    if (!latest) continue;
    const plan = shiftPlan(planSchema.parse(latest.content), { days, zone: to.time_zone });
    const content = { content: JSON.stringify(plan), hash: planHash(plan) };
    await insertPlan(trx, { roundId: to.id, institution, version, ...content, saved_on: today });
    version += 1;
  }
}
