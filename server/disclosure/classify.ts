import { sum } from '../statistics/figure.ts';
import { RULES } from './rules.ts';

/** What a vector of counts allows by itself, before its siblings are looked at. */
export type CellClass = 'empty' | 'small' | 'homogeneous' | 'exact';

export type ClassRule = {
  /** Fewest answers. */
  threshold: number;
  /** Fewest categories that must have answers. */
  categories: number;
  /** At most this many answers outside the largest category are "nearly all alike". */
  slack: number;
};

/**
 * The class of a vector of counts (rules R1, R2 and R5): `small` below the threshold,
 * `homogeneous` where so nearly all answered alike that an answer could be told from the figure
 * (with one insider's help: n − max ≤ slack), `exact` otherwise.
 *
 * Example, threshold 5 and slack 2: [9, 3] → exact, [10, 2] → homogeneous, [3, 1] → small.
 */
export function classify(counts: readonly number[], rule: ClassRule): CellClass {
  const n = sum(counts);
  if (n === 0) return 'empty';
  if (n < rule.threshold) return 'small';
  const answered = counts.filter((count) => count > 0).length;
  if (n - Math.max(...counts) <= rule.slack || answered < rule.categories) return 'homogeneous';
  return 'exact';
}

/**
 * Whether rounded quartiles of numbers may be shown, seen on the counts of their declared bands:
 * at least 21 answers, at least four bands with answers, none over 80 % of them. Otherwise nothing
 * is shown, since a bound on a band says less than a reader would think.
 *
 * Example: [6, 6, 6, 6] → true; [17, 2, 1, 1] → false (81 %).
 */
export function allowsQuartiles(bandCounts: readonly number[], threshold: number): boolean {
  const n = sum(bandCounts);
  const bands = bandCounts.filter((count) => count > 0).length;
  const largest = Math.max(0, ...bandCounts);
  return (
    n >= Math.max(RULES.numbers_threshold, threshold) &&
    bands >= RULES.numbers_bands &&
    100 * largest <= RULES.numbers_largest_band_percent * n
  );
}
