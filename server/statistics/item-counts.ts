/**
 * The raw counts of one question in one population. They never leave the server: disclosure
 * control turns them into a SafeTable, or into nothing.
 *
 * Vectors are in the order of the question's `Aggregation`; `cannotSay` is null where not offered.
 * - `options`: `n` answered the question, `chosen[i]` of them chose option i.
 * - `pair`: all three vectors on the same complete pairs; `gap[i]` pairs differ by `gapsOf(scores)[i]`.
 * - `bands`: `values` are all numbers, ascending.
 */
export type ItemCounts =
  | { kind: 'categories'; counts: readonly number[]; cannotSay: number | null }
  | { kind: 'options'; n: number; chosen: readonly number[] }
  | {
      kind: 'pair';
      importance: readonly number[];
      development: readonly number[];
      gap: readonly number[];
      cannotSay: { importance: number | null; development: number | null };
    }
  | { kind: 'bands'; counts: readonly number[]; values: readonly number[] };

/**
 * The differences that two scores of a scale can have, ascending, each once.
 * Example: gapsOf([1, 2, 3]) → [−2, −1, 0, 1, 2].
 */
export function gapsOf(scores: readonly number[]): number[] {
  const gaps = new Set(scores.flatMap((one) => scores.map((other) => difference(one, other))));
  return [...gaps].toSorted((a, b) => a - b);
}

/** The place of a pair's difference in `gapsOf(scores)`: one row an importance, one entry a development. */
export function gapIndexes(scores: readonly number[]): number[][] {
  const places = new Map(gapsOf(scores).map((gap, index) => [gap, index]));
  return scores.map((one) => scores.map((other) => places.get(difference(one, other)) ?? -1));
}

function difference(one: number, other: number): number {
  // 0.3 − 0.2 and 0.2 − 0.1 are the same gap. Adding 0 turns −0 into 0.
  return Math.round((one - other) * 1e9) / 1e9 + 0;
}
