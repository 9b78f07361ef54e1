/** Probabilities of `from`, `from + 1`, … marked ones among those drawn. */
export type Hypergeometric = { from: number; probabilities: readonly number[] };

/**
 * How many marked ones a draw without replacement holds: all possible numbers with their
 * probabilities C(marked, k)·C(population − marked, drawn − k)/C(population, drawn). Built from the
 * ratios of neighbours, outwards from the likeliest number, and divided by their sum, so that nothing
 * overflows and no logarithm loses digits. Source: Johnson, Kemp and Kotz, Univariate Discrete
 * Distributions, 6.2. Throws a RangeError unless 0 ≤ marked, drawn ≤ population are whole.
 *
 * Example: hypergeometric(10, 5, 2) → { from: 0, probabilities: [2/9, 5/9, 2/9] }.
 */
export function hypergeometric(population: number, marked: number, drawn: number): Hypergeometric {
  const numbers = [population, marked, drawn];
  if (!numbers.every((number) => Number.isInteger(number) && number >= 0) || Math.max(...numbers) > population) {
    throw new RangeError(`cannot draw ${drawn} of ${population} with ${marked} marked`);
  }
  const from = Math.max(0, drawn - (population - marked));
  const to = Math.min(marked, drawn);
  const mode = Math.min(to, Math.max(from, Math.floor(((drawn + 1) * (marked + 1)) / (population + 2))));
  /** P(k + 1)/P(k). */
  const ratio = (k: number) => ((marked - k) * (drawn - k)) / ((k + 1) * (population - marked - drawn + k + 1));
  const weights = Array<number>(to - from + 1).fill(0);
  weights[mode - from] = 1;
  for (let k = mode; k < to; k += 1) weights[k + 1 - from] = (weights[k - from] ?? 0) * ratio(k);
  for (let k = mode - 1; k >= from; k -= 1) weights[k - from] = (weights[k + 1 - from] ?? 0) / ratio(k);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return { from, probabilities: weights.map((weight) => weight / total) };
}
