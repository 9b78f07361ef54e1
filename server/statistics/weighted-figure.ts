import { sum, type Figure } from './figure.ts';
import { meanCorrection } from './finite-population.ts';
import { mean, summarise } from './mean.ts';
import { tQuantile } from './t-quantile.ts';
import { weightCost } from './weights.ts';
import { wilson } from './wilson.ts';

/** A figure as counted and as weighted, side by side: the weighted one is never shown alone. */
export type BesideWeighting = { unweighted: Figure; weighted: Figure; n: number; nEff: number };

/** The counts of one question among people who share one weight. */
export type WeightedCounts = { weight: number; counts: readonly number[] };

/**
 * A share (0–1) unweighted and weighted, each with its Wilson interval; the weighted one takes n_eff in
 * place of n, with the finite population correction. `chosen` are the places of the categories counted
 * as chosen; `population` is N (Infinity = no correction). Source: Kish 1965; Korn and Graubard 1998.
 * null when nobody answered. Throws a RangeError for a weight that is not positive.
 *
 * Example: 8 of 10 with weight 1 and 5 of 10 with weight 3 → unweighted 0.65, weighted 0.575, nEff 16.
 */
export function weightedShare(
  groups: readonly WeightedCounts[],
  chosen: readonly number[],
  population: number,
): BesideWeighting | null {
  const cost = weightCost(groups.map(({ weight, counts }) => ({ n: sum(counts), weight })));
  if (!cost) return null;
  const chosenOf = (counts: readonly number[]) => sum(chosen.map((place) => counts[place] ?? 0));
  const plain = groups.reduce((total, { counts }) => total + chosenOf(counts), 0);
  const top = groups.reduce((total, { weight, counts }) => total + weight * chosenOf(counts), 0);
  const bottom = groups.reduce((total, { weight, counts }) => total + weight * sum(counts), 0);
  const unweighted = wilson(plain, cost.n, population);
  // Everybody answered: there is nothing to weight for, and no interval.
  const size = population <= cost.n ? population : cost.nEff;
  const weighted = wilson(Math.min(1, top / bottom) * size, size, population);
  return unweighted && weighted && { unweighted, weighted, n: cost.n, nEff: cost.nEff };
}

/**
 * A mean of scores unweighted and weighted, each with its t interval; the weighted one has the standard
 * error s_w/√n_eff · √((N − n_eff)/N) with the weighted spread s_w² = Σw(x − x̄_w)²/Σw · n_eff/(n_eff − 1)
 * and n_eff − 1 degrees of freedom (1 at least). In score units. Source: Kish 1965. null when nobody
 * answered. Throws a RangeError for a weight that is not positive.
 *
 * Example: equal weights give the unweighted figure twice.
 */
export function weightedMean(
  groups: readonly WeightedCounts[],
  scores: readonly number[],
  population: number,
): BesideWeighting | null {
  const cost = weightCost(groups.map(({ weight, counts }) => ({ n: sum(counts), weight })));
  const all = scores.map((_, index) => sum(groups.map(({ counts }) => counts[index] ?? 0)));
  const unweighted = mean(all, scores, population);
  if (!cost || !unweighted) return null;
  const { n, nEff } = cost;
  const heavy = scores.map((_, index) =>
    groups.reduce((total, { weight, counts }) => total + weight * (counts[index] ?? 0), 0),
  );
  // Scaled to add up to n_eff, the weighted counts have s_w² as their sample variance.
  const scale = nEff / sum(heavy);
  const { mean: value, variance } = summarise(
    heavy.map((count) => count * scale),
    scores,
  );
  const size = population <= n ? population : nEff;
  const error = nEff > 1 ? Math.sqrt((variance / nEff) * meanCorrection(size, population)) : 0;
  const half = error === 0 ? 0 : tQuantile(0.975, Math.max(1, nEff - 1)) * error;
  return { unweighted, weighted: { value, low: value - half, high: value + half }, n, nEff };
}

/**
 * Whether weighting deserves a place beside the plain figure: the respondents represent the register
 * badly (R-indicator below 0.8) or a key measure moves by more than one standard error. At degree level
 * nothing is weighted. Source: Schouten, Cobben and Bethlehem 2009 for the indicator.
 *
 * Example: isWeightingDue(0.85, [{ unweighted: 4.1, weighted: 4.3, se: 0.1 }]) → true.
 */
export function isWeightingDue(
  rIndicator: number,
  measures: readonly { unweighted: number; weighted: number; se: number }[],
): boolean {
  return rIndicator < 0.8 || measures.some(({ unweighted, weighted, se }) => Math.abs(weighted - unweighted) > se);
}
