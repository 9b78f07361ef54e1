import { meanCorrection } from './finite-population.ts';
import { summarise } from './mean.ts';
import { tP } from './p-values.ts';

/** A t statistic with its degrees of freedom and two-sided p-value. */
export type TTest = { t: number; df: number; p: number };

/**
 * Whether a mean differs from `against`: t = (mean − against)/(s/√n · √((N − n)/N)), n − 1 degrees of
 * freedom. On the gaps of complete pairs this is the paired t test (Student 1908). `counts[i]` answers
 * have the score `scores[i]`. A mean without spread that differs gives p = 0. null for fewer than two answers.
 *
 * Example: the twelve pairs of S16 (tests), against 0 → { t: 4.311172, df: 11, p: 0.001233 }.
 */
export function tTest(
  counts: readonly number[],
  scores: readonly number[],
  against: number,
  population: number,
): TTest | null {
  const { n, mean, variance } = summarise(counts, scores);
  if (n < 2) return null;
  return tStatistic(mean - against, (variance / n) * meanCorrection(n, population), n - 1);
}

/**
 * The t statistic of a difference with its squared standard error. No difference gives t = 0 and p = 1,
 * a difference without error an infinite t and p = 0. Example: tStatistic(2, 1, 10).t → 2.
 */
export function tStatistic(difference: number, squaredError: number, df: number): TTest {
  if (difference === 0) return { t: 0, df, p: 1 };
  const t = difference / Math.sqrt(squaredError);
  return { t, df, p: squaredError > 0 ? tP(t, df) : 0 };
}
