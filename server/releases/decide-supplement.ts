export type SupplementFacts = {
  hasRound: boolean;
  isFrozen: boolean;
  /** Whether readers find a release of the round. */
  isPublished: boolean;
  /** From which day on it is final; null = from the start. */
  finalFrom: string | null;
  today: string;
  hasSupplement: boolean;
};

export type SupplementRefusal = {
  kind: 'unknown_round' | 'not_frozen' | 'not_published' | 'final' | 'supplemented';
};

/**
 * Whether late answers may still be added to a round: between its first edition and the day on which that is
 * final, and once. Before freezing they are imported as any others; a second batch would be read beside the first.
 */
export function decideSupplement(facts: SupplementFacts): SupplementRefusal | { kind: 'allowed' } {
  if (!facts.hasRound) return { kind: 'unknown_round' };
  if (!facts.isFrozen) return { kind: 'not_frozen' };
  if (facts.hasSupplement) return { kind: 'supplemented' };
  if (!facts.isPublished) return { kind: 'not_published' };
  if (facts.finalFrom === null || facts.finalFrom <= facts.today) return { kind: 'final' };
  return { kind: 'allowed' };
}
