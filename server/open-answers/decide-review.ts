import { needsSecond, type Mark, type Span } from './flag.ts';
import { joinSpans } from './redact.ts';

export const CHOICES = ['approve', 'redact', 'reject', 'agree', 'undo'] as const;
export type Choice = (typeof CHOICES)[number];

/** Where the review of a text stands. */
export type Review = {
  state: 'open' | 'waiting' | 'approved' | 'rejected';
  spans: readonly Span[];
  reason: string;
  firstBy: string;
  secondBy: string;
};
export const UNREVIEWED: Review = { state: 'open', spans: [], reason: '', firstBy: '', secondBy: '' };

export type ReviewProblem =
  | 'no_name'
  | 'no_choice'
  | 'no_reason'
  | 'nothing_to_remove'
  | 'something_to_remove'
  | 'reason_repeats'
  | 'same_reviewer'
  | 'nothing_to_agree'
  | 'decided_already'
  | 'nothing_to_undo'
  | 'released';

export type ReviewEvent = { what: string; reason: string; removedParts: number };
export type ReviewDecision =
  { kind: 'set'; review: Review; event: ReviewEvent } | { kind: 'refused'; problem: ReviewProblem };

export type ReviewFacts = {
  body: string;
  marks: readonly Mark[];
  current: Review;
  isReleased: boolean;
  by: string;
  choice: Choice | null;
  spans: readonly Span[];
  reason: string;
};

/**
 * What becomes of a text by one reviewer's decision. What is marked, and what has parts removed, needs
 * a second reviewer to agree; a rejection does not, since it shows nothing. Until it is released, every
 * decision can be taken back.
 */
export function decideReview(facts: ReviewFacts): ReviewDecision {
  const problem = problemOf(facts);
  if (problem) return { kind: 'refused', problem };
  const { choice, current, marks, by, body } = facts;
  const spans = joinSpans(facts.spans, body.length);
  const reason = facts.reason.trim();
  const set = (what: string, review: Partial<Review>): ReviewDecision => {
    const next = { ...UNREVIEWED, firstBy: by.trim(), reason, ...review };
    return { kind: 'set', review: next, event: { what, reason, removedParts: next.spans.length } };
  };
  switch (choice) {
    case 'approve':
      return set('approved', { state: needsSecond(marks) ? 'waiting' : 'approved' });
    case 'redact':
      return set('redacted', { state: 'waiting', spans });
    case 'reject':
      return set('rejected', { state: 'rejected' });
    case 'agree':
      return set('agreed', { ...current, state: 'approved', secondBy: by.trim() });
    case 'undo':
      return set('undone', { ...UNREVIEWED });
    case null:
      return { kind: 'refused', problem: 'no_choice' };
    default:
      return choice satisfies never;
  }
}

function problemOf({ by, choice, current, isReleased, spans, reason, body }: ReviewFacts): ReviewProblem | null {
  if (by.trim().length < 2) return 'no_name';
  if (isReleased) return 'released';
  if (choice === null) return 'no_choice';
  if (choice === 'undo') return current.state === 'open' ? 'nothing_to_undo' : null;
  if (current.state === 'approved' || current.state === 'rejected') return 'decided_already';
  if (choice === 'agree') return problemOfAgreeing(current, by);
  if (choice === 'approve' && spans.length > 0) return 'something_to_remove';
  if (choice === 'redact' && spans.length === 0) return 'nothing_to_remove';
  if (choice !== 'approve' && reason.trim().length < 3) return 'no_reason';
  const removed = spans.map(([start, end]) => body.slice(start, end).trim().toLowerCase());
  const repeats = removed.some((words) => words.length > 2 && reason.toLowerCase().includes(words));
  return repeats ? 'reason_repeats' : null;
}

function problemOfAgreeing(current: Review, by: string): ReviewProblem | null {
  if (current.state !== 'waiting') return 'nothing_to_agree';
  return samePerson(current.firstBy, by) ? 'same_reviewer' : null;
}

/** Names as typed may differ in size of letters, spaces and accents, and mean one person. */
export function samePerson(one: string, other: string): boolean {
  const plain = (name: string) =>
    name
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase();
  return plain(one) === plain(other);
}
