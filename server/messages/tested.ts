import { insertAuditEvent } from '../audit/store.ts';
import type { Db } from '../db/schema/index.ts';
import { templateHash } from './plan-hash.ts';
import type { MessagePlan } from './plan-schema.ts';
import { insertTest, selectTested } from './plan-store.ts';

type Place = { roundId: string; plan: MessagePlan; template: string };

/** Whether a template was sent as a test since it was last changed. */
export async function isTested(db: Db, { roundId, plan, template }: Place): Promise<boolean> {
  const hash = templateHash(plan.templates[template] ?? {});
  return (await selectTested(db, roundId, [hash])).has(hash);
}

/** Notes that the template of a step was sent as a test, as it is. `step`: its name in the round. */
export async function noteTest(
  db: Db,
  { roundId, plan, template, day, step, by }: Place & { day: string; step: string; by: string | null },
): Promise<void> {
  const template_hash = templateHash(plan.templates[template] ?? {});
  await db.transaction().execute(async (trx) => {
    await insertTest(trx, { round_id: roundId, template_hash, tested_on: day });
    const detail = { step, template, by };
    await insertAuditEvent(trx, { on_date: day, kind: 'messages_tested', round_id: roundId, detail });
  });
}
