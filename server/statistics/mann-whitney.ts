import { sum } from './figure.ts';
import { normalP } from './p-values.ts';

/** How two groups differ in order: W and δ of Cliff (−1 to 1, above 0 where the first is higher), p-values. */
export type OrderDifference = { w: number; delta: number; p: number; pUncorrected: number };

/**
 * Mann–Whitney test of two groups on the same ordered categories, with Cliff's δ = 2W/(n₁n₂) − 1.
 * W counts the pairs in which the first group's answer is higher, equal ones as half. Normal
 * approximation with the variance corrected for ties; `p` with the continuity correction of 1/2,
 * `pUncorrected` without. A check of the difference of means that needs no scores. Source: Mann and
 * Whitney 1947; Cliff 1993. null when a side has no answer. Throws a RangeError for unlike vectors.
 *
 * Example: S20 (tests): { w: 385, delta: 0.33913, p: 0.040703, pUncorrected: 0.039677 }.
 */
export function mannWhitney(one: readonly number[], other: readonly number[]): OrderDifference | null {
  if (one.length !== other.length) throw new RangeError(`${one.length} and ${other.length} categories`);
  const [n, m] = [sum(one), sum(other)];
  if (n === 0 || m === 0) return null;
  const size = n + m;
  let w = 0;
  let below = 0;
  let ties = 0;
  for (const [index, count] of one.entries()) {
    const beside = other[index] ?? 0;
    w += count * (below + beside / 2);
    below += beside;
    ties += (count + beside) ** 3 - (count + beside);
  }
  const deviation = Math.sqrt(((n * m) / 12) * (size + 1 - ties / (size * Math.max(1, size - 1))));
  const distance = Math.abs(w - (n * m) / 2);
  const pOf = (distant: number) => (deviation > 0 && distant > 0 ? normalP(distant / deviation) : 1);
  return { w, delta: (2 * w) / (n * m) - 1, p: pOf(distance - 0.5), pUncorrected: pOf(distance) };
}
