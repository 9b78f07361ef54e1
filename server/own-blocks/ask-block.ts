import type { Deps } from '../deps.ts';
import type { OwnBlock } from '../engine/own-block.ts';
import { blockHash } from './block-hash.ts';
import { insertBlock, selectBlock, upsertBlockOfRound } from './round-blocks-store.ts';

/**
 * Lets a round ask a block, which is published if it is not yet. Nobody may have answered the round.
 * Throws where another block of that owner and version is published: a published one never changes.
 */
export async function askBlock(deps: Pick<Deps, 'ownerDb' | 'now'>, roundId: string, block: OwnBlock): Promise<void> {
  const { survey, owner, version } = block;
  const place = { institution: owner.institution, degree: owner.degree ?? '' };
  const name = { survey, ...place, version, hash: blockHash(block) };
  await deps.ownerDb.transaction().execute(async (trx) => {
    const published_on = deps.now().toISOString().slice(0, 10);
    if (!(await insertBlock(trx, { ...name, content: block, published_on }))) await selectBlock(trx, name);
    await upsertBlockOfRound(trx, roundId, name);
  });
}
