import type { Db } from '../db/schema/index.ts';
import { zonedDay } from '../rounds/zoned-time.ts';
import { planHash } from './plan-hash.ts';
import { planSchema } from './plan-schema.ts';
import { insertPlan, selectLatestPlan } from './plan-store.ts';
import { shiftPlan } from './shift-plan.ts';

type Opening = { id: string; opens_at: Date; time_zone: string };

/** Takes over the contact plan of an earlier round, its steps moved as far as the opening is later. None = none. */
export async function carryPlan(
  trx: Db,
  { from, to, today }: { from: Opening; to: Opening; today: string },
): Promise<void> {
  const latest = await selectLatestPlan(trx, from.id);
  if (!latest) return;
  const [then, now] = [from, to].map(({ opens_at, time_zone }) => zonedDay(opens_at, time_zone));
  const days = Math.round((Date.parse(`${now}T12:00:00Z`) - Date.parse(`${then}T12:00:00Z`)) / 86_400_000);
  const plan = shiftPlan(planSchema.parse(latest.content), { days, zone: to.time_zone });
  const row = { roundId: to.id, version: 1, content: JSON.stringify(plan), hash: planHash(plan), saved_on: today };
  await insertPlan(trx, row);
}
