import { checkedShare } from './checked-share.ts';
import { hypergeometric } from './hypergeometric.ts';

/** Two tables are equally likely when their probabilities differ by no more than rounding (as in R). */
const SAME = 1 + 1e-7;

/**
 * Fisher's exact test of two shares: the probability, all margins given, of the tables that are no
 * likelier than this one (two-sided by probability, as R's fisher.test). 0 to 1; 1 where nobody
 * answered. Source: Fisher 1935. Throws a RangeError unless 0 ≤ chosen ≤ n and all are whole.
 *
 * Example: fisher({ chosen: 18, n: 25 }, { chosen: 12, n: 22 }) → 0.240721.
 */
export function fisher(one: { chosen: number; n: number }, other: { chosen: number; n: number }): number {
  checkedShare(one.chosen, one.n);
  checkedShare(other.chosen, other.n);
  const { from, probabilities } = hypergeometric(one.n + other.n, one.chosen + other.chosen, one.n);
  const own = probabilities[one.chosen - from] ?? 0;
  const extreme = probabilities.filter((probability) => probability <= own * SAME);
  return Math.min(
    1,
    extreme.reduce((total, probability) => total + probability, 0),
  );
}
