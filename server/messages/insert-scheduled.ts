import { insertAuditEvent } from '../audit/store.ts';
import type { Deps } from '../deps.ts';
import type { LiveRound } from '../invitations/open-live-round.ts';
import { zonedDay } from '../rounds/zoned-time.ts';
import type { DryRun } from './dry-run.ts';
import type { PlanStep } from './plan-schema.ts';
import { stepName, type Sender } from './sender.ts';
import { insertStep } from './step-store.ts';

export type Scheduled = {
  step: PlanStep;
  sender: Sender;
  version: number;
  round: LiveRound;
  startsAt: Date;
  run: DryRun;
};

/** Schedules a step with the number that was confirmed. Returns false when somebody else did so meanwhile. */
export async function insertScheduled(
  deps: Pick<Deps, 'ownerDb' | 'now'>,
  { step, sender, version, round, startsAt, run }: Scheduled,
  by: string | null,
): Promise<boolean> {
  return deps.ownerDb.transaction().execute(async (trx) => {
    const name = stepName(sender, step.code);
    const row = { round_id: round.id, step: name, plan_version: version, channel: step.channel };
    if (!(await insertStep(trx, { ...row, starts_at: startsAt, expected: run.recipients }))) return false;
    const detail = { step: name, plan_version: version, messages: run.recipients, by };
    const on_date = zonedDay(deps.now(), round.time_zone);
    await insertAuditEvent(trx, { on_date, kind: 'messages_scheduled', round_id: round.id, detail });
    return true;
  });
}
