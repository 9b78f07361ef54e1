import { todayOf } from '../accounts/sessions.ts';
import { insertAuditEvent } from '../audit/store.ts';
import type { Deps } from '../deps.ts';
import { addDays } from '../rounds/zoned-time.ts';
import { deleteAnsweredBefore, selectOneFeedback, updateAnswered, type FeedbackRow } from './store.ts';

export type { FeedbackRow } from './store.ts';

/** Days for which feedback is kept when it has been answered. */
const DAYS_KEPT = 365;

/** One piece of feedback, if it was given to one of these institutions (null = to anybody). */
export async function findFeedback(
  { db }: Pick<Deps, 'db'>,
  { id, places }: { id: string; places: readonly string[] | null },
): Promise<FeedbackRow | null> {
  const row = await selectOneFeedback(db, id);
  return row && (places === null || places.includes(row.institution)) ? row : null;
}

/** Writes down what was answered. False where somebody else has answered meanwhile. */
export async function answerFeedback(
  deps: Pick<Deps, 'db' | 'now'>,
  { id, institution, reply, by }: { id: string; institution: string; reply: string; by: string | null },
): Promise<boolean> {
  const day = todayOf(deps);
  return deps.db.transaction().execute(async (trx) => {
    await deleteAnsweredBefore(trx, addDays(day, -DAYS_KEPT));
    if (!(await updateAnswered(trx, { id, day, reply }))) return false;
    const detail = { by, ...(institution !== '' && { institution }) };
    await insertAuditEvent(trx, { on_date: day, kind: 'feedback_answered', round_id: null, detail });
    return true;
  });
}
