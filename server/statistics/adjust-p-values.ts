/** How p-values of one family are adjusted for their number. */
export type Adjustment = 'bonferroni' | 'holm' | 'benjamini_hochberg';

/**
 * Adjusted p-values of one family, in the order given; compare each with the level of the whole.
 * Bonferroni m·p; Holm (1979) the running maximum of (m − i + 1)·p₍ᵢ₎ from the least on, for a few key
 * measures; Benjamini and Hochberg (1995) the running minimum of m/i · p₍ᵢ₎ from the greatest on, which
 * holds the expected share of false ones among those marked. None is above 1. Throws a RangeError for
 * a p outside 0–1.
 *
 * Example: adjustPValues([0.01, 0.04, 0.03], 'holm') → [0.03, 0.06, 0.06].
 */
export function adjustPValues(pValues: readonly number[], adjustment: Adjustment): number[] {
  const outside = pValues.find((p) => !(p >= 0 && p <= 1));
  if (outside !== undefined) throw new RangeError(`a p-value is 0 to 1, not ${outside}`);
  const m = pValues.length;
  switch (adjustment) {
    case 'bonferroni':
      return pValues.map((p) => Math.min(1, m * p));
    case 'holm':
      return inOrder(pValues, (sorted) =>
        running(
          sorted.map((p, index) => Math.min(1, (m - index) * p)),
          Math.max,
        ),
      );
    case 'benjamini_hochberg':
      return inOrder(pValues, (sorted) =>
        running(sorted.map((p, index) => Math.min(1, (m / (index + 1)) * p)).toReversed(), Math.min).toReversed(),
      );
    default:
      return adjustment satisfies never;
  }
}

/** Sorts, adjusts, and puts each back in its place. */
function inOrder(pValues: readonly number[], adjust: (sorted: readonly number[]) => number[]): number[] {
  const order = pValues.map((_, index) => index).toSorted((a, b) => (pValues[a] ?? 0) - (pValues[b] ?? 0));
  const adjusted = adjust(order.map((index) => pValues[index] ?? 0));
  const result = Array<number>(pValues.length).fill(0);
  for (const [rank, index] of order.entries()) result[index] = adjusted[rank] ?? 0;
  return result;
}

function running(values: readonly number[], choose: (one: number, other: number) => number): number[] {
  const result: number[] = [];
  for (const value of values) result.push(choose(value, result.at(-1) ?? value));
  return result;
}
