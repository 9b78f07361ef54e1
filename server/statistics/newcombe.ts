import { checkedShare } from './checked-share.ts';
import { Z95, type Figure } from './figure.ts';
import { wilson } from './wilson.ts';

/** `chosen` of `n` answers in a target population of `population` people (Infinity = no correction). */
export type ShareGroup = { chosen: number; n: number; population: number };

/**
 * Difference of two shares (one − other, −1 to 1) with Newcombe's hybrid score interval from the two
 * Wilson intervals: d − √((p₁ − l₁)² + (u₂ − p₂)²) to d + √((u₁ − p₁)² + (p₂ − l₂)²); with the finite
 * population correction in the Wilson limits. Source: Newcombe 1998 (method 10). null when a side has
 * no answer. Throws a RangeError unless 0 ≤ chosen ≤ n.
 *
 * Example: 56 of 70 against 48 of 80 → { value: 0.2, low: 0.052431, high: 0.333873 }.
 */
export function newcombe(one: ShareGroup, other: ShareGroup, z: number = Z95): Figure | null {
  checkedShare(one.chosen, one.n);
  checkedShare(other.chosen, other.n);
  const first = wilson(one.chosen, one.n, one.population, z);
  const second = wilson(other.chosen, other.n, other.population, z);
  if (!first || !second) return null;
  const value = first.value - second.value;
  const low = value - Math.hypot(first.value - first.low, second.high - second.value);
  const high = value + Math.hypot(first.high - first.value, second.value - second.low);
  return { value, low, high };
}
