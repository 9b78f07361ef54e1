import type { Deps } from '../deps.ts';
import type { Survey } from '../engine/survey.ts';
import { countTexts, selectFrozenRounds } from './store.ts';
import type { QueueRound } from './show-text.ts';

export type QueueCounts = Awaited<ReturnType<typeof countTexts>>[number];
export type QueuedRound = { round: QueueRound; survey: Survey; items: readonly QueueCounts[] };

/** Frozen rounds that have texts, the newest cohort first, with counts of each question in the order of the survey. */
export async function listQueue({ db, surveys }: Pick<Deps, 'db' | 'surveys'>): Promise<QueuedRound[]> {
  const [rounds, counts] = [await selectFrozenRounds(db), await countTexts(db)];
  const queued = rounds.flatMap((round) => {
    const survey = surveys.find(round.survey, round.version);
    const order = [...(survey?.questions.keys() ?? [])];
    const items = counts
      .filter(({ round_id }) => round_id === round.id)
      .toSorted((a, b) => order.indexOf(a.item) - order.indexOf(b.item) || (a.item < b.item ? -1 : 1));
    return survey && items.length > 0 ? [{ round, survey, items }] : [];
  });
  const key = ({ round }: QueuedRound) => `${round.cohort} ${round.id}`;
  return queued.toSorted((a, b) => (key(a) < key(b) ? 1 : -1));
}
