import type { OwnBlock } from '../engine/own-block.ts';
import type { Survey } from '../engine/survey.ts';
import { readBlocksFile } from '../own-blocks/read-blocks-file.ts';
import { CommandError, type CommandContext } from './context.ts';

/** The own questions of `--own-blocks FILE.json`; none without the option. */
export async function ownBlocksOf(
  context: CommandContext,
  survey: Survey,
  file: string | undefined,
): Promise<readonly OwnBlock[]> {
  if (file === undefined) return [];
  const read = await readBlocksFile(context.path(file), survey);
  if (read.kind === 'unusable')
    throw new CommandError(
      `The own questions of ${file} cannot be used:\n${read.reasons.map((reason) => `  ${reason}`).join('\n')}`,
    );
  return read.blocks;
}
