import type { Command } from 'commander';
import { protectPeople } from '../messages/protect-people.ts';
import { CommandError, type CommandContext } from './context.ts';
import { unavailableRound } from './import-messages.ts';

type Options = { round?: string; off?: true };

/** `messages protect`. */
export function addProtectCommand(messages: Command, context: CommandContext): void {
  messages
    .command('protect [words...]')
    .usage('ROUND KEY…')
    .description('people whose address the register protects: they are never written to')
    .option('--round <round>', 'round')
    .option('--off', 'not any more')
    .action((words: string[], options: Options) => protect(context, words, options));
}

async function protect(context: CommandContext, words: readonly string[], options: Options): Promise<void> {
  const [roundId, ...personKeys] = options.round === undefined ? words : [options.round, ...words];
  if (roundId === undefined || personKeys.length === 0) throw new CommandError('Needed: ROUND (or --round ROUND) KEY…');
  const isProtected = options.off !== true;
  const outcome = await protectPeople(await context.deps(), { roundId, personKeys, isProtected });
  if (outcome.kind !== 'protected') throw unavailableRound(roundId, outcome);
  const { people } = outcome;
  if (people === 0) throw new CommandError(`Round ${roundId} has nobody of these keys.`);
  const missing = personKeys.length - people;
  context.result(
    { round: roundId, protected: isProtected, people, unknown: missing },
    `${people} people are ${isProtected ? 'protected' : 'not protected any more'}.${missing > 0 ? ` ${missing} keys are nobody's.` : ''}`,
  );
}
