import { resolve } from 'node:path';
import type { Command } from 'commander';
import { simulate } from '../simulation/simulate.ts';
import { askedSurveys } from '../engine/asked-surveys.ts';
import { CommandError, type CommandContext } from './context.ts';
import { ownBlocksOf } from './own-blocks-option.ts';

type Options = {
  survey: string;
  version: string;
  graduates: string;
  seed: string;
  peopleSeed?: string;
  out: string;
  cohort?: string;
  institutions?: string;
  degrees?: string;
  responseRate?: string;
  ownBlocks?: string;
};

/** `simulate`: an invented nation in the two file formats of the imports. */
export function addSimulateCommand(program: Command, context: CommandContext): void {
  program
    .command('simulate')
    .description('Writes an invented population and its responses (population.csv, responses.csv) into a folder.')
    .requiredOption('--survey <code>', 'survey')
    .requiredOption('--version <number>', 'version of the survey')
    .requiredOption('--graduates <n>', 'people in the target population')
    .requiredOption('--out <folder>', 'where the two files go')
    .option('--seed <number>', 'the same seed gives the same files', '1')
    .option('--people-seed <number>', 'draws other people of the nation that --seed makes: an earlier or later round')
    .option('--cohort <year>', 'year of graduation (default: five years before the version was published)')
    .option('--institutions <n>', 'invented institutions (default 24)')
    .option(
      '--degrees <n>',
      'degrees, an institution and a degree counted as one (default about 360 for 26,000 people)',
    )
    .option('--response-rate <share>', 'mean share of those who answer, 0–1 (default 0.38)')
    .option('--own-blocks <file>', 'own questions that are asked as well (JSON, as rounds own-blocks prints them)')
    .action(async (options: Options) => {
      const survey = context.surveys().find(options.survey, count(options.version, '--version', 1));
      if (!survey)
        throw new CommandError(
          `There is no version ${options.version} of ${options.survey}. See: uras definitions list`,
        );
      const published = Number(survey.definition.published?.slice(0, 4) ?? 2025);
      const out = resolve(context.path(options.out));
      const blocks = await ownBlocksOf(context, survey, options.ownBlocks);
      const result = await simulate(askedSurveys(survey, blocks), {
        graduates: count(options.graduates, '--graduates', 1),
        seed: count(options.seed, '--seed', 0),
        peopleSeed: options.peopleSeed === undefined ? undefined : count(options.peopleSeed, '--people-seed', 0),
        cohort: options.cohort === undefined ? published - 5 : count(options.cohort, '--cohort', 1900),
        institutions: options.institutions === undefined ? undefined : count(options.institutions, '--institutions', 1),
        degrees: options.degrees === undefined ? undefined : count(options.degrees, '--degrees', 1),
        responseRate: options.responseRate === undefined ? undefined : share(options.responseRate),
        out,
        progress: context.progress,
      });
      context.result(
        result,
        `Seed ${result.seed}: ${result.graduates} graduates of ${result.degrees} degrees at ${result.institutions} invented institutions, ` +
          `${result.responses} responses.\n${result.population}\n${result.responses_file}`,
      );
    });
}

function count(text: string, option: string, least: number): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < least) {
    throw new CommandError(`${option} takes a whole number of at least ${least}, not "${text}".`);
  }
  return number;
}

function share(text: string): number {
  const number = Number(text);
  if (!(number > 0 && number <= 1))
    throw new CommandError(`--response-rate takes a share above 0 and up to 1, not "${text}".`);
  return number;
}
