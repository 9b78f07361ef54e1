import type { Deps } from '../deps.ts';
import { decideReview, type Choice, type ReviewProblem } from './decide-review.ts';
import type { Span } from './flag.ts';
import { placesOf } from './redact.ts';
import { showText, type ShownText, type TextPlace } from './show-text.ts';
import { insertReviewEvent, saveReview } from './store.ts';
import { replaceThemesOfText } from './theme-store.ts';

/** What a reviewer posted: as typed, so that a page shown again loses nothing. */
export type PostedReview = {
  by: string;
  revision: number;
  choice: Choice | null;
  /** Marks that were ticked, by their number on the page. */
  ticked: readonly number[];
  /** Words to remove, one place a line. */
  words: string;
  reason: string;
  themes: readonly string[];
};

export type ReviewOutcome =
  | { kind: 'saved' }
  | { kind: 'unknown' }
  | { kind: 'stale'; text: ShownText }
  | { kind: 'refused'; text: ShownText; problem: ReviewProblem | { kind: 'not_in_text'; words: string } };

/** Keeps one reviewer's decision on one text, with its line in the log. */
export async function reviewText(
  deps: Pick<Deps, 'db' | 'surveys' | 'now'>,
  { place, posted }: { place: TextPlace & { key: string }; posted: PostedReview },
): Promise<ReviewOutcome> {
  const text = await showText(deps, place);
  if (!text) return { kind: 'unknown' };
  if (posted.revision !== text.revision) return { kind: 'stale', text };
  const wanted = spansOf(text, posted);
  if (wanted.kind === 'not_in_text') return { kind: 'refused', text, problem: wanted };
  const { by, choice, reason } = posted;
  const { body, marks, review: current, isReleased } = text;
  const decision = decideReview({ body, marks, current, isReleased, by, choice, spans: wanted.spans, reason });
  if (decision.kind === 'refused') return { kind: 'refused', text, problem: decision.problem };
  const themes = posted.themes.filter((id) => text.themes.some((theme) => theme.id === id));
  const { roundId, key } = place;
  const isSaved = await deps.db.transaction().execute(async (trx) => {
    if (!(await saveReview(trx, { key, roundId, revision: text.revision, review: decision.review }))) return false;
    await replaceThemesOfText(trx, { key, roundId, themes });
    await insertReviewEvent(trx, {
      round_id: roundId,
      text_key: key,
      on_date: deps.now().toISOString().slice(0, 10),
      by_name: by.trim(),
      what: decision.event.what,
      reason: decision.event.reason,
      removed_parts: decision.event.removedParts,
    });
    return true;
  });
  return isSaved ? { kind: 'saved' } : { kind: 'stale', text: (await showText(deps, place)) ?? text };
}

function spansOf(
  { body, marks }: ShownText,
  { ticked, words }: PostedReview,
): { kind: 'spans'; spans: Span[] } | { kind: 'not_in_text'; words: string } {
  const pairs: Span[] = marks.filter((_mark, index) => ticked.includes(index)).map(({ span }) => span);
  for (const line of words.split('\n').filter((one) => one.trim() !== '')) {
    const found = placesOf(body, line);
    if (!found) return { kind: 'not_in_text', words: line.trim() };
    pairs.push(...found);
  }
  return { kind: 'spans', spans: pairs };
}
