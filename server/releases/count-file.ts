import { letOthersIn } from '../db/long-work.ts';
import type { RowProblem } from '../csv/row-problem.ts';
import type { OwnBlock } from '../engine/own-block.ts';
import type { Survey } from '../engine/survey.ts';
import { readResponsesFile, type PopulationFromFile } from '../responses-import/read-files.ts';
import type { TargetCount } from '../rounds/target-counter.ts';
import { protectInSteps } from './in-steps.ts';
import type { Pooling } from './pooling.ts';
import { createReleaseCounter, type CountedResponse, type ReleaseTrial } from './release-counter.ts';
import type { ReleaseContent } from './release-files.ts';
import { reportRejected, type RejectedFile } from './report-rejected.ts';

const PROGRESS_EVERY = 20_000;

/** What the responses of a file are counted against. */
export type FileSource = {
  survey: Survey;
  people: Extract<PopulationFromFile, { kind: 'population' }>['people'];
  targets: readonly TargetCount[];
  blocks: readonly OwnBlock[];
  progress: (line: string) => void;
  trial?: ReleaseTrial;
};
export type CountedFile =
  | { kind: 'counted'; content: ReleaseContent; responses: number; rejected: RejectedFile }
  | { kind: 'unusable'; problem: RowProblem };

type CountingFile = {
  /** Told of each response that is counted. */
  onCounted?: (response: CountedResponse) => void;
  /** Rounds before, for figures of several together. */
  pooling?: Pooling | null;
};

/** Counts and protects the responses of one file. */
export async function countFile(
  { survey, people, targets, blocks, progress, trial }: FileSource,
  file: string,
  { onCounted = () => undefined, pooling = null }: CountingFile = {},
): Promise<CountedFile> {
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
  const content = await protectInSteps(counter, progress, undefined, pooling ?? undefined);
  return { kind: 'counted', content, responses, rejected: reportRejected(file, opened.rejected) };
}
