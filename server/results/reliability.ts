import type { Representativeness } from '../disclosure/representativeness-of.ts';

/** How far to trust a degree's results, by its sign on the page. */
export type Reliability = 'good' | 'fair' | 'low' | 'few';

const Z = 1.959964;
const SIGN_OF = { good: 'good', fair: 'fair', weak: 'low', few: 'few', not_shown: 'few' } as const;

/** The sign of a class: by the number of respondents, one class lower where few and one-sided people answered. */
export function signOf({ reliability }: Pick<Representativeness, 'reliability'>): Reliability {
  return SIGN_OF[reliability];
}

/**
 * The widest half of a 95 % Wilson interval for a share of n answers (at one half), 0–1. Without the
 * finite population correction: who plans for future students reads the cohort as a sample.
 * Example: 41 → 0.146.
 */
export function largestHalfWidth(respondents: number): number {
  return Z / (2 * Math.sqrt(respondents + Z * Z));
}
