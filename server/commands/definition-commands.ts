import type { Command } from 'commander';
import { definitionHash } from '../definitions/definition-hash.ts';
import { fileCodes } from '../definitions/file-codes.ts';
import type { BlockOwner, OwnBlock } from '../engine/own-block.ts';
import type { Survey } from '../engine/survey.ts';
import { listBlocks } from '../own-blocks/list-blocks.ts';
import { CommandError, type CommandContext } from './context.ts';
import { addDefinitionCheckCommand } from './definition-check-command.ts';
import { addDefinitionDiffCommand } from './definition-diff-command.ts';
import { addDefinitionExportCommand } from './definition-export-command.ts';
import { findSurvey } from './find-survey.ts';

/** `definitions check`, `definitions list`, `definitions codes`, `definitions diff`, `definitions export`. */
export function addDefinitionCommands(program: Command, context: CommandContext): void {
  const definitions = program.command('definitions').description('what surveys ask');
  addDefinitionCheckCommand(definitions, context);
  definitions
    .command('list')
    .description('the versions of every survey')
    .action(() => list(context));
  definitions
    .command('codes <survey> <version>')
    .description('the columns and codes that population.csv and responses.csv may hold')
    .option('--round <round>', 'with the own questions that this round asks')
    .action((survey: string, version: string, options: { round?: string }) =>
      codes(context, { name: survey, version, ...options }),
    );
  addDefinitionDiffCommand(definitions, context);
  addDefinitionExportCommand(definitions, context);
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

type Asked = { name: string; version: string; round?: string };

async function codes(context: CommandContext, { name, version, round }: Asked): Promise<void> {
  const survey = findSurvey(context, name, version);
  const blocks = round === undefined ? [] : await blocksOf(context, survey, round);
  const found = fileCodes(survey, blocks);
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
          `  ${column}${item.asked_of ? ` (asked of ${ownersText(item.asked_of)})` : ''}: ${format}${categories ? `: ${categories.map(({ code }) => code).join(' ')}` : ''}`,
      ),
    ),
  ];
  context.result(found, lines.join('\n'));
}

async function blocksOf(context: CommandContext, survey: Survey, roundId: string): Promise<OwnBlock[]> {
  const found = await listBlocks(await context.deps(), roundId);
  if (found.kind === 'unknown_round')
    throw new CommandError(`There is no round ${roundId}. uras rounds list shows all.`);
  const { definition } = survey;
  if (found.survey !== definition.survey || found.version !== definition.version)
    throw new CommandError(
      `Round ${roundId} asks ${found.survey} ${found.version}, not ${definition.survey} ${definition.version}.`,
    );
  return found.blocks;
}

function ownersText(owners: readonly BlockOwner[]): string {
  return owners
    .map(({ institution, degree }) => (degree === null ? institution : `${institution}/${degree}`))
    .join(', ');
}
