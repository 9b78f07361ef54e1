import { sum, type Figure } from './figure.ts';
import { wilson } from './wilson.ts';

/**
 * Shares (0–1) of the `width` highest and lowest steps of a scale ("top two", "bottom two") with their
 * Wilson intervals. `population` is N (Infinity = no correction). null when nobody answered. Throws a
 * RangeError unless 1 ≤ width ≤ half the steps.
 *
 * Example: scaleEnds([1, 2, 4, 6, 8, 4], 2, 40) → top { value: 0.48, low: 0.363094, high: 0.599139 }, bottom 0.12.
 */
export function scaleEnds(
  counts: readonly number[],
  width: number,
  population: number,
): { top: Figure; bottom: Figure } | null {
  if (!(width >= 1 && 2 * width <= counts.length))
    throw new RangeError(`no ends of ${width} in ${counts.length} steps`);
  const n = sum(counts);
  const top = wilson(sum(counts.slice(-width)), n, population);
  const bottom = wilson(sum(counts.slice(0, width)), n, population);
  return top && bottom ? { top, bottom } : null;
}
