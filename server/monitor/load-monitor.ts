import type { Deps } from '../deps.ts';
import { roundState, type RoundState } from '../rounds/round-state.ts';
import { selectOptionalRound } from '../rounds/store.ts';
import { addDays, zonedDay } from '../rounds/zoned-time.ts';
import { decideMonitor, type Monitor } from './decide-monitor.ts';
import type { Steps } from './decide-steps.ts';
import { loadSteps } from './load-steps.ts';
import { curveOf, dayOfRound, type CurvePoint } from './make-curve.ts';
import { selectAnswered, selectAsked, selectCurves, selectDays, selectEarlierRounds } from './store.ts';

type MonitorDeps = Pick<Deps, 'db' | 'surveys' | 'now'>;
export type MonitoredRound = NonNullable<Awaited<ReturnType<typeof selectOptionalRound>>>;
type Earlier = { id: string; cohort: string; curve: readonly CurvePoint[] };

/** How a round is being answered, as far as it is told: of all, or of an institution. */
export type MonitorFacts = {
  round: MonitoredRound;
  state: RoundState;
  /** Counted at this time. */
  at: Date;
} &
  /** Nothing to follow: not open yet, or thrown away, or being frozen just now. */
  (
    | { kind: 'nothing' }
    /** Frozen: the days are what was kept of them. */
    | { kind: 'frozen'; curve: readonly CurvePoint[]; before: Earlier | null }
    | { kind: 'counted'; monitor: Monitor; steps: Steps; hasPlan: boolean; lastDay: string }
  );

/** The round of an address, and how it is being answered; null = there is no such round. */
export async function loadMonitor(
  deps: MonitorDeps,
  { roundId, institution }: { roundId: string; institution: string },
): Promise<MonitorFacts | null> {
  const round = await selectOptionalRound(deps.db, roundId);
  if (!round || round.discarded_on !== null) return null;
  const at = deps.now();
  const state = roundState(round, at);
  const facts = { round, state, at };
  switch (state) {
    case 'draft':
    case 'discarded':
    case 'planned':
    case 'freezing':
      return { ...facts, kind: 'nothing' };
    case 'frozen': {
      const [before = null] = await loadEarlier(deps, round, institution);
      const own = await selectCurves(deps.db, { roundIds: [round.id], parts: [], institution });
      return { ...facts, kind: 'frozen', curve: curveOf(own, institution, ''), before };
    }
    case 'open':
    case 'closing':
    case 'closed':
      return { ...facts, kind: 'counted', ...(await count(deps, facts, institution)) };
    default:
      return state satisfies never;
  }
}

async function count(
  deps: MonitorDeps,
  { round, state, at }: { round: MonitoredRound; state: RoundState; at: Date },
  institution: string,
) {
  const { db } = deps;
  const today = zonedDay(at, round.time_zone);
  const lastDay = addDays(today, -1);
  const place = { roundId: round.id, institution, today };
  const isBegun = lastDay >= zonedDay(round.opens_at, round.time_zone);
  const { steps, hasPlan } = await loadSteps(deps, round, institution);
  const survey = deps.surveys.find(round.survey, round.version);
  const monitor = decideMonitor({
    institution,
    asked: await selectAsked(db, place),
    answered: await selectAnswered(db, place),
    days: await selectDays(db, place),
    round,
    day: isBegun ? dayOfRound(lastDay, round) : -1,
    isOpen: state === 'open',
    variables: (survey?.definition.background ?? []).flatMap((one) => (one.kind === 'category' ? [one] : [])),
    earlier: await loadEarlier(deps, round, institution),
    steps: steps.coming,
  });
  return { monitor, steps, hasPlan, lastDay };
}

/** Earlier rounds of the survey with their curves; of the latest those of its parts, too. */
async function loadEarlier({ db }: MonitorDeps, round: MonitoredRound, institution: string): Promise<Earlier[]> {
  const rounds = await selectEarlierRounds(db, round);
  if (rounds.length === 0) return [];
  const roundIds = rounds.map(({ id }) => id);
  const points = await selectCurves(db, { roundIds, parts: roundIds.slice(0, 1), institution });
  return rounds.map((one) => ({ ...one, curve: points.filter(({ round_id }) => round_id === one.id) }));
}
