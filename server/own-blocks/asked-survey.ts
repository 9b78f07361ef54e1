import type { Db } from '../db/schema/index.ts';
import { askedSurveys, type AskedSurveys } from '../engine/asked-surveys.ts';
import { composeSurvey, ownBlockSchema, type OwnBlock } from '../engine/own-block.ts';
import type { Survey } from '../engine/survey.ts';
import { selectBlock, selectBlocksOfRound, type BlockName } from './round-blocks-store.ts';

export type { BlockName };

// Kept for ever: a published block never changes, so a survey composed of the same ones is the same.
const composed = new WeakMap<Survey, Map<string, Survey>>();

/**
 * The survey that a person is asked: the common one with the blocks that apply to them as last parts.
 * Blocks are read from the database once; without blocks it is the common survey and nothing is read.
 */
export async function askedSurvey(db: Db, common: Survey, blocks: readonly BlockName[]): Promise<Survey> {
  if (blocks.length === 0) return common;
  const known = composed.get(common) ?? new Map<string, Survey>();
  composed.set(common, known);
  const key = blocks.map(({ hash, ...name }) => `${Object.values(name).join('/')}#${hash}`).join('+');
  const survey = known.get(key) ?? composeSurvey(common, await Promise.all(blocks.map((name) => readBlock(db, name))));
  known.set(key, survey);
  return survey;
}

/** The blocks that a round asks, by institution and degree. */
export async function blocksOfRound(db: Db, roundId: string): Promise<OwnBlock[]> {
  const blocks = (await selectBlocksOfRound(db, roundId)).map((content) => ownBlockSchema.parse(content));
  return blocks.sort((a, b) => (ownerKey(a) < ownerKey(b) ? -1 : 1));
}

/** What a round asks of whom. */
export async function surveysOfRound(db: Db, roundId: string, common: Survey): Promise<AskedSurveys> {
  return askedSurveys(common, await blocksOfRound(db, roundId));
}

async function readBlock(db: Db, name: BlockName): Promise<OwnBlock> {
  return ownBlockSchema.parse(await selectBlock(db, name));
}

function ownerKey({ owner }: OwnBlock): string {
  return `${owner.institution}/${owner.degree ?? ''}`;
}
