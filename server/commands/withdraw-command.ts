import type { Command } from 'commander';
import { withdrawPerson } from '../invitations/withdraw-person.ts';
import { CommandError, type CommandContext } from './context.ts';
import { unavailableRound } from './import-messages.ts';
import { roundAndWords } from './round-words.ts';

type Options = { round?: string; person: string; confirm?: true };

/** `population withdraw`: a person who should not have been asked. */
export function addWithdrawCommand(population: Command, context: CommandContext): void {
  population
    .command('withdraw [words...]')
    .usage('--round ROUND --person KEY --confirm')
    .description('take a person out of a round who should not have been asked, with all that they answered')
    .option('--round <round>', 'round')
    .requiredOption('--person <key>', 'person key')
    .option('--confirm', 'do it: what is deleted cannot be brought back')
    .action((words: string[], options: Options) => withdraw(context, words, options));
}

async function withdraw(context: CommandContext, words: readonly string[], options: Options): Promise<void> {
  const [roundId = ''] = roundAndWords(words, options.round);
  if (options.confirm !== true) {
    throw new CommandError('Nothing was done: the person and their answers would be deleted for good. Add --confirm.');
  }
  const outcome = await withdrawPerson(await context.deps(), { roundId, personKey: options.person });
  switch (outcome.kind) {
    case 'withdrawn':
      return context.result(
        { round: roundId, withdrawn: 1 },
        'The person is out of the round, with messages and answers. Their link says that the invitation was a mistake.',
      );
    case 'unknown_person':
      throw new CommandError(`Round ${roundId} has no such person.`);
    case 'unknown_round':
    case 'frozen':
    case 'keys_missing':
    case 'definition_missing':
      throw unavailableRound(roundId, outcome);
    default:
      return outcome satisfies never;
  }
}
