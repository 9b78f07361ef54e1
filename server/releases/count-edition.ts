import type { Deps } from '../deps.ts';
import type { BuildProgress } from './build-progress.ts';
import { countAndProtect } from './count-round.ts';
import { addedPlaces, firstContent, laterContent } from './later-content.ts';
import type { OwnBlock } from '../engine/own-block.ts';
import type { Survey } from '../engine/survey.ts';
import type { Pooling } from './pooling.ts';
import type { ReleaseContent } from './release-files.ts';
import { selectFirstManifest } from './publish-store.ts';
import { splitsOfManifest, splitVariables } from './split-variables.ts';
import { selectHasSupplement } from './store.ts';

export type CountEdition = {
  roundId: string;
  survey: Survey;
  blocks: readonly OwnBlock[];
  period: string;
  /** Rounds before, for figures of several together. */
  pooling: Pooling | null;
  build: BuildProgress;
  progress: (line: string) => void;
};

/** Counts and protects a frozen round: its answers at once, or the first ones and those that came later, each by itself. */
export async function countEdition(deps: Pick<Deps, 'ownerDb'>, command: CountEdition): Promise<ReleaseContent> {
  const { roundId, survey, blocks, period } = command;
  const first = await selectFirstManifest(deps.ownerDb, roundId);
  const splits = first === null ? splitVariables(survey) : splitsOfManifest(survey, first);
  const before = await countAndProtect(deps, survey, { ...command, splits, which: 'first' });
  if (!(await selectHasSupplement(deps.ownerDb, roundId))) return firstContent(before);
  command.progress('the late answers, by themselves');
  const places = addedPlaces(survey);
  const late = { ...command, splits, which: 'supplement', pooling: null, onCounted: places.add } as const;
  const added = await countAndProtect(deps, survey, late);
  return laterContent({ survey, blocks, period, before, added, places });
}
