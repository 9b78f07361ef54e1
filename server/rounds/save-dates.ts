import { insertAuditEvent } from '../audit/store.ts';
import type { Deps } from '../deps.ts';
import { decideDates, fixedOpening, type DateProblem, type Dates, type TypedDates } from './decide-dates.ts';
import { roundState, type RoundState } from './round-state.ts';
import { lockOptionalRound, updateRoundTimes } from './store.ts';
import { formatZoned, zonedDay } from './zoned-time.ts';

export type SaveDates = {
  roundId: string;
  typed: TypedDates;
  /** Why, of a round that is published; kept in its history. */
  reason: string;
  /** Of the page that was filled in. */
  revision: number;
  by: string | null;
};

export type SaveDatesOutcome =
  | { kind: 'saved' | 'unchanged' }
  | { kind: 'refused'; problems: DateProblem[]; needsReason: boolean }
  /** Somebody else has saved meanwhile: theirs, and the revision by which one's own can be saved over them. */
  | { kind: 'conflict'; theirs: Dates; revision: number }
  | { kind: 'unknown_round' }
  /** Frozen, being frozen, or thrown away. */
  | { kind: 'over'; state: RoundState };

const MOST_REASON = 500;

/**
 * Saves the dates of a round. A later closing of a round that has closed opens it again for everyone: that is how a
 * round is given more time.
 */
export async function saveDates(deps: Pick<Deps, 'db' | 'now'>, command: SaveDates): Promise<SaveDatesOutcome> {
  return deps.db.transaction().execute(async (trx): Promise<SaveDatesOutcome> => {
    const round = await lockOptionalRound(trx, command.roundId);
    if (!round) return { kind: 'unknown_round' };
    const now = deps.now();
    const state = roundState(round, now);
    if (state === 'freezing' || state === 'frozen' || state === 'discarded') return { kind: 'over', state };
    const zone = round.time_zone;
    const decision = decideDates(command.typed, { zone, now, opened: fixedOpening(round, state) });
    const reason = command.reason.trim().slice(0, MOST_REASON);
    const needsReason = state !== 'draft' && reason === '';
    if (decision.kind === 'refused') return { ...decision, needsReason };
    const { dates } = decision;
    if (isSame(dates, round)) return { kind: 'unchanged' };
    if (command.revision !== round.revision) return { kind: 'conflict', theirs: round, revision: round.revision };
    if (needsReason) return { kind: 'refused', problems: [], needsReason };
    await updateRoundTimes(trx, { id: round.id, ...dates });
    const isLonger = dates.closes_at > round.closes_at && state !== 'draft' && state !== 'planned';
    await insertAuditEvent(trx, {
      on_date: zonedDay(now, zone),
      kind: isLonger ? 'round_extended' : 'round_dates_changed',
      round_id: round.id,
      detail: {
        by: command.by,
        reason,
        opens: formatZoned(dates.opens_at, zone),
        closes: formatZoned(dates.closes_at, zone),
      },
    });
    return { kind: 'saved' };
  });
}

function isSame(one: Dates, other: Dates): boolean {
  return (
    one.opens_at.getTime() === other.opens_at.getTime() &&
    one.closes_at.getTime() === other.closes_at.getTime() &&
    one.tolerance_hours === other.tolerance_hours &&
    one.reports_on === other.reports_on
  );
}
