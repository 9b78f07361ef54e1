import type { Command } from 'commander';
import { blockId } from '../engine/own-block.ts';
import { listBlocks } from '../own-blocks/list-blocks.ts';
import { CommandError, type CommandContext } from './context.ts';
import { roundAndWords } from './round-words.ts';

/** `rounds own-blocks`: with --json, the file that `releases from-files --own-blocks` takes. */
export function addOwnBlocksCommand(rounds: Command, context: CommandContext): void {
  rounds
    .command('own-blocks [round]')
    .description('own questions of institutions and degrees that a round asks; --json prints them whole')
    .option('--round <round>', 'the same as the word')
    .action((word: string | undefined, options: { round?: string }) => list(context, word, options));
}

async function list(context: CommandContext, word: string | undefined, options: { round?: string }): Promise<void> {
  const [roundId = ''] = roundAndWords(word === undefined ? [] : [word], options.round);
  const found = await listBlocks(await context.deps(), roundId);
  if (found.kind === 'unknown_round')
    throw new CommandError(`There is no round ${roundId}. uras rounds list shows all.`);
  const lines = found.blocks.map((block) => `${blockId(block)}  ${block.questions.map(({ code }) => code).join(', ')}`);
  context.result(found.blocks, lines.length > 0 ? lines.join('\n') : `Round ${roundId} asks no own questions.`);
}
