import type { Command } from 'commander';
import { sayFinal, withdrawRelease, type SettleCommand, type SettleOutcome } from '../releases/settle-release.ts';
import { CommandError, type CommandContext } from './context.ts';
import { readKeyFiles, several } from './key-files.ts';
import { reasonOf, whyNot, type ReasonOptions } from './publish-words.ts';

type Options = ReasonOptions & { key?: string[] };
type Settle = (deps: Awaited<ReturnType<CommandContext['deps']>>, command: SettleCommand) => Promise<SettleOutcome>;

/** `releases final` and `releases withdraw`. */
export function addSettleCommands(releases: Command, context: CommandContext): void {
  releases
    .command('final <round>')
    .description('say that the release of a round is final before 14 days have passed since it closed: two people')
    .option('--key <file>', 'key of one of the two; give it twice', several)
    .action((roundId: string, options: Options) => settle(context, sayFinal, { roundId, options, done: 'is final' }));
  releases
    .command('withdraw <round>')
    .description('take the release of a round away from its readers, who are told when and why: two people')
    .option('--key <file>', 'key of one of the two; give it twice', several)
    .requiredOption('--reason-fi <text>', 'why, in Finnish')
    .requiredOption('--reason-sv <text>', 'the same in Swedish')
    .requiredOption('--reason-en <text>', 'the same in English')
    .action((roundId: string, options: Options) =>
      settle(context, withdrawRelease, { roundId, options, done: 'is withdrawn' }),
    );
}

async function settle(
  context: CommandContext,
  act: Settle,
  { roundId, options, done }: { roundId: string; options: Options; done: string },
): Promise<void> {
  const keys = readKeyFiles(context, options.key ?? []);
  const outcome = await act(await context.deps(), { roundId, keys, reason: reasonOf(options) });
  if (outcome.kind === 'no_release') throw new CommandError(`Round ${roundId} has no published release.`);
  if (outcome.kind !== 'settled') throw new CommandError(whyNot(roundId, outcome));
  const { releaseId, by, on } = outcome;
  context.result(
    { release: releaseId, by: by.split(', '), on },
    `Release ${releaseId} ${done} from ${on} on, by ${by}.`,
  );
}
