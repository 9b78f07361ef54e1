import { Z95, type Figure } from './figure.ts';
import { normalP } from './p-values.ts';

/** A figure of one round: `at` in years, `se` its standard error without finite population correction. */
export type TrendPoint = { at: number; value: number; se: number };

/** Change a year with its 95 % interval. `excess` > 1: the rounds vary more than their errors explain. */
export type Slope = Figure & { p: number; excess: number };

const FEWEST_ROUNDS = 4;

/**
 * Slope of a straight line through four or more rounds, by least squares with the weights 1/se². Its
 * standard error is 1/√Σw(x − x̄)², stretched by the Birge ratio √(Σw·residual²/(rounds − 2)) where that
 * is above 1, so that rounds that jump about do not look like a trend. Normal interval and p-value, in
 * the unit of the figure a year. Source: Aitken 1935; Birge 1932. null for fewer than four rounds, or
 * all of one year. Throws a RangeError for a standard error that is not positive (for a share take the
 * Wilson interval's half divided by 1.96, which never is 0).
 *
 * Example: values 4.0, 4.1, 4.2, 4.3 a year apart, se 0.1 → { value: 0.1, low: 0.012348, high: 0.187652 }.
 */
export function trendSlope(points: readonly TrendPoint[]): Slope | null {
  const bad = points.find(({ se }) => !(se > 0 && Number.isFinite(se)));
  if (bad) throw new RangeError(`a round has the standard error ${bad.se}`);
  if (points.length < FEWEST_ROUNDS) return null;
  const weighted = (of: (point: TrendPoint) => number) =>
    points.reduce((sum, point) => sum + of(point) / point.se ** 2, 0);
  const all = weighted(() => 1);
  const [centre, level] = [weighted(({ at }) => at) / all, weighted(({ value }) => value) / all];
  const spread = weighted(({ at }) => (at - centre) ** 2);
  if (!(spread > 0)) return null;
  const value = weighted((point) => (point.at - centre) * (point.value - level)) / spread;
  const residual = weighted((point) => (point.value - level - value * (point.at - centre)) ** 2);
  const excess = Math.sqrt(residual / (points.length - 2));
  const error = Math.max(1, excess) / Math.sqrt(spread);
  return { value, low: value - Z95 * error, high: value + Z95 * error, p: normalP(value / error), excess };
}
