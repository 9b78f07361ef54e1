import type { Deps } from '../deps.ts';
import { blockId } from '../engine/own-block.ts';
import { selectAskedBy } from '../own-blocks/store.ts';
import { freezableAt, roundState, type RoundState } from './round-state.ts';
import { selectOptionalRound, selectRoundCounts, selectRounds } from './store.ts';

/** A count of answers as it may be said while people can be told from it: 1 to 4 are not. */
export type GuardedCount = number | '1-4';

export type RoundView = {
  id: string;
  survey: string;
  version: number;
  cohort: string;
  state: RoundState;
  opens_at: string;
  closes_at: string;
  time_zone: string;
  tolerance_hours: number;
  freezable_at: string;
  /** null until the first people are imported. */
  invented: boolean | null;
  target: number;
  sent: GuardedCount;
  saved_not_sent: GuardedCount;
  frozen_on: string | null;
  /** Own questions that it asks, by name: 'X0101.v2'. */
  own_blocks: string[];
};

type Needs = Pick<Deps, 'db' | 'now'>;
type Round = NonNullable<Awaited<ReturnType<typeof selectOptionalRound>>>;

/** All rounds, the latest first. */
export async function listRounds(deps: Needs): Promise<RoundView[]> {
  return views(deps, await selectRounds(deps.db));
}

/** One round, or null when there is none of that id. */
export async function showRound(deps: Needs, roundId: string): Promise<RoundView | null> {
  const round = await selectOptionalRound(deps.db, roundId);
  if (!round) return null;
  const [view] = await views(deps, [round]);
  return view ?? null;
}

async function views(deps: Needs, rounds: readonly Round[]): Promise<RoundView[]> {
  const ids = rounds.map((round) => round.id);
  const counts = await selectRoundCounts(deps.db, ids);
  const asked = await selectAskedBy(deps.db, ids);
  return rounds.map((round) => {
    const count = counts.get(round.id) ?? { target: 0, sent: 0, saved_not_sent: 0 };
    const { id, survey, version, cohort, time_zone, tolerance_hours, invented, frozen_on } = round;
    return {
      id,
      survey,
      version,
      cohort,
      state: roundState(round, deps.now()),
      opens_at: round.opens_at.toISOString(),
      closes_at: round.closes_at.toISOString(),
      time_zone,
      tolerance_hours,
      freezable_at: freezableAt(round).toISOString(),
      invented,
      target: count.target,
      sent: guarded(count.sent),
      saved_not_sent: guarded(count.saved_not_sent),
      frozen_on,
      own_blocks: asked.filter((one) => one.round_id === id).map(blockId),
    };
  });
}

/** A count of answers as it may be said while people can be told from it. */
export function guarded(count: number): GuardedCount {
  return count >= 1 && count <= 4 ? '1-4' : count;
}
