import type { Deps } from '../deps.ts';
import { registerList } from '../engine/register-lists.ts';
import { bandOf } from '../monitor/decide-bands.ts';
import { selectCountsOf, selectNextSteps, selectReleasedRounds } from './overview-store.ts';
import { roundState, type RoundState } from './round-state.ts';
import { guarded, type GuardedCount } from './show-rounds.ts';
import { selectRoundCounts, selectRounds } from './store.ts';

/** Who looks: all of every round, or the parts of some institutions. */
export type RoundReader = { all: boolean; institutions: readonly string[] };

/**
 * How many have sent answers. Until the round is frozen: how many at least, in full fives, so that nobody can watch one
 * person answer; null = too few people are asked to say it.
 */
export type SentCount = GuardedCount | { atLeast: number } | null;

type RoundRow = Awaited<ReturnType<typeof selectRounds>>[number];
export type RoundFacts = {
  row: RoundRow;
  state: RoundState;
  target: number;
  sent: SentCount;
  /** A release of it is published. */
  released: boolean;
  /** When the next messages leave, if that is decided. */
  nextMessages: Date | null;
};

/** The rounds that somebody may see, the latest first, with counts of their own part. Those thrown away are left out. */
export async function loadRounds(
  deps: Pick<Deps, 'db' | 'now' | 'surveys'>,
  reader: RoundReader,
): Promise<RoundFacts[]> {
  const now = deps.now();
  const rows = (await selectRounds(deps.db)).filter((row) => row.discarded_on === null && isFor(deps, row, reader));
  const roundIds = rows.map(({ id }) => id);
  const counts = reader.all
    ? await selectRoundCounts(deps.db, roundIds)
    : await selectCountsOf(deps.db, { roundIds, institutions: reader.institutions });
  const [released, next] = [await selectReleasedRounds(deps.db), await selectNextSteps(deps.db)];
  return rows.map((row) => {
    const { target, sent } = counts.get(row.id) ?? { target: 0, sent: 0 };
    const state = roundState(row, now);
    return {
      row,
      state,
      target,
      sent: shownCount(state, sent, target),
      released: released.has(row.id),
      nextMessages: next.get(row.id) ?? null,
    };
  });
}

function shownCount(state: RoundState, sent: number, target: number): SentCount {
  // From the first day on: that there is no answer yet is not said either, since the next look would show the first.
  const isAnswered = state !== 'draft' && state !== 'planned' && state !== 'frozen';
  if (!isAnswered || target === 0) return guarded(sent);
  const band = bandOf(sent, target);
  return band && { atLeast: band.low };
}

/** One of them, or null. */
export async function loadRound(
  deps: Pick<Deps, 'db' | 'now' | 'surveys'>,
  reader: RoundReader,
  roundId: string,
): Promise<RoundFacts | null> {
  return (await loadRounds(deps, reader)).find(({ row }) => row.id === roundId) ?? null;
}

/** An institution sees the rounds of its sector's surveys. */
function isFor({ surveys }: Pick<Deps, 'surveys'>, row: RoundRow, { all, institutions }: RoundReader): boolean {
  if (all) return true;
  const survey = surveys.find(row.survey, row.version);
  return survey ? registerList(survey, 'institution').codes.some(({ code }) => institutions.includes(code)) : false;
}
