/** How far chance may move a share of a degree's respondents. By their number alone (largest 95 % Wilson half-width). */
export type Reliability = 'good' | 'fair' | 'low' | 'few';

const Z = 1.959964;

/** At least 93 answers: within ±10 percentage points. 21: ±20. 10: ±26. Fewer: the word for few answers. */
export function reliabilityOf(respondents: number): Reliability {
  if (respondents >= 93) return 'good';
  if (respondents >= 21) return 'fair';
  return respondents >= 10 ? 'low' : 'few';
}

/**
 * The widest half of a 95 % Wilson interval for a share of n answers (at one half), 0–1. Without the
 * finite population correction: who plans for future students reads the cohort as a sample.
 * Example: 41 → 0.146.
 */
export function largestHalfWidth(respondents: number): number {
  return Z / (2 * Math.sqrt(respondents + Z * Z));
}

/** Below this response rate a report says that those who answered may differ from the rest. */
export const LOW_RESPONSE_RATE = 0.3;
