import { withLongWork } from '../db/long-work.ts';
import type { Deps } from '../deps.ts';
import { blocksOfRound } from '../own-blocks/asked-survey.ts';
import { buildProgress } from './build-progress.ts';
import { buildContent } from './build-content.ts';
import { keepBuilt, type KeepOutcome } from './keep-built.ts';
import { selectOptionalRoundToRelease } from './store.ts';

type ReleaseDeps = Pick<Deps, 'ownerDb' | 'embedded' | 'surveys' | 'now'>;

export type BuildOutcome =
  KeepOutcome | { kind: 'unknown_round' } | { kind: 'unknown_definition'; definition: string } | { kind: 'not_frozen' };

export type BuildCommand = {
  roundId: string;
  /** Leaves the release of an invented round a draft, as that of any other. */
  asDraft?: boolean;
  progress: (line: string) => void;
};

/**
 * Builds the release of a frozen round and stores it as a draft, which two people publish. That of an invented
 * round is published at once. The same data give the same release again. May be stopped anywhere and run again.
 */
export async function buildRoundRelease(deps: ReleaseDeps, command: BuildCommand): Promise<BuildOutcome> {
  return withLongWork(deps.ownerDb, `building the release of round ${command.roundId}`, async () => {
    const round = await selectOptionalRoundToRelease(deps.ownerDb, command.roundId);
    if (!round) return { kind: 'unknown_round' };
    if (round.frozen_on === null) return { kind: 'not_frozen' };
    const survey = deps.surveys.find(round.survey, round.version);
    if (!survey) return { kind: 'unknown_definition', definition: `${round.survey}.v${round.version}` };
    const blocks = await blocksOfRound(deps.ownerDb, round.id);
    const build = buildProgress(deps, round.id);
    const built = await buildContent(deps, { ...command, survey, blocks, build, period: round.graduation_years });
    return keepBuilt(deps, { ...command, round, survey, blocks, build, built });
  });
}
