import { shareCorrection } from './finite-population.ts';
import { Z95 } from './figure.ts';
import { normalQuantile } from './normal-quantile.ts';

/**
 * Answers needed for a 95 % interval of ± `half` (0–0.5) around a share of one half, the widest case:
 * n₀ = z²/(4·half²), n = n₀/(1 + (n₀ − 1)/N). Not rounded: round up. `population` is N (Infinity = n₀).
 * Source: Cochran, Sampling Techniques, 4.4. Throws a RangeError for other halves or an N below 1.
 *
 * Example: sampleSize(0.1, 60) → 37.166663.
 */
export function sampleSize(half: number, population: number): number {
  if (!(half > 0 && half <= 0.5) || !(population >= 1)) throw new RangeError(`± ${half} in ${population} people`);
  const size = Z95 ** 2 / (4 * half ** 2);
  return size / (1 + (size - 1) / population);
}

/** Answers and target population of one side (Infinity = no correction). */
export type Side = { n: number; population: number };

/**
 * The difference of two shares around one half (0–1, cut at 1) that a two-sided test of level 5 % finds
 * with a chance of `power`: (z₀.₉₇₅ + z_power)·√(¼·(f₁/n₁ + f₂/n₂)), f = (N − n)/(N − 1). Smaller
 * differences may be there and stay unseen. Source: Cohen 1988, 6. null when a side has no answer.
 * Throws a RangeError for a power outside 0.5–1.
 *
 * Example: 41 answers against 1 500 without correction, power 0.8 → 0.221737.
 */
export function detectableDifference(one: Side, other: Side, power = 0.8): number | null {
  if (!(power >= 0.5 && power < 1)) throw new RangeError(`a power is 0.5 to 1, not ${power}`);
  if (one.n <= 0 || other.n <= 0) return null;
  const inverse = shareCorrection(one.n, one.population) / one.n + shareCorrection(other.n, other.population) / other.n;
  return Math.min(1, (Z95 + normalQuantile(power)) * Math.sqrt(inverse / 4));
}
