import { checkedShare } from './checked-share.ts';
import { shareCorrection } from './finite-population.ts';
import type { ShareGroup } from './newcombe.ts';
import { normalP } from './p-values.ts';

/**
 * z test of two shares with the pooled share p: z = d/√(p(1 − p)(f₁/n₁ + f₂/n₂)), f = (N − n)/(N − 1)
 * or 1 without a population. Two-sided p-value. A difference without error (everybody answered)
 * gives an infinite z and p = 0, equal shares z = 0 and p = 1. null when a side has no answer.
 * Source: Cochran, Sampling Techniques, 2.6. Throws a RangeError unless 0 ≤ chosen ≤ n.
 *
 * Example: 18 of 25 (N 40) against 12 of 22 (N 45) → { z: 1.836046, p: 0.066351 }.
 */
export function twoProportions(one: ShareGroup, other: ShareGroup): { z: number; p: number } | null {
  const difference = checkedShare(one.chosen, one.n) - checkedShare(other.chosen, other.n);
  if (one.n === 0 || other.n === 0) return null;
  if (difference === 0) return { z: 0, p: 1 };
  const pooled = (one.chosen + other.chosen) / (one.n + other.n);
  const inverse = shareCorrection(one.n, one.population) / one.n + shareCorrection(other.n, other.population) / other.n;
  const z = difference / Math.sqrt(pooled * (1 - pooled) * inverse);
  return { z, p: normalP(z) };
}
