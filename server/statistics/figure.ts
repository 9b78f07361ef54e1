/** An estimate with the ends of its 95 % interval, all in the unit of the estimate. */
export type Figure = { value: number; low: number; high: number };

/** Standard normal quantile of 0.975, for two-sided 95 % intervals. */
export const Z95 = 1.959963984540054;

/** How many answers a vector of counts holds. Example: [1, 2, 4] → 7. */
export function sum(counts: readonly number[]): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}
