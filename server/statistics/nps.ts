import { sum, Z95, type Figure } from './figure.ts';
import { shareCorrection } from './finite-population.ts';
import { wilson } from './wilson.ts';

/**
 * Net promoter score 100(p − d), where p is the share of 9 and 10 and d that of 0 to 6, with its
 * 95 % interval: Var = (p + d − (p − d)²)/n · (N − n)/(N − 1). In points, −100 to 100; the ends of
 * the interval are not cut at these. `counts` are those of 0, 1, … 10; `population` is N (Infinity
 * = no correction; an N below n counts as n). null when nobody answered. Throws a RangeError
 * unless there are eleven counts.
 *
 * Example: nps([1, 0, 0, 1, 0, 2, 1, 4, 6, 5, 5], 60) → { value: 20, low: −2.593323, high: 42.593323 }.
 */
export function nps(counts: readonly number[], population: number): Figure | null {
  if (counts.length !== 11) throw new RangeError(`a recommendation has 11 counts, not ${counts.length}`);
  const n = sum(counts);
  if (n === 0) return null;
  const promoters = sum(counts.slice(9)) / n;
  const detractors = sum(counts.slice(0, 7)) / n;
  const net = promoters - detractors;
  const variance = ((promoters + detractors - net * net) / n) * shareCorrection(n, population);
  const half = 100 * Z95 * Math.sqrt(Math.max(0, variance));
  return { value: 100 * net, low: 100 * net - half, high: 100 * net + half };
}

/** The three groups of a recommendation question, shares of 0–1 with their intervals. */
export type RecommendationShares = { promoters: Figure; passives: Figure; detractors: Figure };

/**
 * Shares of promoters (9–10), passives (7–8) and detractors (0–6) with Wilson intervals. Below 30
 * answers they tell more than the score, whose standard error is then 15 points or more. `counts` and
 * `population` as for `nps`. null when nobody answered. Throws a RangeError unless there are eleven.
 *
 * Example: recommendationShares(S15 of the tests, Infinity).promoters.value → 0.4.
 */
export function recommendationShares(counts: readonly number[], population: number): RecommendationShares | null {
  if (counts.length !== 11) throw new RangeError(`a recommendation has 11 counts, not ${counts.length}`);
  const n = sum(counts);
  const promoters = wilson(sum(counts.slice(9)), n, population);
  const passives = wilson(sum(counts.slice(7, 9)), n, population);
  const detractors = wilson(sum(counts.slice(0, 7)), n, population);
  return promoters && passives && detractors ? { promoters, passives, detractors } : null;
}
