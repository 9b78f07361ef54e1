import type { Deps } from '../deps.ts';
import { countEdition, type CountEdition } from './count-edition.ts';
import { rowHashes } from './draft-parts.ts';
import { inSteps } from './in-steps.ts';
import { poolRounds } from './pool-rounds.ts';
import { windowsOf } from './pooling.ts';
import { fileHash, manifest, releaseFileSteps, type ReleaseContent } from './release-files.ts';
import { makeMeta } from './release-meta.ts';
import { toPreview, type Preview } from './preview.ts';
import { hashOfHashes } from './row-hashes.ts';

export type BuiltContent = {
  content: ReleaseContent;
  files: ReadonlyMap<string, string>;
  manifest: object;
  /** SHA-256 of tables.csv, and over the hashes of all rows. */
  tablesHash: string;
  rowsHash: string;
  period: string;
  preview: Preview;
};

export type ContentCommand = Omit<CountEdition, 'period' | 'pooling'> & {
  /** Years of graduation; null when nobody was asked. */
  period: string | null;
};

/** Counts and protects the responses of a round: figures, files and hashes, the same for the same data. */
export async function buildContent(
  deps: Pick<Deps, 'ownerDb' | 'surveys'>,
  command: ContentCommand,
): Promise<BuiltContent> {
  const { survey, blocks, build } = command;
  const period = command.period ?? 'none';
  const pooling = await poolRounds(deps, { ...command, period });
  const meta = makeMeta({ survey, blocks, period, windows: windowsOf(pooling) });
  const content = await countEdition(deps, { ...command, period, pooling });
  await build('writing');
  const files = await inSteps(releaseFileSteps(meta, content));
  return {
    content,
    files,
    manifest: manifest(meta, content, files),
    tablesHash: fileHash(files.get('tables.csv') ?? ''),
    rowsHash: hashOfHashes(rowHashes({ table: content.table, blocks })),
    period: meta.period,
    preview: toPreview(content),
  };
}
