import { letOthersIn } from '../db/long-work.ts';
import type { Deps } from '../deps.ts';
import type { OwnBlock } from '../engine/own-block.ts';
import type { Survey } from '../engine/survey.ts';
import { protectInSteps } from './in-steps.ts';
import { createReleaseCounter } from './release-counter.ts';
import type { ReleaseContent } from './release-files.ts';
import { selectSentResponses, selectTargets } from './store.ts';

const RESPONSES_AT_ONCE = 400; // a step well under 200 ms

/** Counts the responses of a frozen round, own questions included, and protects what was counted. */
export async function countAndProtect(
  deps: Pick<Deps, 'ownerDb'>,
  survey: Survey,
  { roundId, blocks, progress }: { roundId: string; blocks: readonly OwnBlock[]; progress: (line: string) => void },
): Promise<ReleaseContent> {
  const counter = createReleaseCounter(survey, await selectTargets(deps.ownerDb, roundId), blocks);
  let counted = 0;
  for (let after: string | null = null; ;) {
    const rows = await selectSentResponses(deps.ownerDb, roundId, { after, limit: RESPONSES_AT_ONCE });
    for (const { background, answers } of rows) {
      counter.add({
        institution: background['institution'] ?? '',
        degree: background['degree'] ?? '',
        background,
        answers,
      });
    }
    counted += rows.length;
    progress(`counted ${counted} responses`);
    after = rows.at(-1)?.key ?? null;
    if (after === null || rows.length < RESPONSES_AT_ONCE) break;
    await letOthersIn();
  }
  return protectInSteps(counter, progress);
}
