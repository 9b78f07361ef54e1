import { Z95, type Figure } from './figure.ts';

/**
 * A share (0–1) with its 95 % Wilson score interval and the finite population correction: the
 * sample size in the formula is n* = n(N − 1)/(N − n), so that a whole population answering
 * (n = N) gives the point itself. Source: Wilson 1927; Cochran, Sampling Techniques, 2.6.
 * The correction treats those who did not answer as missing at random.
 *
 * `chosen` of `n` answers chose it; `population` is N (Infinity = no correction; an N below n
 * counts as n); `z` is the normal quantile of another confidence. null when nobody answered.
 *
 * Example: wilson(18, 25, 40) → { value: 0.72, low: 0.600951, high: 0.814496 }.
 */
export function wilson(chosen: number, n: number, population: number, z: number = Z95): Figure | null {
  if (n <= 0) return null;
  const value = chosen / n;
  if (population <= n) return { value, low: value, high: value };
  const size = Number.isFinite(population) ? (n * (population - 1)) / (population - n) : n;
  const square = z * z;
  const centre = (value + square / (2 * size)) / (1 + square / size);
  const half = (z / (1 + square / size)) * Math.sqrt((value * (1 - value)) / size + square / (4 * size * size));
  // At the ends the formula gives 0 and 1 exactly; floating point would give 1e-17 beside them.
  return {
    value,
    low: chosen === 0 ? 0 : Math.max(0, centre - half),
    high: chosen === n ? 1 : Math.min(1, centre + half),
  };
}
