import { sum } from '../statistics/figure.ts';
import { RULES } from './rules.ts';

/**
 * The largest whole percent of which "at least this share answered alike" is true for every
 * homogeneous cell of n answers: ⌊100(n − 2)/n⌋ (R5). It depends on n alone, so that it does not
 * tell 0, 1 and 2 others apart. Example: rawBound(12) → 83.
 */
export function rawBound(n: number): number {
  return Math.floor((100 * (n - RULES.slack)) / n);
}

/**
 * The bound as published: a share (0–1), floored to a multiple of 5 percent, so that it tells
 * little of n. Example: publishedBound(12) → 0.8.
 */
export function publishedBound(n: number): number {
  return (Math.floor(rawBound(n) / RULES.bound_step_percent) * RULES.bound_step_percent) / 100;
}

/**
 * The category that at least n − 2 of the answers share, or null when there is none (a cell can be
 * homogeneous for having answers in too few categories). Example: [1, 9] → 1.
 */
export function commonCategory(counts: readonly number[]): number | null {
  const largest = Math.max(...counts);
  return sum(counts) - largest <= RULES.slack ? counts.indexOf(largest) : null;
}
