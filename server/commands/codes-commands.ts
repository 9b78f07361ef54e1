import type { Command } from 'commander';
import { daysText } from '../code-lists/difference-text.ts';
import type { CodeList } from '../engine/code-list.ts';
import { codesOn, labelOn, successorsOf } from '../engine/codes-in-time.ts';
import { addCodesImportCommand } from './codes-import-command.ts';
import { CommandError, type CommandContext } from './context.ts';
import { dayIn, today } from './days.ts';

/** `codes list`, `codes show`, `codes import`. */
export function addCodesCommands(program: Command, context: CommandContext, listsDir: string | undefined): void {
  // The codes of personal links have a command in this group, too.
  const codes = program.commands.find((command) => command.name() === 'codes') ?? program.command('codes');
  codes.description('lists of codes (institutions, degrees, regions, countries), and codes of personal links');
  codes
    .command('list')
    .description('every list, where it comes from and how many of its codes are in force today')
    .action(() => list(context));
  codes
    .command('show <list>')
    .description('the codes of a list with their names and days')
    .option('--on <day>', 'only the codes in force on this day, under the names of that day')
    .action((name: string, options: { on?: string }) => show(context, name, options.on));
  addCodesImportCommand(codes, context, listsDir);
}

function list(context: CommandContext): void {
  const day = today();
  const rows = [...context.surveys().lists.values()].map((one) => ({
    list: one.name,
    version: one.version ?? null,
    as_of: one.asOf ?? null,
    source: one.source ?? null,
    codes: one.codes.length,
    in_force: codesOn(one, day).length,
    own: one.codes.filter(({ own }) => own).length,
    invented: one.codes.filter(({ invented }) => invented).length,
    notes: one.notes ?? [],
  }));
  const lines = rows.map(
    (row) =>
      `${row.list}: ${row.codes} codes, ${row.in_force} in force today` +
      `${row.own > 0 ? `, ${row.own} keys of ours` : ''}${row.invented > 0 ? `, ${row.invented} invented` : ''}` +
      (row.as_of === null ? '. Of the program' : `. Import ${row.version} as of ${row.as_of}, from ${row.source}`),
  );
  context.result(rows, lines.join('\n'));
}

function show(context: CommandContext, name: string, on: string | undefined): void {
  const { lists } = context.surveys();
  const found = lists.get(name);
  if (!found) throw new CommandError(`There is no list "${name}". There are: ${[...lists.keys()].join(', ')}.`);
  const day = on === undefined ? null : dayIn('--on', on);
  const rows = (day === null ? found.codes : codesOn(found, day)).map((entry) => ({
    ...entry,
    label: day === null ? entry.label : labelOn(entry, day),
    ...(entry.replacedBy ? { successors: successorsOf(found, entry.code) } : {}),
  }));
  const { version = null, asOf: as_of = null, source = null, notes = [], groups = [] } = found;
  const head = `${name}: ${rows.length} codes${day === null ? '' : ` in force on ${day}`}`;
  const lines = rows.map((row) => `  ${row.code}  ${row.label.fi}${marksOf(row, found)}`);
  context.result(
    { list: name, on: day, version, as_of, source, notes, groups, codes: rows },
    [head, ...lines, ...notes].join('\n'),
  );
}

function marksOf(entry: CodeList['codes'][number], { codes }: CodeList): string {
  const names = entry.replacedBy?.map((code) => `${code} ${codes.find((one) => one.code === code)?.label.fi ?? ''}`);
  const earlier = entry.earlierLabels?.map(({ until, label }) => `${label.fi} until ${until}`);
  return [
    daysText(entry),
    earlier ? `; before: ${earlier.join(', ')}` : '',
    names ? ` → ${names.join(', ')}` : '',
    entry.own ? ' [ours, not official]' : '',
    entry.invented ? ' [invented]' : '',
  ].join('');
}
