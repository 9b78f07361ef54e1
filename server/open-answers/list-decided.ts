import type { Deps } from '../deps.ts';
import { redact } from './redact.ts';
import { openRound, type QueueRound, type TextPlace } from './show-text.ts';
import { selectStanding } from './store.ts';
import type { Survey } from '../engine/survey.ts';
import type { Review } from './decide-review.ts';

export type Decided = {
  key: string;
  body: string;
  state: Review['state'];
  firstBy: string;
  secondBy: string;
  reason: string;
  isReleased: boolean;
};
export type DecidedList = { round: QueueRound; survey: Survey; item: string; decided: readonly Decided[] };

/** Texts of a question that somebody decided on, as they would be shown; null when there is no such round. */
export async function listDecided(
  deps: Pick<Deps, 'db' | 'surveys'>,
  { roundId, item }: TextPlace,
): Promise<DecidedList | null> {
  const opened = await openRound(deps, roundId);
  if (!opened) return null;
  const rows = await selectStanding(deps.db, { roundId, item, states: ['waiting', 'approved', 'rejected'] });
  const decided = rows.map((row) => ({
    key: row.key,
    body: redact(row.body, row.spans ?? []),
    state: row.state,
    firstBy: row.first_by ?? '',
    secondBy: row.second_by ?? '',
    reason: row.reason ?? '',
    isReleased: row.edition !== null,
  }));
  return { ...opened, item, decided };
}
