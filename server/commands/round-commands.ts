import type { Command } from 'commander';
import { createRound, type CreateRoundOutcome } from '../rounds/create-round.ts';
import { closeRound, openRound, type MoveRoundOutcome } from '../rounds/move-round.ts';
import { listRounds, showRound, type RoundView } from '../rounds/show-rounds.ts';
import { formatZoned } from '../rounds/zoned-time.ts';
import { CommandError, type CommandContext } from './context.ts';
import { addFreezeCommand } from './freeze-command.ts';
import { addOwnBlocksCommand } from './own-blocks-command.ts';
import { addRoundLifeCommands } from './round-life-commands.ts';
import { roundAndWords, wholeNumber } from './round-words.ts';

type CreateOptions = {
  id?: string;
  round?: string;
  survey: string;
  version: string;
  cohort: string;
  opens: string;
  closes: string;
  zone: string;
  toleranceHours: string;
};

/** `rounds create | list | show | open | close | own-blocks | freeze`, and those of a round's life. */
export function addRoundCommands(program: Command, context: CommandContext): void {
  const rounds = program.command('rounds').description('when a survey is open, and for whom');
  rounds
    .command('create [id]')
    .description('create a round of a published version; times are those of the zone, or carry an offset')
    .option('--id <id>', 'a-z, 0-9 and -')
    .option('--round <id>', 'the same as --id')
    .requiredOption('--survey <survey>', 'survey')
    .requiredOption('--version <version>', 'published version')
    .requiredOption('--cohort <year>', 'year of graduation of those who are asked')
    .requiredOption('--opens <time>', '2026-10-07T09:00, or a day: its beginning')
    .requiredOption('--closes <time>', '2026-11-09T23:00, or a day: its end')
    .option('--zone <zone>', 'time zone', 'Europe/Helsinki')
    .option('--tolerance-hours <hours>', 'for pages that were open at closing', '24')
    .action((id: string | undefined, options: CreateOptions) => create(context, id, options));
  rounds
    .command('list')
    .description('all rounds, the latest first')
    .action(() => list(context));
  const withRound = (name: string, description: string) =>
    rounds.command(`${name} [round]`).description(description).option('--round <round>', 'the same as the word');
  withRound('show', 'state, dates and counts of a round').action(
    (word: string | undefined, options: { round?: string }) => show(context, roundOf(word, options)),
  );
  withRound('open', 'open a round now')
    .option('--closes <time>', 'a new closing time; a round that has closed opens again only with one')
    .action((word: string | undefined, options: { round?: string; closes?: string }) =>
      open(context, roundOf(word, options), options.closes),
    );
  withRound('close', 'close a round now').action((word: string | undefined, options: { round?: string }) =>
    close(context, roundOf(word, options)),
  );
  addRoundLifeCommands(rounds, context);
  addOwnBlocksCommand(rounds, context);
  addFreezeCommand(rounds, context);
}

function roundOf(word: string | undefined, options: { round?: string }): string {
  const [roundId = ''] = roundAndWords(word === undefined ? [] : [word], options.round);
  return roundId;
}

async function create(context: CommandContext, word: string | undefined, options: CreateOptions): Promise<void> {
  const { survey, cohort, opens, closes, zone } = options;
  const id = roundOf(word, {
    ...((options.id ?? options.round) !== undefined && { round: options.id ?? options.round ?? '' }),
  });
  const version = wholeNumber(options.version, '--version');
  const toleranceHours = wholeNumber(options.toleranceHours, '--tolerance-hours');
  const request = { id, survey, version, cohort, opens, closes, zone, toleranceHours };
  const outcome = await createRound(await context.deps(), request);
  if (outcome.kind !== 'created') throw new CommandError(whyNotCreated(id, `${survey} ${version}`, outcome));
  const { opens_at, closes_at, ...round } = outcome.round;
  const { asked, leftOut } = outcome.ownBlocks;
  context.result(
    {
      ...round,
      opens_at: opens_at.toISOString(),
      closes_at: closes_at.toISOString(),
      own_blocks: asked,
      own_blocks_left_out: leftOut,
    },
    [
      `Round ${id} is created: opens ${formatZoned(opens_at, zone)}, closes ${formatZoned(closes_at, zone)} (${zone}).`,
      ...(asked.length > 0 ? [`It asks own questions: ${asked.join(', ')}.`] : []),
      ...leftOut.map((block) => `It does not ask ${block}: this version of the survey lacks a scale of it.`),
    ].join('\n'),
  );
}

