import type { Db } from '../db/schema/index.ts';
import type { Survey } from '../engine/survey.ts';
import { decideFit } from './decide-asking.ts';
import { isSameOwner } from './load-block.ts';
import { insertAsked, selectAskedBy, selectBlocks } from './store.ts';

/** Lets a new round ask the own questions that an earlier one asked, as far as its version of the survey has their scales. */
export async function askBlocksOf(
  trx: Db,
  { from, roundId, survey }: { from: string; roundId: string; survey: Survey },
): Promise<void> {
  const name = survey.definition.survey;
  const asked = await selectAskedBy(trx, [from]);
  const blocks = (await selectBlocks(trx, name)).map(({ block }) => block);
  for (const { owner, version } of asked) {
    const block = blocks.find((one) => isSameOwner(one.owner, owner) && one.version === version);
    if (block && decideFit(block, survey) === 'may') await insertAsked(trx, { roundId, survey: name, owner, version });
  }
}
