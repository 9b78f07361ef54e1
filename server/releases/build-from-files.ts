import { letOthersIn } from '../db/long-work.ts';
import type { RowProblem } from '../csv/row-problem.ts';
import type { Survey } from '../engine/survey.ts';
import { readPopulationFile, readResponsesFile } from '../responses-import/read-files.ts';
import { countTargets } from './count-targets.ts';
import { inSteps, protectInSteps } from './in-steps.ts';
import { createReleaseCounter, type ReleaseTrial } from './release-counter.ts';
import { poolFolders, windowsOf } from './pool-files.ts';
import { releaseFileSteps } from './release-files.ts';
import { makeMeta, type ReleaseMeta } from './release-meta.ts';
import { reportRejected, type RejectedFile } from './report-rejected.ts';

export type FromFilesOutcome =
  | {
      kind: 'built';
      files: ReadonlyMap<string, string>;
      responses: number;
      population: RejectedFile;
      answers: RejectedFile;
    }
  | { kind: 'unusable'; file: string; problem: RowProblem };

const PROGRESS_EVERY = 20_000;

/**
 * A release without a database, from population.csv and responses.csv: the same rows pass and the
 * same figures come out as when the files are imported into a round that is then frozen.
 */
export async function buildFromFiles(
  survey: Survey,
  command: {
    population: string;
    responses: string;
    /** Own questions that the round asks, by institution and degree. */
    blocks?: ReleaseMeta['blocks'];
    /** Folders of other rounds of the survey of which something is published. */
    earlier?: readonly string[];
    /** The survey as earlier rounds asked it. */
    find?: (survey: string, version: number) => Survey | null;
    progress: (line: string) => void;
    trial?: ReleaseTrial;
  },
): Promise<FromFilesOutcome> {
  const { progress, blocks = [], trial } = command;
  const population = await readPopulationFile(command.population, survey);
  if (population.kind === 'unusable') return { ...population, file: command.population };
  progress(`read ${population.people.size} people`);
  const { targets, years: period } = countTargets(survey, population.people.values());
  const counter = createReleaseCounter(survey, targets, blocks, trial);
  const opened = await readResponsesFile(command.responses, survey, population.people, blocks);
  if (opened.kind === 'unusable') return { ...opened, file: command.responses };
  let responses = 0;
  for await (const response of opened.responses) {
    counter.add(response);
    responses += 1;
    if (responses % PROGRESS_EVERY === 0) {
      progress(`counted ${responses} responses`);
      await letOthersIn();
    }
  }
  const pooled = await poolFolders(survey, { ...command, period });
  if (pooled.kind === 'unusable') return pooled;
  const pooling = pooled.pooling && { ...pooled.pooling, ...(trial?.windows ? { switches: trial.windows } : {}) };
  const content = await protectInSteps(counter, progress, undefined, pooling ?? undefined);
  const meta = makeMeta({ survey, blocks, period, windows: windowsOf(pooling) });
  return {
    kind: 'built',
    files: await inSteps(releaseFileSteps(meta, content)),
    responses,
    population: reportRejected(command.population, population.rejected),
    answers: reportRejected(command.responses, opened.rejected),
  };
}
