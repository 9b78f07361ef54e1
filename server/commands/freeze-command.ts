import type { Command } from 'commander';
import { freezeRound, type FreezeOutcome } from '../rounds/freeze-round.ts';
import { formatZoned } from '../rounds/zoned-time.ts';
import { CommandError, type CommandContext } from './context.ts';

/** `uras rounds freeze ROUND`. */
export function addFreezeCommand(rounds: Command, context: CommandContext): void {
  rounds
    .command('freeze [round]')
    .description(
      'freeze a closed round for good: answers get random keys, contact data and the keys of the round are deleted. ' +
        'May be stopped and run again at any time',
    )
    .option('--round <id>', 'the round')
    .action(async (named: string | undefined, options: { round?: string }) => {
      const roundId = named ?? options.round;
      if (roundId === undefined) throw new CommandError('Say which round: uras rounds freeze ROUND');
      const outcome = await freezeRound(await context.deps(), { roundId, progress: context.progress });
      if (outcome.kind !== 'frozen') throw new CommandError(whyNot(roundId, outcome));
      const { submitted, partial, texts } = outcome;
      context.result(
        { round: roundId, frozen: true, submitted, partial, texts },
        `Round ${roundId} is frozen: ${submitted} responses, ${partial} begun and never sent, ${texts} open texts.\n` +
          'Backups made before now still tell who answered what, for as long as they are kept.',
      );
    });
}

function whyNot(roundId: string, outcome: Exclude<FreezeOutcome, { kind: 'frozen' }>): string {
  switch (outcome.kind) {
    case 'too_early': {
      const { earliest, time_zone } = outcome;
      const wholeMinute = new Date(Math.ceil(earliest.getTime() / 60_000) * 60_000);
      return `Round ${roundId} can be frozen from ${formatZoned(wholeMinute, time_zone)} on (${time_zone}): until then pages that were open at closing may still be saved.`;
    }
    case 'frozen_already':
      return `Round ${roundId} is frozen already.`;
    case 'unknown_round':
      return `There is no round ${roundId}. uras rounds list shows all.`;
    case 'unknown_definition':
      return `Round ${roundId} asks ${outcome.definition}, which this version of Uraseuranta does not have.`;
    default:
      return outcome satisfies never;
  }
}
