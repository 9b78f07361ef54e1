import { letOthersIn } from '../db/long-work.ts';
import type { Deps } from '../deps.ts';
import { resendCorrected } from '../messages/delivery-store.ts';
import { senderOf } from '../messages/sender.ts';
import { listPeople, lockStepToList, updateListed, type OpenStep } from './step-store.ts';

/** Listed in one transaction: some 40 ms on the embedded database. */
const PEOPLE_AT_ONCE = 1000;

/** Lists the people of every step whose time has come, in short transactions; a break is gone on from. */
export async function openSteps(deps: Pick<Deps, 'ownerDb' | 'now'>): Promise<void> {
  for (;;) {
    const now = deps.now();
    const went = await deps.ownerDb.transaction().execute(async (trx) => {
      const step = await lockStepToList(trx, now);
      if (!step) return null;
      const last = await listPeople(trx, step, { institution: senderOf(step.step).sender, now, limit: PEOPLE_AT_ONCE });
      await updateListed(trx, step, last);
      return step;
    });
    if (!went) return;
    if (went.listed_to === null && went.channel === 'mail') await sendCorrectedFirst(deps, went);
    await letOthersIn();
  }
}

/** Whoever was not reached by an earlier message, and whose address was mended, gets that one and not the next. */
async function sendCorrectedFirst(deps: Pick<Deps, 'ownerDb' | 'now'>, step: OpenStep): Promise<void> {
  const { sender } = senderOf(step.step);
  const place = { roundId: step.round_id, institution: sender, now: deps.now() };
  await deps.ownerDb.transaction().execute((trx) => resendCorrected(trx, place));
}
