import { sum, Z95, type Figure } from './figure.ts';

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
  const variance = ((promoters + detractors - net * net) / n) * correction(n, population);
  const half = 100 * Z95 * Math.sqrt(Math.max(0, variance));
  return { value: 100 * net, low: 100 * net - half, high: 100 * net + half };
}

function correction(n: number, population: number): number {
  if (!Number.isFinite(population)) return 1;
  return population <= n ? 0 : (population - n) / (population - 1);
}
