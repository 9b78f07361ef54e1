import { Z95, type Figure } from './figure.ts';
import { meanCorrection } from './finite-population.ts';
import type { Summary } from './mean.ts';

/** One group (such as field by level): the unit's answers, the people behind them, and the benchmark's. */
export type StandardGroup = {
  unit: Summary & { population: number };
  benchmark: Summary & { population: number };
  /** People of the group in the benchmark's target population: its weight. */
  weight: number;
};

export type Standardised = {
  /** The unit's mean as it is. */
  crude: number;
  /** What the unit's mean would be if its answers were composed as the benchmark is. */
  standardised: Figure;
  benchmark: Figure;
  /** standardised − benchmark. */
  difference: Figure;
  /** Share (0–1) of the benchmark's composition in the groups that could be compared. */
  covered: number;
};

/**
 * Direct standardisation: the unit's group means ȳ_g weighted by the benchmark's composition,
 * Σ W_g ȳ_g with W_g = N_g/ΣN over the groups in which both sides have `fewest` answers, beside the
 * benchmark's own Σ W_g x̄_g over the same groups. Squared standard errors Σ W_g² s_g²/n_g (1 − n_g/N_g);
 * the difference adds both, so the benchmark must leave the unit out. Normal 95 % intervals. A share is
 * a mean of 0 and 1. `covered` says how much of the benchmark the comparison speaks of: below 0.8 it
 * should not be made. Source: Armitage, Berry and Matthews, Statistical Methods in Medical Research, 19.3.
 * null where no group can be compared. Throws a RangeError for a negative weight.
 *
 * Example: unit 4 (n 10) and 5 (n 30), benchmark 4.2 and 4.6, weights 60 and 40 → crude 4.75, standardised 4.4.
 */
export function standardise(groups: readonly StandardGroup[], fewest = 10): Standardised | null {
  const bad = groups.find(({ weight }) => !(weight >= 0));
  if (bad) throw new RangeError(`a group has the weight ${bad.weight}`);
  const usable = groups.filter(
    ({ unit, benchmark, weight }) => weight > 0 && Math.min(unit.n, benchmark.n) >= Math.max(2, fewest),
  );
  const all = groups.reduce((sum, { weight }) => sum + weight, 0);
  const used = usable.reduce((sum, { weight }) => sum + weight, 0);
  if (used === 0) return null;
  const answers = groups.reduce((sum, { unit }) => sum + unit.n, 0);
  const crude = groups.reduce((sum, { unit }) => sum + unit.n * unit.mean, 0) / answers;
  const own = side(usable.map(({ unit, weight }) => ({ ...unit, share: weight / used })));
  const other = side(usable.map(({ benchmark, weight }) => ({ ...benchmark, share: weight / used })));
  return {
    crude,
    standardised: figure(own.value, own.variance),
    benchmark: figure(other.value, other.variance),
    difference: figure(own.value - other.value, own.variance + other.variance),
    covered: used / all,
  };
}

function side(groups: readonly (Summary & { population: number; share: number })[]) {
  let [value, variance] = [0, 0];
  for (const group of groups) {
    value += group.share * group.mean;
    variance += group.share ** 2 * (group.variance / group.n) * meanCorrection(group.n, group.population);
  }
  return { value, variance };
}

function figure(value: number, variance: number): Figure {
  const half = Z95 * Math.sqrt(variance);
  return { value, low: value - half, high: value + half };
}
