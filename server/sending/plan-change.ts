import { selectKeptPlan } from '../messages/plan-store.ts';
import { linkTo, type SendingDeps, type SendingVisit } from './visit.ts';

/** What an institution can do about whose plan its people follow. */
export type PlanChange = { action: string; label: string; lead: string };

/** It: hands back the plan that it has, or takes up the one that it handed back. `version` null = it has none in use. */
export async function changeOf(
  deps: SendingDeps,
  visit: SendingVisit,
  version: number | null,
): Promise<PlanChange | null> {
  const { sender, roundId, t } = visit;
  if (sender === '') return null;
  if (version !== null)
    return { action: linkTo(visit, '/plan/hand-back'), label: t.plan.handBack, lead: t.plan.handBackHint };
  const kept = await selectKeptPlan(deps.ownerDb, roundId, sender);
  return (
    kept && { action: linkTo(visit, '/plan/take-up'), label: t.plan.takeUp, lead: t.plan.kept(String(kept.version)) }
  );
}
