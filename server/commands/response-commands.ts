import type { Command } from 'commander';
import { importResponses, type ResponseCounts } from '../responses-import/import-responses.ts';
import { CommandError, type CommandContext } from './context.ts';
import { rejectedLines, unavailableRound, unusableFile } from './import-messages.ts';
import { roundAndWords } from './round-words.ts';
import { importLate } from './supplement-command.ts';

type Options = { round?: string; confirm?: true; rejected?: string; supplement?: true; population?: string };

const ABOUT_KEYS =
  "The person key is read to find each person's background and to refuse a second answer. It is not stored with the answers. " +
  'The file itself holds both: delete it when it is imported.';

/** `responses import`. */
export function addResponseCommands(program: Command, context: CommandContext): void {
  program
    .command('responses')
    .description('answers that were given on paper or elsewhere')
    .command('import [words...]')
    .usage('--round ROUND FILE.csv')
    .description('import answers from responses.csv; without --confirm only says what would be done')
    .option('--round <round>', 'round')
    .option('--confirm', 'write')
    .option(
      '--supplement',
      'answers that came after the first edition of a frozen round, while it is preliminary; once',
    )
    .option('--population <file>', 'with --supplement: population.csv of those who answered late')
    .option('--rejected <file>', 'where rejected rows go (default: FILE.csv.rejected.csv)')
    .action((words: string[], options: Options) => importAnswers(context, words, options));
}

async function importAnswers(context: CommandContext, words: readonly string[], options: Options): Promise<void> {
  const [roundId = '', file = ''] = roundAndWords(words, options.round, ['FILE.csv']);
  if (options.supplement) {
    const { population, confirm = false } = options;
    return importLate(context, { roundId, responses: file, population, confirm });
  }
  const path = context.path(file);
  const rejectedFile = context.path(options.rejected ?? `${file}.rejected.csv`);
  if (rejectedFile === path) throw new CommandError('--rejected must be another file than the one that is imported.');
  const confirm = options.confirm === true;
  context.progress(ABOUT_KEYS);
  const outcome = await importResponses(await context.deps(), {
    roundId,
    file: path,
    rejectedFile,
    confirm,
    progress: context.progress,
  });
  if (outcome.kind === 'unusable') throw unusableFile(file, outcome.problem);
  if (outcome.kind !== 'done') throw unavailableRound(roundId, outcome);
  const { counts, rejected, notices } = outcome;
  context.result(
    { round: roundId, confirmed: confirm, ...counts, ...rejected, notices: [...notices, ABOUT_KEYS] },
    [...notices, ...rejectedLines(rejected), summary(counts, confirm)].join('\n'),
  );
  if (counts.rows === rejected.rejected && counts.rows > 0)
    throw new CommandError('Nothing was imported: every row is rejected.');
}

function summary({ rows, added, unchanged }: ResponseCounts, confirm: boolean): string {
  const before = unchanged > 0 ? `, ${unchanged} are there already` : '';
  if (confirm) return `${rows} rows: ${added} responses added${before}.`;
  return `${rows} rows: ${added} responses would be added${before}. Nothing was written: run the command with --confirm.`;
}
