import { checkedShare } from './checked-share.ts';
import type { Figure } from './figure.ts';
import { shareCorrection } from './finite-population.ts';
import { normalQuantile } from './normal-quantile.ts';

/**
 * Agresti–Coull interval of a share with the finite population correction: p̃ = (x + z²/2)/(n + z²),
 * ends p̃ ± z·√(p̃(1 − p̃)/(n + z²) · (N − n)/(N − 1)); z² itself is not corrected. The Australian
 * graduate surveys use it at 90 %. `value` is p̃, not x/n. Shares; the ends are cut at 0 and 1.
 * Source: Agresti and Coull 1998. null when nobody answered; with n = N the point x/n. Throws a
 * RangeError unless 0 ≤ chosen ≤ n.
 *
 * Example: agrestiCoull(18, 25, 40, 0.9) → { value: 0.698516, low: 0.60958, high: 0.787452 }.
 */
export function agrestiCoull(chosen: number, n: number, population: number, confidence = 0.95): Figure | null {
  const share = checkedShare(chosen, n);
  if (n === 0) return null;
  if (population <= n) return { value: share, low: share, high: share };
  const z = normalQuantile((1 + confidence) / 2);
  const size = n + z * z;
  const value = (chosen + (z * z) / 2) / size;
  const half = z * Math.sqrt(((value * (1 - value)) / size) * shareCorrection(n, population));
  return { value, low: Math.max(0, value - half), high: Math.min(1, value + half) };
}
