import { letOthersIn } from '../db/long-work.ts';
import type { Deps } from '../deps.ts';
import type { OwnBlock } from '../engine/own-block.ts';
import type { Survey } from '../engine/survey.ts';
import type { BuildProgress } from './build-progress.ts';
import type { Pooling } from './pooling.ts';
import { protectInSteps } from './in-steps.ts';
import { createReleaseCounter, type CountedResponse } from './release-counter.ts';
import type { ReleaseContent } from './release-files.ts';
import { selectSentResponses, selectTargets, type WhichAnswers } from './store.ts';

const RESPONSES_AT_ONCE = 400; // a step well under 200 ms

type CountCommand = {
  roundId: string;
  which: WhichAnswers;
  splits: readonly string[];
  /** Told of each response that is counted. */
  onCounted?: (response: CountedResponse) => void;
  blocks: readonly OwnBlock[];
  /** Rounds before, for figures of several together. */
  pooling: Pooling | null;
  build: BuildProgress;
  progress: (line: string) => void;
};

/** Counts the responses of a frozen round, own questions included, and protects what was counted. */
export async function countAndProtect(
  deps: Pick<Deps, 'ownerDb'>,
  survey: Survey,
  { roundId, which, splits, onCounted, blocks, pooling, build, progress }: CountCommand,
): Promise<ReleaseContent> {
  const counter = createReleaseCounter(survey, await selectTargets(deps.ownerDb, roundId), blocks, { splits });
  let counted = 0;
  await build('counting');
  for (let after: string | null = null; ;) {
    const rows = await selectSentResponses(deps.ownerDb, { roundId, which }, { after, limit: RESPONSES_AT_ONCE });
    for (const { background, answers } of rows) {
      const { institution = '', degree = '' } = background;
      const response = { institution, degree, background, answers };
      counter.add(response);
      onCounted?.(response);
    }
    counted += rows.length;
    progress(`counted ${counted} responses`);
    after = rows.at(-1)?.key ?? null;
    if (after === null || rows.length < RESPONSES_AT_ONCE) break;
    await letOthersIn();
  }
  await build('protecting');
  return protectInSteps(counter, progress, (percent) => build('protecting', percent), pooling ?? undefined);
}
