import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { letOthersIn } from '../db/long-work.ts';
import type { RowProblem } from '../csv/row-problem.ts';
import type { Survey } from '../engine/survey.ts';
import { coarsenBackground } from '../invitations/coarsen-background.ts';
import { readPopulationFile, readResponsesFile, type PopulationFromFile } from '../responses-import/read-files.ts';
import { inSteps, protectInSteps } from './in-steps.ts';
import { addedPlaces, firstContent, laterContent } from './later-content.ts';
import { makeTargetCounter, type TargetCount } from '../rounds/target-counter.ts';
import { createReleaseCounter, type CountedResponse, type ReleaseTrial } from './release-counter.ts';
import { splitVariables } from './split-variables.ts';
import { fileHash, releaseFileSteps, type ReleaseContent } from './release-files.ts';
import { makeMeta, type ReleaseMeta } from './release-meta.ts';
import { reportRejected, type RejectedFile } from './report-rejected.ts';

export type FromFilesOutcome =
  | {
      kind: 'built';
      files: ReadonlyMap<string, string>;
      responses: number;
      population: RejectedFile;
      answers: RejectedFile;
      /** Of late answers, where there are any. */
      supplement: RejectedFile | null;
    }
  | { kind: 'unusable'; file: string; problem: RowProblem };

export type FromFilesCommand = {
  population: string;
  responses: string;
  /** Answers that came after the first edition, and the folder of that edition. */
  supplement?: { responses: string; after: string };
  /** Own questions that the round asks, by institution and degree. */
  blocks?: ReleaseMeta['blocks'];
  progress: (line: string) => void;
  trial?: ReleaseTrial;
};

const OTHER_EDITION: RowProblem = {
  line: 1,
  column: 'release',
  value: '',
  reason:
    'this is not the first edition of these answers: name the folder that this version built from the same ' +
    'population.csv and responses.csv without --supplement',
};

const PROGRESS_EVERY = 20_000;

/**
 * A release without a database, from population.csv and responses.csv: the same rows pass and the
 * same figures come out as when the files are imported into a round that is then frozen.
 */
export async function buildFromFiles(survey: Survey, command: FromFilesCommand): Promise<FromFilesOutcome> {
  const { progress, blocks = [], supplement } = command;
  const population = await readPopulationFile(command.population, survey);
  if (population.kind === 'unusable') return { ...population, file: command.population };
  progress(`read ${population.people.size} people`);
  const targets = makeTargetCounter(splitVariables(survey));
  for (const person of population.people.values()) {
    targets.add({ ...person, background: coarsenBackground(survey, person) });
  }
  const source = { survey, command, people: population.people, targets: targets.counts() };
  const first = await countFile(source, command.responses);
  if (first.kind === 'unusable') return { ...first, file: command.responses };
  const meta = makeMeta({ survey, blocks, period: targets.years() });
  const rejected = reportRejected(command.population, population.rejected);
  const common = { kind: 'built', population: rejected, answers: first.rejected } as const;
  if (supplement) return withSupplement(source, { meta, supplement, first, common });
  const files = await inSteps(releaseFileSteps(meta, firstContent(first.content)));
  return { ...common, files, responses: first.responses, supplement: null };
}

type Later = {
  meta: ReleaseMeta;
  supplement: NonNullable<FromFilesCommand['supplement']>;
  first: Extract<Counted, { kind: 'counted' }>;
  common: Pick<Extract<FromFilesOutcome, { kind: 'built' }>, 'kind' | 'population' | 'answers'>;
};

async function withSupplement(source: Source, { meta, supplement, first, common }: Later): Promise<FromFilesOutcome> {
  const { survey, command } = source;
  command.progress('the late answers, by themselves');
  const places = addedPlaces(survey);
  const added = await countFile(source, supplement.responses, places.add);
  if (added.kind === 'unusable') return { ...added, file: supplement.responses };
  const halves = { before: first.content, added: added.content, places };
  const content = await laterContent({ survey, blocks: command.blocks ?? [], period: meta.period, ...halves });
  if (hashOfTables(supplement.after) !== content.later?.first_tables) {
    return { kind: 'unusable', file: join(supplement.after, 'tables.csv'), problem: OTHER_EDITION };
  }
  const files = await inSteps(releaseFileSteps(meta, content));
  return { ...common, files, responses: first.responses + added.responses, supplement: added.rejected };
}

type Source = {
  survey: Survey;
  command: FromFilesCommand;
  people: Extract<PopulationFromFile, { kind: 'population' }>['people'];
  targets: readonly TargetCount[];
};
type Counted =
  | { kind: 'counted'; content: ReleaseContent; responses: number; rejected: RejectedFile }
  | { kind: 'unusable'; problem: RowProblem };

/** Counts and protects the responses of one file. */
async function countFile(
  { survey, command, people, targets }: Source,
  file: string,
  onCounted: (response: CountedResponse) => void = () => undefined,
): Promise<Counted> {
  const { progress, blocks = [], trial } = command;
  const counter = createReleaseCounter(survey, targets, blocks, trial);
  const opened = await readResponsesFile(file, survey, people, blocks);
  if (opened.kind === 'unusable') return opened;
  let responses = 0;
  for await (const response of opened.responses) {
    counter.add(response);
    onCounted(response);
    responses += 1;
    if (responses % PROGRESS_EVERY === 0) {
      progress(`counted ${responses} responses`);
      await letOthersIn();
    }
  }
  const content = await protectInSteps(counter, progress);
  return { kind: 'counted', content, responses, rejected: reportRejected(file, opened.rejected) };
}

function hashOfTables(folder: string): string | null {
  try {
    return fileHash(readFileSync(join(folder, 'tables.csv'), 'utf8'));
  } catch {
    return null;
  }
}
