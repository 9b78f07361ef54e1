import type { RowProblem } from '../csv/row-problem.ts';
import type { Survey } from '../engine/survey.ts';
import { readPopulationFile } from '../responses-import/read-files.ts';
import { countFile, type FileSource } from './count-file.ts';
import { countTargets } from './count-targets.ts';
import { firstFiles, laterFiles, splitsOfFolder, type SupplementFiles } from './later-from-files.ts';
import { poolFolders, type PooledFolders } from './pool-files.ts';
import { windowsOf } from './pooling.ts';
import { makeMeta, type ReleaseMeta } from './release-meta.ts';
import { reportRejected, type RejectedFile } from './report-rejected.ts';
import { splitVariables } from './split-variables.ts';

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
  supplement?: SupplementFiles;
  /** Own questions that the round asks, by institution and degree. */
  blocks?: ReleaseMeta['blocks'];
  /** Folders of other rounds of the survey of which something is published. */
  earlier?: readonly string[];
  /** The survey as earlier rounds asked it. */
  find?: (survey: string, version: number) => Survey | null;
  progress: (line: string) => void;
  trial?: NonNullable<FileSource['trial']>;
};

/**
 * A release without a database, from population.csv and responses.csv: the same rows pass and the
 * same figures come out as when the files are imported into a round that is then frozen.
 */
export async function buildFromFiles(survey: Survey, command: FromFilesCommand): Promise<FromFilesOutcome> {
  const { progress, blocks = [], supplement, trial } = command;
  const population = await readPopulationFile(command.population, survey);
  if (population.kind === 'unusable') return { ...population, file: command.population };
  progress(`read ${population.people.size} people`);
  const { targets, years: period } = countTargets(survey, population.people.values());
  const pooled = await poolFolders(survey, { ...command, period });
  if (pooled.kind === 'unusable') return pooled;
  const pooling = pooledBy(pooled, trial);
  // A later edition is divided as the first one is.
  const splits = supplement ? splitsOfFolder(survey, supplement.after) : splitVariables(survey);
  const common = { survey, blocks, progress, trial: { splits, ...trial } };
  const source = { ...common, people: population.people, targets };
  const first = await countFile(source, command.responses, { pooling });
  if (first.kind === 'unusable') return { ...first, file: command.responses };
  const meta = makeMeta({ survey, blocks, period, windows: windowsOf(pooling) });
  const rejected = reportRejected(command.population, population.rejected);
  const built = { kind: 'built', population: rejected, answers: first.rejected } as const;
  if (supplement) {
    const later = await laterFiles(source, { meta, supplement, first });
    return later.kind === 'built' ? { ...built, ...later } : later;
  }
  const files = await firstFiles(meta, first.content);
  return { ...built, files, responses: first.responses, supplement: null };
}

function pooledBy({ pooling }: Extract<PooledFolders, { kind: 'pooled' }>, trial: FromFilesCommand['trial']) {
  return pooling && { ...pooling, ...(trial?.windows ? { switches: trial.windows } : {}) };
}
