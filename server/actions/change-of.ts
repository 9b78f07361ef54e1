import { tQuantile } from '../statistics/t-quantile.ts';

/** A mean of one round, with the spread of its answers. */
export type RoundMean = { mean: number; sd: number; n: number };
export type Change = { value: number; low: number; high: number };

/**
 * The change of a mean from one round to a later one with Welch's 95 % interval: the answers of the two
 * rounds are taken as samples of those who come after, so there is no correction for a finite
 * population. null where chance cannot be judged: fewer than two answers, or no spread at all.
 * Source: Welch, Biometrika 34 (1947).
 *
 * @example changeOf({ mean: 4, sd: 1.2, n: 25 }, { mean: 4.5, sd: 1.2, n: 25 }) // 0.5, −0.18 – +1.18
 */
export function changeOf(before: RoundMean, after: RoundMean): Change | null {
  if (before.n < 2 || after.n < 2) return null;
  const [one, other] = [before.sd ** 2 / before.n, after.sd ** 2 / after.n];
  if (one + other === 0) return null;
  const df = (one + other) ** 2 / (one ** 2 / (before.n - 1) + other ** 2 / (after.n - 1));
  const half = tQuantile(0.975, df) * Math.sqrt(one + other);
  const value = after.mean - before.mean;
  return { value, low: value - half, high: value + half };
}
