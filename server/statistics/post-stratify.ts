import { meanCorrection } from './finite-population.ts';
import { weightCost, type WeightCost } from './weights.ts';

/** A stratum of the register: `population` people, `n` answers with their mean and sample standard deviation. */
export type Stratum = { population: number; n: number; mean: number; sd: number };

/** Both figures side by side: weighting is never shown instead of the plain one. */
export type PostStratified = WeightCost & {
  unweighted: number;
  weighted: number;
  /** Standard error of the weighted mean. */
  se: number;
  /** Weight N_h/n_h of each stratum, in the order given. */
  weights: readonly number[];
};

/**
 * Post-stratified mean Σ W_h ȳ_h (W_h = N_h/N) beside the unweighted one, with the standard error
 * √(Σ W_h² (1 − n_h/N_h) s_h²/n_h) and what the weights cost. A share is a mean of 0 and 1. In score
 * units. null for no strata. Source: Cochran, Sampling Techniques, 5A.9; Lumley's survey package.
 * Throws a RangeError for a stratum without answers, or with more answers than people: such strata
 * are joined first (`collapseStrata`).
 *
 * Example: S23 (tests): unweighted 4.367742, weighted 4.253333, se 0.084341, deff 1.083852, nEff 114.40678.
 */
export function postStratify(strata: readonly Stratum[]): PostStratified | null {
  for (const { n, population } of strata) {
    if (!(n > 0 && population >= n)) throw new RangeError(`a stratum has ${n} answers of ${population} people`);
  }
  const target = strata.reduce((sum, stratum) => sum + stratum.population, 0);
  const weights = strata.map(({ population, n }) => population / n);
  const cost = weightCost(strata.map(({ n }, index) => ({ n, weight: weights[index] ?? 0 })));
  if (!cost) return null;
  let [unweighted, weighted, variance] = [0, 0, 0];
  for (const { population, n, mean, sd } of strata) {
    const share = population / target;
    unweighted += (n / cost.n) * mean;
    weighted += share * mean;
    variance += share ** 2 * meanCorrection(n, population) * (sd ** 2 / n);
  }
  return { ...cost, unweighted, weighted, se: Math.sqrt(variance), weights };
}
