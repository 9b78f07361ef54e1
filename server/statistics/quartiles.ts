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
 * Quartiles and median (type 7) of a scale from its counts; `counts[i]` answers have the score
 * `scores[i]`, which rise. In score units. null when nobody answered.
 * Example: scaleQuartiles([1, 2, 4, 6, 8, 4], [1, 2, 3, 4, 5, 6]) → { quartile1: 3, median: 4, quartile3: 5 }.
 */
export function scaleQuartiles(counts: readonly number[], scores: readonly number[]): Quartiles | null {
  if (scores.length !== counts.length) throw new RangeError(`${counts.length} counts, ${scores.length} scores`);
  return quartiles(scores.flatMap((score, index) => Array<number>(counts[index] ?? 0).fill(score)));
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
