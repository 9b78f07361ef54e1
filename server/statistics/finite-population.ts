/**
 * Finite population correction of the variance of a share, (N − n)/(N − 1); 1 for an infinite
 * population, 0 where everybody answered (an N below n counts as n). Source: Cochran, Sampling
 * Techniques, 2.6. Example: shareCorrection(25, 40) → 0.384615.
 */
export function shareCorrection(n: number, population: number): number {
  if (!Number.isFinite(population)) return 1;
  return population <= n ? 0 : (population - n) / (population - 1);
}

/**
 * Finite population correction of the variance of a mean (whose s² has the divisor n − 1):
 * (N − n)/N; 1 for an infinite population, 0 where everybody answered. Source: Cochran, Sampling
 * Techniques, 2.8. Example: meanCorrection(25, 40) → 0.375.
 */
export function meanCorrection(n: number, population: number): number {
  if (!Number.isFinite(population)) return 1;
  return population <= n ? 0 : (population - n) / population;
}
