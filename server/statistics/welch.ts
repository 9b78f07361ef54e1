import type { Figure } from './figure.ts';
import { meanCorrection } from './finite-population.ts';
import type { Summary } from './mean.ts';
import { tQuantile } from './t-quantile.ts';
import { tStatistic, type TTest } from './t-test.ts';

/** A difference of two means with its 95 % interval and test. */
export type MeanDifference = Figure & TTest;

/**
 * Difference of two means (one − other) with Welch's 95 % interval and two-sided test. Squared standard
 * error Σ s²/n · (1 − n/N), degrees of freedom by Satterthwaite from the same terms. In score units.
 * `populations` are the two N (Infinity = no correction: the groups stand for a process). Two groups
 * without spread give the point, with p = 0 where they differ. null for fewer than two answers on a side.
 * Source: Welch 1947; Satterthwaite 1946.
 *
 * Example: S17 (tests): { value: 0.808696, low: 0.025478, high: 1.591914, t: 2.078685, df: 45.745992, p: 0.043283 }.
 */
export function welch(
  one: Summary,
  other: Summary,
  populations: readonly [number, number] = [Infinity, Infinity],
): MeanDifference | null {
  if (one.n < 2 || other.n < 2) return null;
  const value = one.mean - other.mean;
  const first = (one.variance / one.n) * meanCorrection(one.n, populations[0]);
  const second = (other.variance / other.n) * meanCorrection(other.n, populations[1]);
  const squaredError = first + second;
  if (squaredError === 0) {
    return { value, low: value, high: value, ...tStatistic(value, 0, one.n + other.n - 2) };
  }
  // Divided before squaring: the squares of very small terms would vanish.
  const share = first / squaredError;
  const df = 1 / (share ** 2 / (one.n - 1) + (1 - share) ** 2 / (other.n - 1));
  const half = tQuantile(0.975, df) * Math.sqrt(squaredError);
  return { value, low: value - half, high: value + half, ...tStatistic(value, squaredError, df) };
}
