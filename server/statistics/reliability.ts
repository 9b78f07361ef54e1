import { wilson } from './wilson.ts';

/** How far to trust a report: by its number of answers, one lower where few and one-sided people answered. */
export type Reliability = 'good' | 'fair' | 'weak' | 'few' | 'not_shown';

/** Fewest answers of each class; half-widths of 10, 20 and 26 points. */
const CLASSES: readonly [Reliability, number][] = [
  ['good', 93],
  ['fair', 21],
  ['weak', 10],
  ['few', 5],
];
const LOW_RATE = 0.3;
const UNLIKE = 0.1;

/**
 * The reliability class of n answers: good from 93 on (any share ± 10 points at most), fair from 21
 * (± 20), weak from 10, few from 5, not shown below. One class lower where the response rate is below
 * 30 % and a characteristic of the register differs by more than 10 points between respondents and
 * target population. Without finite population correction: the reader plans for future students.
 * `rate` and `largestDifference` 0–1. Throws a RangeError for a negative n.
 *
 * Example: reliability(41, 0.37, 0.08) → 'fair'; reliability(41, 0.25, 0.12) → 'weak'.
 */
export function reliability(n: number, rate: number, largestDifference: number): Reliability {
  if (!(n >= 0)) throw new RangeError(`${n} answers`);
  const place = CLASSES.findIndex(([, fewest]) => n >= fewest);
  if (place < 0) return 'not_shown';
  const { lowRate, unlike } = biasFlags(rate, largestDifference);
  // The least class that is shown stays: whether it is shown is the gate's decision.
  const lowered = lowRate && unlike ? Math.min(CLASSES.length - 1, place + 1) : place;
  return CLASSES[lowered]?.[0] ?? 'not_shown';
}

/**
 * The two signs of possible bias, either of which is told beside the reliability: response rate below
 * 30 %, a characteristic more than 10 points off. Example: biasFlags(0.25, 0.05) → { lowRate: true, unlike: false }.
 */
export function biasFlags(rate: number, largestDifference: number): { lowRate: boolean; unlike: boolean } {
  return { lowRate: rate < LOW_RATE, unlike: largestDifference > UNLIKE };
}

/**
 * The widest half of a 95 % Wilson interval that any share of n answers can have (0–1), without finite
 * population correction: what a reader may take as "shares are ± this". null for n = 0.
 *
 * Example: widestHalf(93) → 0.0996; widestHalf(21) → 0.1966.
 */
export function widestHalf(n: number): number | null {
  const figure = wilson(n / 2, n, Infinity);
  return figure && (figure.high - figure.low) / 2;
}
