import type { Command } from 'commander';
import {
  releaseOpenAnswers,
  type OpenAnswersOutcome,
  type ReleaseCounts,
} from '../open-answers/release-open-answers.ts';
import { CommandError, type CommandContext } from './context.ts';

/** `open-answers release`. */
export function addOpenAnswerCommands(program: Command, context: CommandContext): void {
  const openAnswers = program.command('open-answers').description('what people wrote in their own words');
  openAnswers
    .command('release')
    .description(
      'show the approved open answers of a frozen round to those who read its reports, each text in the smallest ' +
        'group with ten writers or more. May be run again as reviewing goes on',
    )
    .requiredOption('--round <round>', 'round')
    .action(async (options: { round: string }) => {
      const command = { roundId: options.round, progress: context.progress };
      const outcome = await releaseOpenAnswers(await context.deps(), command);
      if (outcome.kind !== 'released') throw new CommandError(whyNot(options.round, outcome));
      const { releaseId, edition, counts } = outcome;
      context.result({ round: options.round, release: releaseId, edition, ...counts }, summary(options.round, counts));
    });
}

/** The round as a whole: no line may tell which group has few. */
function summary(round: string, counts: ReleaseCounts): string {
  const held = [
    `${counts.held} approved texts are held back: their groups have fewer than ten writers with approved texts, or fewer than five new ones.`,
    'Which groups these are is not said here or anywhere else.',
  ];
  return [
    `Round ${round}: ${counts.shown} open answers can be read, ${counts.new} of them new.`,
    ...(counts.held > 0 ? held : []),
    `Of ${counts.texts} texts ${counts.approved} are approved, ${counts.rejected} rejected, ${counts.waiting} wait for a second reviewer and ${counts.unreviewed} are not reviewed.`,
  ].join('\n');
}

function whyNot(round: string, outcome: Exclude<OpenAnswersOutcome, { kind: 'released' }>): string {
  switch (outcome.kind) {
    case 'unknown_round':
      return `There is no round ${round}. uras rounds list shows all.`;
    case 'not_frozen':
      return `Round ${round} is not frozen. Open answers are reviewed and released after freezing: uras rounds freeze ${round}`;
    case 'no_release':
      return `Round ${round} has no release yet. Build it first: uras releases build --round ${round} --out release/`;
    case 'changed_meanwhile':
      return 'Decisions on texts changed while this ran, and nothing was released. Run the command again.';
    default:
      return outcome.kind satisfies never;
  }
}
