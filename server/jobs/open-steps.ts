import { letOthersIn } from '../db/long-work.ts';
import type { Deps } from '../deps.ts';
import { senderOf } from '../messages/sender.ts';
import { listPeople, lockStepToList, updateListed } from './step-store.ts';

/** Listed in one transaction: some 40 ms on the embedded database. */
const PEOPLE_AT_ONCE = 1000;

/** Lists the people of every step whose time has come, in short transactions; a break is gone on from. */
export async function openSteps(deps: Pick<Deps, 'ownerDb' | 'now'>): Promise<void> {
  for (;;) {
    const now = deps.now();
    const went = await deps.ownerDb.transaction().execute(async (trx) => {
      const step = await lockStepToList(trx, now);
      if (!step) return false;
      const last = await listPeople(trx, step, { institution: senderOf(step.step).sender, now, limit: PEOPLE_AT_ONCE });
      await updateListed(trx, step, last);
      return true;
    });
    if (!went) return;
    await letOthersIn();
  }
}
