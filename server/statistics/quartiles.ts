export type Quartiles = { quartile1: number; median: number; quartile3: number };

/**
 * Quartiles and median of numbers in ascending order, by linear interpolation between order
 * statistics (type 7 of Hyndman and Fan 1996, R's default). In the unit of the numbers. null when
 * there are none. Example: [1, 2, 3, 4] → { quartile1: 1.75, median: 2.5, quartile3: 3.25 }.
 */
export function quartiles(sorted: readonly number[]): Quartiles | null {
  if (sorted.length === 0) return null;
  return { quartile1: quantile(sorted, 0.25), median: quantile(sorted, 0.5), quartile3: quantile(sorted, 0.75) };
}

/**
 * The multiple of `step` nearest to a number, halves upwards. Throws a RangeError for a step that
 * is not positive. Example: roundToStep(2_374, 50) → 2_350.
 */
export function roundToStep(value: number, step: number): number {
  if (!(step > 0)) throw new RangeError(`cannot round to a step of ${step}`);
  // A step such as 0.1 is no binary fraction: 3 * 0.1 must print as 0.3.
  return Number((Math.round(value / step) * step).toFixed(9));
}

function quantile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) throw new RangeError(`no quantile ${share}`);
  return below + (position - Math.floor(position)) * (above - below);
}
