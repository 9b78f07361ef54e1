import { weightCost, type WeightCost } from './weights.ts';

/** `n` answers of people with one level of each raked characteristic, as places in the margins. */
export type RakingCell = { levels: readonly number[]; n: number };

export type Raked = WeightCost & {
  /** The weight of each cell, in the order given. */
  weights: readonly number[];
  iterations: number;
  /** False where the weights had to be cut, or the margins do not fit together. */
  converged: boolean;
};

export type RakingOptions = { tolerance?: number; most?: number; cap?: number };

/**
 * Raking (iterative proportional fitting): weights under which the respondents have the register's
 * margins. Begins with weight 1 and fits one margin after the other until no margin is off by more
 * than `tolerance` (1e-10) of its count. Then weights are cut to `cap` (5) times their mean, which
 * leaves the margins a little off and `converged` false. `margins[d][level]` people; all margins add
 * up to the same. Source: Deming and Stephan 1940. null when nobody answered. Throws a RangeError
 * where margins differ in their sum, or people of a level have no respondent.
 *
 * Example: S24 (tests): 6 cells, 2 margins → weights 1.924291, 1.7346, 1.757927, 2.454254, 2.21232, 2.242073.
 */
export function rake(
  cells: readonly RakingCell[],
  margins: readonly (readonly number[])[],
  { tolerance = 1e-10, most = 1000, cap = 5 }: RakingOptions = {},
): Raked | null {
  if (!cells.some(({ n }) => n > 0)) return null;
  check(cells, margins);
  const weights = cells.map(() => 1);
  let iterations = 0;
  let off = Infinity;
  while (off > tolerance && iterations < most) {
    for (const [dimension, margin] of margins.entries()) fit(cells, weights, dimension, margin);
    off = Math.max(0, ...margins.map((margin, dimension) => distance(cells, weights, dimension, margin)));
    iterations += 1;
  }
  const used = cells.map(({ n }, index) => ({ n, weight: weights[index] ?? 0 })).filter(({ n }) => n > 0);
  const target = used.reduce((sum, { n, weight }) => sum + n * weight, 0);
  const limit = (cap * target) / used.reduce((sum, { n }) => sum + n, 0);
  const isCut = used.some(({ weight }) => weight > limit * (1 + 1e-12));
  const cut = weights.map((weight) => Math.min(weight, limit));
  const cost = weightCost(used.map(({ n, weight }) => ({ n, weight: Math.min(weight, limit) })));
  return cost && { ...cost, weights: cut, iterations, converged: off <= tolerance && !isCut };
}

function levelTotals(cells: readonly RakingCell[], weights: readonly number[], dimension: number, size: number) {
  const totals = Array<number>(size).fill(0);
  for (const [index, { levels, n }] of cells.entries()) {
    const level = levels[dimension] ?? 0;
    totals[level] = (totals[level] ?? 0) + n * (weights[index] ?? 0);
  }
  return totals;
}

function fit(cells: readonly RakingCell[], weights: number[], dimension: number, margin: readonly number[]): void {
  const totals = levelTotals(cells, weights, dimension, margin.length);
  for (const [index, { levels, n }] of cells.entries()) {
    const level = levels[dimension] ?? 0;
    if (n > 0) weights[index] = ((weights[index] ?? 0) * (margin[level] ?? 0)) / (totals[level] ?? 0);
  }
}

function distance(
  cells: readonly RakingCell[],
  weights: readonly number[],
  dimension: number,
  margin: readonly number[],
): number {
  const totals = levelTotals(cells, weights, dimension, margin.length);
  return Math.max(...margin.map((people, level) => (people > 0 ? Math.abs((totals[level] ?? 0) / people - 1) : 0)));
}

function check(cells: readonly RakingCell[], margins: readonly (readonly number[])[]): void {
  const sums = margins.map((margin) => margin.reduce((sum, people) => sum + people, 0));
  if (sums.some((sum) => Math.abs(sum - (sums[0] ?? 0)) > 1e-9 * sum)) {
    throw new RangeError(`margins add up to ${sums.join(' and ')}`);
  }
  for (const [dimension, margin] of margins.entries()) {
    const answers = levelTotals(
      cells,
      cells.map(() => 1),
      dimension,
      margin.length,
    );
    for (const [level, people] of margin.entries()) {
      if (people > 0 !== (answers[level] ?? 0) > 0) {
        throw new RangeError(`margin ${dimension}, level ${level}: ${people} people, ${answers[level]} answers`);
      }
    }
  }
}
