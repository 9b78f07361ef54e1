import type { Command } from 'commander';
import { IMPORTED_FOLDER } from '../../survey-definitions/classifications/imported-files.ts';
import { differenceLines } from '../code-lists/difference-text.ts';
import { FILE_FORMATS, importCodes, type FileFormat, type ImportOutcome } from '../code-lists/import-codes.ts';
import { LANGUAGES, type Language } from '../engine/text.ts';
import { CommandError, type CommandContext } from './context.ts';
import { dayIn, today } from './days.ts';

type Options = { format?: string; asOf?: string; fallback?: string; confirm?: true; endUsed?: true };
type Decided = Exclude<ImportOutcome, { kind: 'refused' }>;
const MOST_PROBLEMS = 20;

/** `codes import LIST FILE`, in the group `codes`. */
export function addCodesImportCommand(codes: Command, context: CommandContext, listsDir: string | undefined): void {
  codes
    .command('import <list> <file>')
    .description('a list from a file; without --confirm only says what would change')
    .option('--format <format>', `${FILE_FORMATS.join(' or ')}; without it the ending of the file tells`)
    .option('--as-of <day>', 'the day on which the file was true, YYYY-MM-DD; without it today')
    .option('--fallback <language>', 'names in this language stand in where a translation is missing')
    .option('--end-used', 'let codes end that conditions of published surveys name')
    .option('--confirm', 'write')
    .action((list: string, file: string, options: Options) => run(context, listsDir, { list, file, options }));
}

async function run(
  context: CommandContext,
  listsDir: string | undefined,
  { list, file, options }: { list: string; file: string; options: Options },
): Promise<void> {
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(list)) {
    throw new CommandError('The name of a list is a-z, 0-9 and -, beginning with a letter, at most 40 characters.');
  }
  const { all, lists } = context.surveys();
  const outcome = await importCodes(
    { lists, surveys: all.map(({ survey }) => survey), folder: listsDir ?? IMPORTED_FOLDER },
    {
      list,
      file: context.path(file),
      format: formatOf(options.format, file),
      asOf: options.asOf === undefined ? today() : dayIn('--as-of', options.asOf),
      fallback: languageIn(options.fallback),
      confirm: options.confirm === true,
      endUsed: options.endUsed === true,
    },
  );
  if (outcome.kind === 'refused') throw new CommandError(refusalText(file, outcome.problems));
  context.result(documentOf(outcome), textOf(outcome, options.confirm === true));
  if (outcome.held) {
    throw new CommandError(
      'Nothing was written: published surveys ask by codes that would end. Look at the warnings; with --end-used they may end.',
    );
  }
}

function formatOf(format: string | undefined, file: string): FileFormat {
  const asked = format ?? (file.toLowerCase().endsWith('.csv') ? 'csv' : 'koodisto');
  const known = FILE_FORMATS.find((one) => one === asked);
  if (known) return known;
  throw new CommandError(`There is no format "${asked}". There are: ${FILE_FORMATS.join(', ')}.`);
}

function languageIn(text: string | undefined): Language | null {
  if (text === undefined) return null;
  const language = LANGUAGES.find((one) => one === text);
  if (language) return language;
  throw new CommandError(`--fallback is one of ${LANGUAGES.join(', ')}.`);
}

function refusalText(file: string, problems: Extract<ImportOutcome, { kind: 'refused' }>['problems']): string {
  const lines = problems.slice(0, MOST_PROBLEMS).map(({ place, reason }) => `  ${place}: ${reason}`);
  const more = problems.length > MOST_PROBLEMS ? [`  … and ${problems.length - MOST_PROBLEMS} more`] : [];
  return [`${file} cannot be imported. Nothing was written.`, ...lines, ...more].join('\n');
}

function documentOf({ list, changes, unchanged, kept, notices, warnings, written }: Decided) {
  const { name, version = null, asOf = null, source = null, notes = [], codes } = list;
  return {
    list: name,
    version,
    as_of: asOf,
    source,
    notes,
    codes: codes.length,
    changes,
    unchanged,
    kept,
    notices,
    warnings,
    written,
  };
}

function textOf(outcome: Decided, confirmed: boolean): string {
  const { list, changes, unchanged, kept, notices, warnings, written } = outcome;
  return [
    `${list.name}: ${list.codes.length} codes${list.asOf === undefined ? '' : ` as of ${list.asOf}`}${list.source === undefined ? '' : `, from ${list.source}`}`,
    ...differenceLines(changes, unchanged),
    ...(kept > 0
      ? [`  ${kept} of them keys of ours or invented, which the file does not have: they stay as they are`]
      : []),
    ...(list.notes ?? []),
    ...notices,
    ...warnings.map(
      ({ code, survey, place }) => `Warning: ${code} ends, and a condition of ${survey} at ${place} asks by it.`,
    ),
    lastLine({ changes, written, confirmed }),
  ].join('\n');
}

function lastLine({
  changes,
  written,
  confirmed,
}: Pick<Decided, 'changes' | 'written'> & { confirmed: boolean }): string {
  if (written !== null) return `Written: ${written}. A running service takes it up at its next start.`;
  if (changes.length === 0) return 'Nothing changes, and nothing was written.';
  return confirmed ? 'Nothing was written.' : 'Nothing was written: run the command with --confirm.';
}
