import type { Deps } from '../deps.ts';
import type { OwnBlock } from '../engine/own-block.ts';
import { blocksOfRound } from './asked-survey.ts';
import { selectOptionalRoundSurvey } from './round-blocks-store.ts';

export type RoundBlocks =
  { kind: 'blocks'; survey: string; version: number; blocks: OwnBlock[] } | { kind: 'unknown_round' };

/** The own questions that a round asks, and of which version of which survey they are a part. */
export async function listBlocks(deps: Pick<Deps, 'ownerDb'>, roundId: string): Promise<RoundBlocks> {
  const round = await selectOptionalRoundSurvey(deps.ownerDb, roundId);
  if (!round) return { kind: 'unknown_round' };
  return { kind: 'blocks', ...round, blocks: await blocksOfRound(deps.ownerDb, roundId) };
}
