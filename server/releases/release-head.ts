import type { OwnBlock } from '../engine/own-block.ts';

/** The row by which readers find a release, as it is known when it is built. */
export type ReleaseHead = {
  id: string;
  round_id: string;
  survey: string;
  version: number;
  period: string;
  invented: boolean;
  built_on: string;
  tables_hash: string;
  manifest: object;
  edition: number;
  rows_hash: string;
};

/** The name of an edition of a round's release: the round's for the first, then 'autumn-2026_2'. No round has a '_' in its name. */
export function releaseIdOf(roundId: string, edition: number): string {
  return edition === 1 ? roundId : `${roundId}_${edition}`;
}

/** The rows of own questions, so that reports need no other schema. */
export function ownBlockRows(releaseId: string, blocks: readonly OwnBlock[]) {
  return blocks.map((block) => ({
    release_id: releaseId,
    institution: block.owner.institution,
    degree: block.owner.degree ?? '',
    content: block,
  }));
}
