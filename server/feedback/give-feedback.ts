import { newToken, tokenHash } from '../accounts/secrets.ts';
import { todayOf, uuidOf } from '../accounts/sessions.ts';
import { insertAuditEvent } from '../audit/store.ts';
import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { addDays } from '../rounds/zoned-time.ts';
import { decideFeedback, type FeedbackProblem, type TypedFeedback } from './decide-feedback.ts';
import { insertFeedback } from './store.ts';

/** Days within which feedback on accessibility is answered (Act 306/2019). */
const DAYS_TO_ANSWER = 14;
/** So many a day, for the whole service: more is no longer somebody telling of a fault. */
const MOST_A_DAY = 500;

export type Given =
  | { kind: 'taken'; receipt: string }
  | { kind: 'invalid'; problems: readonly FeedbackProblem[] }
  /** Too much has come today. */
  | { kind: 'full' };

type GiveDeps = Pick<Deps, 'db' | 'now' | 'randomBytes'>;

/** Takes feedback. Whoever gave it holds the receipt; nothing else leads back to them but an address they gave. */
export async function giveFeedback(
  deps: GiveDeps,
  { typed, language, institutions }: { typed: TypedFeedback; language: Language; institutions: readonly string[] },
): Promise<Given> {
  const { feedback, problems } = decideFeedback(typed, institutions);
  if (problems.length > 0) return { kind: 'invalid', problems };
  const receipt = newToken(deps.randomBytes);
  const day = todayOf(deps);
  const row = {
    ...feedback,
    id: uuidOf(deps.randomBytes(16)),
    receipt_hash: tokenHash(receipt),
    language,
    received_on: day,
    due_on: addDays(day, DAYS_TO_ANSWER),
  };
  const isTaken = await deps.db.transaction().execute(async (trx) => {
    if (!(await insertFeedback(trx, row, MOST_A_DAY))) return false;
    const detail = row.institution === '' ? {} : { institution: row.institution };
    await insertAuditEvent(trx, { on_date: day, kind: 'feedback_received', round_id: null, detail });
    return true;
  });
  return isTaken ? { kind: 'taken', receipt } : { kind: 'full' };
}
