import type { Command } from 'commander';
import { loadMaps } from '../../survey-definitions/comparability.ts';
import { checkMaps } from '../comparability/check-maps.ts';
import { checkDefinitionFile } from '../definitions/check-file.ts';
import { definitionHash } from '../definitions/definition-hash.ts';
import { fileCodes } from '../definitions/file-codes.ts';
import { checkDefinition } from '../engine/check-definition.ts';
import type { Finding } from '../engine/finding.ts';
import { CommandError, type CommandContext } from './context.ts';
import { addDefinitionDiffCommand } from './definition-diff-command.ts';
import { findSurvey } from './find-survey.ts';

type Found = Finding & { file: string };

/** `definitions check`, `definitions list`, `definitions codes`, `definitions diff`. */
export function addDefinitionCommands(program: Command, context: CommandContext): void {
  const definitions = program.command('definitions').description('what surveys ask');
  definitions
    .command('check [file]')
    .description('check all definitions of this program, or those in a .ts or .json file')
    .action((file: string | undefined) => check(context, file));
  definitions
    .command('list')
    .description('the versions of every survey')
    .action(() => list(context));
  definitions
    .command('codes <survey> <version>')
    .description('the columns and codes that population.csv and responses.csv may hold')
    .action((survey: string, version: string) => codes(context, survey, version));
  addDefinitionDiffCommand(definitions, context);
}

async function check(context: CommandContext, file: string | undefined): Promise<void> {
  const { definitions, findings } = file === undefined ? checkAll(context) : await checkFile(context, file);
  const lines = findings.map((found) => `${found.file}\n  ${found.place}: ${found.message}`);
  const summary = `${definitions} definition${definitions === 1 ? '' : 's'} checked, ${findings.length} finding${findings.length === 1 ? '' : 's'}.`;
  context.result({ definitions, findings }, [...lines, summary].join('\n'));
  if (findings.length > 0)
    throw new CommandError('A definition with findings is not published. Mend them and check again.');
}

function checkAll(context: CommandContext): { definitions: number; findings: Found[] } {
  const { all } = context.surveys();
  const findings = all.flatMap(({ file, survey }) => checkDefinition(survey).map((finding) => ({ file, ...finding })));
  return { definitions: all.length, findings: [...findings, ...checkMaps(all, loadMaps())] };
}

async function checkFile(context: CommandContext, file: string): Promise<{ definitions: number; findings: Found[] }> {
  const checked = await checkDefinitionFile(context.path(file), context.surveys().lists);
  if (checked.kind === 'unusable') throw new CommandError(`${file}: ${checked.reason}`);
  return { definitions: checked.definitions, findings: checked.findings.map((finding) => ({ file, ...finding })) };
}

function list(context: CommandContext): void {
  const versions = context.surveys().all.map(({ survey: { definition } }) => ({
    survey: definition.survey,
    version: definition.version,
    published: definition.published,
    hash: definitionHash(definition),
  }));
  versions.sort((one, other) =>
    one.survey < other.survey ? -1 : one.survey > other.survey ? 1 : one.version - other.version,
  );
  const lines = versions.map(
    (row) => `${row.survey} ${row.version}  ${row.published ?? 'draft     '}  ${row.hash.slice(0, 12)}`,
  );
  context.result(versions, lines.join('\n'));
}

function codes(context: CommandContext, name: string, version: string): void {
  const found = fileCodes(findSurvey(context, name, version));
  const lines = [
    'population.csv',
    ...found.population.map(
      ({ column, required, values, format }) =>
        `  ${column}${required ? '' : ' (may be empty)'}: ${values?.join(', ') ?? format}`,
    ),
    'institutions',
    ...found.institutions.map(({ code, label, invented }) => `  ${code}  ${label.fi}${invented ? ' [invented]' : ''}`),
    'degrees',
    ...found.degrees.map(({ code, label }) => `  ${code}  ${label.fi}`),
    'responses.csv',
    `  person_key, institution, degree, submitted_on, and`,
    ...found.items.flatMap((item) =>
      item.columns.map(
        ({ column, format, categories }) =>
          `  ${column}: ${format}${categories ? `: ${categories.map(({ code }) => code).join(' ')}` : ''}`,
      ),
    ),
  ];
  context.result(found, lines.join('\n'));
}
