import { hypergeometric } from './hypergeometric.ts';
import { checkedShare } from './checked-share.ts';
import type { Figure } from './figure.ts';

/**
 * Exact interval of a share in a finite population: the shares K/N of all whole K for which neither
 * tail of the hypergeometric distribution, P(X ≥ chosen | K) and P(X ≤ chosen | K), is α/2 or less.
 * Source: Buonaccorsi 1987. Shares 0–1. `population` is finite and at least n. null when nobody
 * answered. Throws a RangeError for counts that cannot be. A cross-check of Wilson's for small N.
 *
 * Example: exactInterval(18, 25, 40) → { value: 0.72, low: 0.6, high: 0.825 } (24 to 33 of 40).
 */
export function exactInterval(chosen: number, n: number, population: number, confidence = 0.95): Figure | null {
  checkedShare(chosen, n);
  if (!Number.isInteger(population) || population < n) {
    throw new RangeError(`an exact interval needs a finite population of ${n} or more, not ${population}`);
  }
  if (n === 0) return null;
  const half = (1 - confidence) / 2;
  const possible: number[] = [];
  for (let marked = chosen; marked <= population - (n - chosen); marked += 1) {
    const { from, probabilities } = hypergeometric(population, marked, n);
    const atMost = total(probabilities.slice(0, chosen - from + 1));
    const atLeast = total(probabilities.slice(chosen - from));
    if (atMost > half && atLeast > half) possible.push(marked);
  }
  const [low = chosen, high = chosen] = [possible[0], possible.at(-1)];
  return { value: chosen / n, low: low / population, high: high / population };
}

function total(probabilities: readonly number[]): number {
  return probabilities.reduce((sum, probability) => sum + probability, 0);
}
