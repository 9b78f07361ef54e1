import type { Command } from 'commander';
import { readBounces } from '../jobs/read-bounces.ts';
import { CommandError, type CommandContext } from './context.ts';

/** `uras bounces read PATH`. */
export function addBouncesCommand(program: Command, context: CommandContext): void {
  program
    .command('bounces')
    .description('mails that came back')
    .command('read <path>')
    .description('note what came back: a folder of mails, a Maildir or an mbox file; nothing is deleted')
    .action((path: string) => read(context, path));
}

async function read(context: CommandContext, path: string): Promise<void> {
  const outcome = await readBounces(await context.deps(), context.path(path));
  if (outcome.kind === 'nothing_there') throw new CommandError(`There is no folder or file ${path}.`);
  const { counts } = outcome;
  const { mails, hard, soft, complaint, noted_before, unknown_message, no_bounce, unreadable } = counts;
  const noted = hard + soft + complaint;
  context.result(
    counts,
    [
      `${mails} mails read, ${noted} noted: ${hard} addresses do not exist, ${soft} did not take the mail now, ${complaint} called it spam.`,
      `Not noted: ${noted_before} known already, ${unknown_message} of no message of ours, ${no_bounce} no bounce, ${unreadable} unreadable.`,
      ...(hard > 0
        ? ['Import corrected addresses with uras population import; then those people can be written to again.']
        : []),
    ].join('\n'),
  );
}
