import type { Command } from 'commander';
import { exportLetters } from '../invitations/export-letters.ts';
import { importPopulation, type PopulationCounts } from '../invitations/import-population.ts';
import { replaceCode } from '../invitations/replace-code.ts';
import { CommandError, type CommandContext } from './context.ts';
import { rejectedLines, unavailableRound, unusableFile } from './import-messages.ts';
import { roundAndWords } from './round-words.ts';
import { addWithdrawCommand } from './withdraw-command.ts';

type ImportOptions = { round?: string; confirm?: true; rejected?: string; acceptNoFsync?: true };
type LetterOptions = { round?: string; out: string; again?: string; new?: true };

const NO_FSYNC =
  'The embedded database does not force its writes to disk, so a power cut may lose answers of real people: ' +
  'set DATABASE_URL to a PostgreSQL server, or accept it with --accept-no-fsync.';

/** `population import`, `letters export`, `codes replace`. */
export function addPopulationCommands(program: Command, context: CommandContext): void {
  const population = program.command('population').description('who is asked');
  addWithdrawCommand(population, context);
  population
    .command('import [words...]')
    .usage('--round ROUND FILE.csv')
    .description('import the target population from population.csv; without --confirm only says what would be done')
    .option('--round <round>', 'round')
    .option('--confirm', 'write')
    .option('--rejected <file>', 'where rejected rows go (default: FILE.csv.rejected.csv)')
    .option('--accept-no-fsync', 'real people on the embedded database, which does not force its writes to disk')
    .action((words: string[], options: ImportOptions) => importPeople(context, words, options));
  program
    .command('letters')
    .description('invitations on paper')
    .command('export [round]')
    .description('write the codes and links of a round into a file for printing letters, once')
    .option('--round <round>', 'the same as the word')
    .requiredOption('--out <file>', 'a new file; only its owner may read it')
    .option('--again <reason>', 'once more for all; the reason is written down')
    .option('--new', 'only people who have no letter: added since, or given a new link')
    .action((word: string | undefined, options: LetterOptions) => letters(context, word, options));
  program
    .command('codes')
    .description('personal links')
    .command('replace [words...]')
    .usage('--round ROUND --person KEY')
    .description("replace a person's link by a new one; answers stay")
    .option('--round <round>', 'round')
    .requiredOption('--person <key>', 'person key')
    .action((words: string[], options: { round?: string; person: string }) => replace(context, words, options));
}

async function importPeople(context: CommandContext, words: readonly string[], options: ImportOptions): Promise<void> {
  const [roundId = '', file = ''] = roundAndWords(words, options.round, ['FILE.csv']);
  const path = context.path(file);
  const rejectedFile = context.path(options.rejected ?? `${file}.rejected.csv`);
  if (rejectedFile === path) throw new CommandError('--rejected must be another file than the one that is imported.');
  const deps = await context.deps();
  const confirm = options.confirm === true;
  const acceptNoFsync = options.acceptNoFsync === true;
  const outcome = await importPopulation(deps, {
    roundId,
    file: path,
    rejectedFile,
    confirm,
    acceptNoFsync,
    progress: context.progress,
  });
  if (outcome.kind === 'unusable') throw unusableFile(file, outcome.problem);
  if (outcome.kind === 'not_forced_to_disk') throw new CommandError(`Nothing was imported. ${NO_FSYNC}`);
  if (outcome.kind === 'overtaken')
    throw new CommandError('Another import has changed the round meanwhile. Run the command again.');
  if (outcome.kind !== 'done') throw unavailableRound(roundId, outcome);
  const { counts, rejected, invented } = outcome;
  const notices = [...outcome.notices, ...noticesOf(counts)];
  if (!confirm && invented === false && deps.embedded && !acceptNoFsync) notices.push(NO_FSYNC);
  context.result(
    { round: roundId, confirmed: confirm, invented, ...counts, ...rejected, notices },
    [...notices, ...rejectedLines(rejected), summary(counts, confirm)].join('\n'),
  );
  if (counts.rows === rejected.rejected && counts.rows > 0)
    throw new CommandError('Nothing was imported: every row is rejected.');
}

function summary(counts: PopulationCounts, confirm: boolean): string {
  const { rows, added, changed, unchanged } = counts;
  const done = `${rows} rows: ${added} people added, ${changed} changed, ${unchanged} unchanged`;
  const follow = changed > 0 ? ' Answers that are there follow a corrected institution, degree, gender or age.' : '';
  if (confirm) return `${done}.${follow} People who are not in the file stay as they are.`;
  return `${done.replace('added', 'would be added')}. Nothing was written: run the command with --confirm.`;
}

function noticesOf(counts: PopulationCounts): string[] {
  const notices: string[] = [];
  if (counts.protected > 0) notices.push(`${counts.protected} people have a protected address: left out.`);
  if (counts.deceased > 0) notices.push(`${counts.deceased} people have died: left out.`);
  if (counts.refused > 0) notices.push(`${counts.refused} people have refused in an earlier round: left out.`);
  if (counts.without_email_and_phone > 0)
    notices.push(`${counts.without_email_and_phone} people have neither e-mail nor phone: they can get a letter.`);
  if (counts.other_graduation_year > 0)
    notices.push(`${counts.other_graduation_year} people graduated in another year than the round's cohort.`);
  return notices;
}

async function letters(context: CommandContext, word: string | undefined, options: LetterOptions): Promise<void> {
  const [roundId = ''] = roundAndWords(word === undefined ? [] : [word], options.round);
  if (options.again?.trim() === '') throw new CommandError('--again takes the reason: it is written down.');
  const outcome = await exportLetters(await context.deps(), {
    roundId,
    file: context.path(options.out),
    again: options.again?.trim() ?? null,
    onlyNew: options.new === true,
    progress: context.progress,
  });
  switch (outcome.kind) {
    case 'exported':
      return context.result(
        { round: roundId, letters: outcome.letters, file: context.path(options.out) },
        `${outcome.letters} letters are in ${options.out}. Whoever has this file can answer for these people: print it and delete it.`,
      );
    case 'exported_before':
      throw new CommandError(
        `The letters of round ${roundId} were exported on ${outcome.on ?? 'an earlier day'}: ${outcome.letters} people have one, ${outcome.without} have none.\n` +
          'For the others only: --new. Once more for all: --again "REASON".',
      );
    case 'nobody':
      throw new CommandError(`Nobody of round ${roundId} is to get a letter${options.new ? ' who has none' : ''}.`);
    case 'file_exists':
      throw new CommandError(`${options.out} exists. Name a new file.`);
    case 'unknown_round':
    case 'frozen':
    case 'keys_missing':
    case 'definition_missing':
      throw unavailableRound(roundId, outcome);
    default:
      return outcome satisfies never;
  }
}

async function replace(
  context: CommandContext,
  words: readonly string[],
  options: { round?: string; person: string },
): Promise<void> {
  const [roundId = ''] = roundAndWords(words, options.round);
  const outcome = await replaceCode(await context.deps(), { roundId, personKey: options.person });
  if (outcome.kind === 'unknown_person') throw new CommandError(`Round ${roundId} has no person of this key.`);
  if (outcome.kind !== 'replaced') throw unavailableRound(roundId, outcome);
  const { code, link } = outcome;
  context.result(
    { round: roundId, person: options.person, code, link },
    `New code: ${code}\nNew link: ${link}\nThe old link says that it was replaced. What has been answered is kept.`,
  );
}