function whyNotCreated(id: string, version: string, outcome: Exclude<CreateRoundOutcome, { kind: 'created' }>): string {
  switch (outcome.kind) {
    case 'invalid':
      return `The round cannot be created:\n${outcome.problems.map((problem) => `  ${problem}`).join('\n')}`;
    case 'exists':
      return `There is a round ${id} already. uras rounds show ${id}`;
    case 'unknown_version':
      return `There is no ${version}. uras definitions list shows all versions.`;
    case 'not_published':
      return `${version} is a draft. Only a published version can be asked.`;
    default:
      return outcome satisfies never;
  }
}

async function list(context: CommandContext): Promise<void> {
  const rounds = await listRounds(await context.deps());
  const lines = rounds.map((round) => `${round.id}  ${round.survey} ${round.version}  ${round.state}  ${times(round)}`);
  context.result(
    rounds,
    lines.length > 0 ? lines.join('\n') : 'There are no rounds yet. uras rounds create makes one.',
  );
}

async function show(context: CommandContext, roundId: string): Promise<void> {
  const round = await showRound(await context.deps(), roundId);
  if (!round) throw new CommandError(unknownRound(roundId));
  const people = round.invented === null ? 'nobody imported yet' : round.invented ? 'invented' : 'real';
  context.result(
    round,
    [
      `${round.id}: ${round.survey} ${round.version}, graduates of ${round.cohort} (${people})`,
      `state:           ${round.state}`,
      `times:           ${times(round)} (${round.time_zone}), then ${round.tolerance_hours} h of tolerance`,
      `asked:           ${round.target}`,
      `sent:            ${round.sent}`,
      `saved, not sent: ${round.saved_not_sent}`,
      ...(round.own_blocks.length > 0 ? [`own questions:   ${round.own_blocks.join(', ')}`] : []),
      round.frozen_on
        ? `frozen:          ${round.frozen_on}`
        : `freezable from:  ${formatZoned(new Date(round.freezable_at), round.time_zone)}`,
    ].join('\n'),
  );
}

function times(round: RoundView): string {
  return `${formatZoned(new Date(round.opens_at), round.time_zone)} – ${formatZoned(new Date(round.closes_at), round.time_zone)}`;
}

async function open(context: CommandContext, roundId: string, closes: string | undefined): Promise<void> {
  const outcome = await openRound(await context.deps(), { roundId, ...(closes !== undefined && { closes }) });
  sayMoved(context, roundId, { outcome, state: 'open' });
}

async function close(context: CommandContext, roundId: string): Promise<void> {
  const outcome = await closeRound(await context.deps(), { roundId });
  sayMoved(context, roundId, { outcome, state: 'closed' });
}

function sayMoved(
  context: CommandContext,
  roundId: string,
  { outcome, state }: { outcome: MoveRoundOutcome; state: string },
): void {
  switch (outcome.kind) {
    case 'moved': {
      const { opens_at, closes_at, time_zone } = outcome;
      const text = `Round ${roundId} is ${state}: ${formatZoned(opens_at, time_zone)} – ${formatZoned(closes_at, time_zone)} (${time_zone}).`;
      return context.result(
        { round: roundId, changed: true, opens_at: opens_at.toISOString(), closes_at: closes_at.toISOString() },
        text,
      );
    }
    case 'already':
      return context.result({ round: roundId, changed: false }, `Round ${roundId} is ${state} already.`);
    case 'unknown_round':
      throw new CommandError(unknownRound(roundId));
    case 'refused':
      throw new CommandError(`Round ${roundId}: ${outcome.reason}.`);
    default:
      return outcome satisfies never;
  }
}

function unknownRound(roundId: string): string {
  return `There is no round ${roundId}. uras rounds list shows all.`;
}
