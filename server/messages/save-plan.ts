import { insertAuditEvent } from '../audit/store.ts';
import type { Deps } from '../deps.ts';
import { openLiveRound, type LiveRound, type RoundUnavailable } from '../invitations/open-live-round.ts';
import { zonedDay } from '../rounds/zoned-time.ts';
import { checkPlan } from './check-plan.ts';
import { defaultPlan } from './default-plan.ts';
import type { Finding } from './finding.ts';
import { longestFacts } from './longest-facts.ts';
import { planHash } from './plan-hash.ts';
import { planSchema, type MessagePlan } from './plan-schema.ts';
import { insertPlan, selectLastVersion, selectLatestPlan, selectOptionalPlan } from './plan-store.ts';
import type { Sender } from './sender.ts';

export type PlanDeps = Pick<Deps, 'ownerDb' | 'keys' | 'surveys' | 'config' | 'now'>;

/** A plan as a round has it; `version` null = the plan that is offered, saved by nobody. */
export type FoundPlan = {
  plan: MessagePlan;
  version: number | null;
  sender: Sender;
  findings: Finding[];
  round: LiveRound;
};

/**
 * The newest plan of a sender, or an earlier version, or the offered one; with what is wrong with it. An institution
 * is offered the network's plan.
 */
export async function findPlan(
  deps: PlanDeps,
  input: { roundId: string; sender?: Sender | undefined; version?: number },
): Promise<({ kind: 'plan' } & FoundPlan) | { kind: 'unknown_version' } | RoundUnavailable> {
  const round = await openLiveRound(deps, input.roundId);
  if (round.kind !== 'round') return round;
  const { version, sender = '' } = input;
  const row =
    version === undefined
      ? await selectLatestPlan(deps.ownerDb, round.id, sender)
      : await selectOptionalPlan(deps.ownerDb, { roundId: round.id, version });
  if (!row && version !== undefined) return { kind: 'unknown_version' };
  const offered = row ?? (sender === '' ? null : await selectLatestPlan(deps.ownerDb, round.id));
  const plan = offered ? planSchema.parse(offered.content) : defaultPlan(round);
  const findings = await findingsOf(deps, round, plan);
  return { kind: 'plan', plan, version: row?.version ?? null, sender, findings, round };
}

export type SavePlanOutcome =
  | { kind: 'saved' | 'unchanged'; version: number; findings: Finding[] }
  /** Somebody else saved a plan meanwhile. */
  | { kind: 'overtaken' }
  | RoundUnavailable;

/** Saves a plan as the next version, whatever is wrong with it: it is told, and keeps its steps from being scheduled. */
export async function savePlan(
  deps: PlanDeps,
  input: {
    roundId: string;
    sender?: Sender;
    plan: MessagePlan;
    /** The version that was changed: nothing is saved over another one. */
    basedOn?: number | null;
    by?: string | null;
  },
): Promise<SavePlanOutcome> {
  const round = await openLiveRound(deps, input.roundId);
  if (round.kind !== 'round') return round;
  const { plan, sender = '' } = input;
  const findings = await findingsOf(deps, round, plan);
  const hash = planHash(plan);
  const saved_on = zonedDay(deps.now(), round.time_zone);
  return deps.ownerDb.transaction().execute(async (trx) => {
    const latest = await selectLatestPlan(trx, round.id, sender);
    if (latest?.hash === hash) return { kind: 'unchanged', version: latest.version, findings };
    if (input.basedOn !== undefined && input.basedOn !== (latest?.version ?? null)) {
      return { kind: 'overtaken' };
    }
    const version = (await selectLastVersion(trx, round.id)) + 1;
    const row = { roundId: round.id, institution: sender, version, content: JSON.stringify(plan), hash, saved_on };
    if (!(await insertPlan(trx, row))) return { kind: 'overtaken' };
    await insertAuditEvent(trx, {
      on_date: saved_on,
      kind: 'message_plan_saved',
      round_id: round.id,
      detail: { version, institution: sender, by: input.by ?? null },
    });
    return { kind: 'saved', version, findings };
  });
}

/** What is wrong with a plan for a round. */
export async function findingsOf(
  deps: Pick<Deps, 'ownerDb' | 'config'>,
  round: LiveRound,
  plan: MessagePlan,
): Promise<Finding[]> {
  return checkPlan(plan, round, await longestFacts(deps, round));
}
