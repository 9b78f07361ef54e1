import { sum } from './figure.ts';

/**
 * Grouped median of a scale with steps of 1: L + (n/2 − F)/f, where the middle answer lies in the
 * step k, taken as spread evenly over k ± 0.5; L = k − 0.5, F answers lie below it and f in it. When
 * exactly half lie below a gap, the middle between the two steps beside it. In score units. `scores`
 * rise. null when nobody answered. Throws a RangeError for scores that are missing or not 1 apart.
 * Source: Yule and Kendall, An Introduction to the Theory of Statistics.
 *
 * Example: groupedMedian([1, 2, 4, 6, 8, 4], [1, 2, 3, 4, 5, 6]) → 4.416667.
 */
export function groupedMedian(counts: readonly number[], scores: readonly number[]): number | null {
  const first = scores[0] ?? 0;
  if (scores.length !== counts.length || scores.some((score, index) => Math.abs(score - first - index) > 1e-9)) {
    throw new RangeError('a grouped median needs a score a step, each 1 above the one before');
  }
  const middle = sum(counts) / 2;
  if (middle === 0) return null;
  let below = 0;
  for (const [index, count] of counts.entries()) {
    if (below + count > middle) return first + index - 0.5 + (middle - below) / count;
    below += count;
    if (below === middle) {
      const next = counts.findIndex((other, place) => place > index && other > 0);
      return first + (index + next) / 2;
    }
  }
  throw new RangeError('counts are not negative');
}
