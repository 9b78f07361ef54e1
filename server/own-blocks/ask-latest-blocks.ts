import type { Db } from '../db/schema/index.ts';
import { blockId, type OwnBlock } from '../engine/own-block.ts';
import type { Survey } from '../engine/survey.ts';
import { decideFit, type Fit } from './decide-asking.ts';
import { isRelated, isSameOwner } from './load-block.ts';
import { insertAsked, selectBlocks } from './store.ts';

/** What a new round asks, by name ('X0101.v2'), and what it cannot. */
export type AskedByRound = {
  asked: readonly string[];
  leftOut: readonly { block: string; why: Exclude<Fit, 'may'> }[];
};

/** Lets a round that is being created ask the latest published version of each owner's own questions. */
export async function askLatestBlocks(
  trx: Db,
  { roundId, survey }: { roundId: string; survey: Survey },
): Promise<AskedByRound> {
  const blocks = (await selectBlocks(trx, survey.definition.survey)).map(({ block }) => block);
  const latest = blocks.filter(
    ({ owner }, index) => !blocks.slice(index + 1).some((later) => isSameOwner(later.owner, owner)),
  );
  const asked: OwnBlock[] = [];
  const leftOut: { block: string; why: Exclude<Fit, 'may'> }[] = [];
  // An institution's own block comes first: a degree's gives way where both ask the same.
  for (const block of latest.toSorted((a, b) => Number(a.owner.degree !== null) - Number(b.owner.degree !== null))) {
    const fit = decideFit(block, { survey, others: asked.filter(({ owner }) => isRelated(owner, block.owner)) });
    if (fit !== 'may') {
      leftOut.push({ block: blockId(block), why: fit });
      continue;
    }
    asked.push(block);
    await insertAsked(trx, { roundId, survey: block.survey, owner: block.owner, version: block.version });
  }
  return { asked: asked.map(blockId), leftOut };
}
