/** What publishing needs besides the draft. */
export type PublishFacts = {
  hasRound: boolean;
  hasDraft: boolean;
  /** Whose the given keys are, in order; null for one that is nobody's. */
  publishers: readonly (string | null)[];
  edition: number;
  /** Whether a reason is given in each language. */
  hasReason: boolean;
};

export type PublishRefusal =
  | { kind: 'unknown_round' | 'no_draft' | 'one_key' | 'same_name' | 'needs_reason' }
  /** Which of the keys, from 1. */
  | { kind: 'unknown_key'; which: number };

/** Number of days after closing for which a result is preliminary. */
export const PRELIMINARY_DAYS = 14;

/**
 * Whether a release may be published: two keys of two people, and for another edition of a release that
 * has been read, a reason that its readers are told.
 */
export function decidePublish(facts: PublishFacts): PublishRefusal | { kind: 'allowed'; by: string } {
  if (!facts.hasRound) return { kind: 'unknown_round' };
  if (!facts.hasDraft) return { kind: 'no_draft' };
  const refusal = refuseKeys(facts.publishers);
  if (refusal) return refusal;
  if (facts.edition > 1 && !facts.hasReason) return { kind: 'needs_reason' };
  return { kind: 'allowed', by: facts.publishers.filter((name) => name !== null).join(', ') };
}

/** Why these keys are not those of two people; null when they are. */
export function refuseKeys(publishers: readonly (string | null)[]): PublishRefusal | null {
  const unknown = publishers.indexOf(null);
  if (unknown >= 0) return { kind: 'unknown_key', which: unknown + 1 };
  if (publishers.length < 2) return { kind: 'one_key' };
  return new Set(publishers).size < 2 ? { kind: 'same_name' } : null;
}

/** A day so many days later. Example: addDays('2026-11-30', 14) → '2026-12-14'. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * 3600 * 1000).toISOString().slice(0, 10);
}
