import type { Db } from '../db/schema/index.ts';
import { blockId } from '../engine/own-block.ts';
import type { Survey } from '../engine/survey.ts';
import { decideFit } from './decide-asking.ts';
import { isSameOwner } from './load-block.ts';
import { insertAsked, selectBlocks } from './store.ts';

/** What a new round asks, by name ('X0101.v2'), and what it cannot, since its survey lacks a scale. */
export type AskedByRound = { asked: readonly string[]; leftOut: readonly string[] };

/** Lets a round that is being created ask the latest published version of each owner's own questions. */
export async function askLatestBlocks(
  trx: Db,
  { roundId, survey }: { roundId: string; survey: Survey },
): Promise<AskedByRound> {
  const blocks = (await selectBlocks(trx, survey.definition.survey)).map(({ block }) => block);
  const latest = blocks.filter(
    ({ owner }, index) => !blocks.slice(index + 1).some((later) => isSameOwner(later.owner, owner)),
  );
  const fitting = latest.filter((block) => decideFit(block, survey) === 'may');
  for (const { survey: name, owner, version } of fitting)
    await insertAsked(trx, { roundId, survey: name, owner, version });
  const leftOut = latest.filter((block) => !fitting.includes(block));
  return { asked: fitting.map(blockId), leftOut: leftOut.map(blockId) };
}
