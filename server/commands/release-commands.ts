import type { Command } from 'commander';
import { buildFromFiles } from '../releases/build-from-files.ts';
import type { RejectedFile } from '../releases/report-rejected.ts';
import { buildRoundRelease, type BuildOutcome } from '../releases/build-round-release.ts';
import { CommandError, type CommandContext } from './context.ts';
import { findSurvey } from './find-survey.ts';
import { unusableFile } from './import-messages.ts';
import { ownBlocksOf } from './own-blocks-option.ts';
import { addPublishCommands } from './publish-commands.ts';
import { writeFolder } from './write-folder.ts';

type BuildOptions = { round: string; out?: string; draft?: boolean };
type FileOptions = {
  survey: string;
  version: string;
  population: string;
  responses: string;
  ownBlocks?: string;
  supplement?: string;
  after?: string;
  earlier?: string[];
  out: string;
};

/** `releases build` and `releases from-files`. */
export function addReleaseCommands(program: Command, context: CommandContext): void {
  const releases = program.command('releases').description('results of a round, protected and ready to be read');
  releases
    .command('build')
    .description(
      'build the release of a frozen round as a draft, which two people publish (releases publish); that of an ' +
        'invented round is published at once. May be stopped and run again at any time',
    )
    .requiredOption('--round <round>', 'round')
    .option('--out <folder>', 'where manifest.json, tables.csv and degrees/ go; of a published release only')
    .option('--draft', 'leave the release of an invented round a draft, to try how publishing goes')
    .action((options: BuildOptions) => build(context, options));
  releases
    .command('from-files')
    .description('build a release from population.csv and responses.csv, without a database')
    .requiredOption('--survey <code>', 'survey')
    .requiredOption('--version <number>', 'version of the survey')
    .requiredOption('--population <file>', 'population.csv')
    .requiredOption('--responses <file>', 'responses.csv')
    .option('--own-blocks <file>', 'own questions that were asked as well (JSON, as rounds own-blocks prints them)')
    .option('--supplement <file>', 'responses.csv of answers that came after the first edition (with --after)')
    .option('--after <folder>', 'the first edition, as it was built from the same files without --supplement')
    .option(
      '--earlier <folder...>',
      'other rounds of the survey with a release: population.csv, responses.csv, release/, own-blocks.json if any',
    )
    .requiredOption('--out <folder>', 'where manifest.json, tables.csv and degrees/ go')
    .action((options: FileOptions) => fromFiles(context, options));
  addPublishCommands(releases, context);
}

async function build(context: CommandContext, options: BuildOptions): Promise<void> {
  const { round: roundId, out, draft: asDraft = false } = options;
  const outcome = await buildRoundRelease(await context.deps(), { roundId, asDraft, progress: context.progress });
  if (outcome.kind !== 'built') throw new CommandError(whyNot(roundId, outcome));
  const { releaseId, edition, state, isNew, files, invented } = outcome;
  // Files of a draft would be read before two people have said that they may be.
  const folder = out !== undefined && state === 'published' ? await writeFolder(context, out, files) : null;
  context.result(
    { release: releaseId, edition, state, new: isNew, out: folder, files: files.size },
    [
      `${isNew ? 'Release' : 'Release (built before, the same figures)'} ${releaseId}, edition ${edition}: ${
        folder === null ? `${files.size} files` : `${files.size} files in ${folder}`
      }`,
      state === 'draft' ? draftWords(roundId, out !== undefined) : publishedWords(invented && isNew),
    ].join('\n'),
  );
}

function draftWords(roundId: string, wantsFiles: boolean): string {
  return [
    'It is a draft: no reader sees it, and its files are not written. Next:',
    `  npm run -s uras -- releases preview ${roundId}`,
    `  npm run -s uras -- releases publish ${roundId} --key FIRST.key --key SECOND.key${wantsFiles ? ' --out FOLDER' : ''}`,
  ].join('\n');
}

function publishedWords(isByItself: boolean): string {
  return isByItself
    ? 'Its round is invented, so it is published without two keys.'
    : 'It is published: readers of reports see it.';
}

async function fromFiles(context: CommandContext, options: FileOptions): Promise<void> {
  const survey = findSurvey(context, options.survey, options.version);
  const { progress } = context;
  const blocks = await ownBlocksOf(context, survey, options.ownBlocks);
  const inputs = { population: context.path(options.population), responses: context.path(options.responses) };
  const earlier = (options.earlier ?? []).map((folder) => context.path(folder));
  const find = (name: string, version: number) => context.surveys().find(name, version) ?? null;
  const supplement = supplementOf(context, options);
  const outcome = await buildFromFiles(survey, { ...inputs, ...supplement, blocks, earlier, find, progress });
  if (outcome.kind === 'unusable') throw unusableFile(outcome.file, outcome.problem);
  const out = await writeFolder(context, options.out, outcome.files);
  const { files, responses, population, answers } = outcome;
  const late = outcome.supplement ?? { rejected: 0, report: null };
  const rejected = population.rejected + answers.rejected + late.rejected;
  const reports = [population.report, answers.report, late.report].filter((report) => report !== null);
  context.result(
    { out, files: files.size, responses, rejected, reports },
    [
      `${responses} responses: ${files.size} files in ${out}`,
      ...rejectedLines('people', population),
      ...rejectedLines('responses', answers),
      ...rejectedLines('late responses', late),
    ].join('\n'),
  );
}

function supplementOf(context: CommandContext, { supplement, after }: FileOptions) {
  if (supplement === undefined && after === undefined) return {};
  if (supplement === undefined || after === undefined) {
    throw new CommandError('--supplement and --after belong together: the late answers, and the edition before them.');
  }
  return { supplement: { responses: context.path(supplement), after: context.path(after) } };
}

function rejectedLines(what: string, { rejected, report }: RejectedFile): string[] {
  return rejected > 0 ? [`${rejected} rows of ${what} are left out. Why: ${report ?? ''}`] : [];
}

function whyNot(roundId: string, outcome: Exclude<BuildOutcome, { kind: 'built' }>): string {
  switch (outcome.kind) {
    case 'unknown_round':
      return `There is no round ${roundId}. uras rounds list shows all.`;
    case 'unknown_definition':
      return `Round ${roundId} asks ${outcome.definition}, which this version of Uraseuranta does not have.`;
    case 'not_frozen':
      return `Round ${roundId} is not frozen. A release is built from a frozen round only: uras rounds freeze ${roundId}`;
    case 'other_data':
      return `Round ${roundId} has a release that does not come out of its data and rules any more, or is of the same data by other rules. It stays as it is.`;
    default:
      return outcome satisfies never;
  }
}
