import { logGamma } from './incomplete-beta.ts';

/** The two ends between which a share of n answers lies with a probability, if its true value is the target. */
export type FunnelLimits = { low: number; high: number };

/**
 * Limits of a funnel plot for a share of n answers around a target share (0–1): the binomial quantile of the
 * lower tail, interpolated between whole counts, over n. Spiegelhalter, Statistics in Medicine 24 (2005), A.1.1:
 * with r the smallest count whose P(X ≤ r) reaches p, the limit is (r − (P(X ≤ r) − p)/P(X = r))/n. The upper
 * limit is that of the share that was not chosen, turned round, so that a share is outside exactly where its
 * tail has less than p on either side. Kept within 0–1. `probability` is 0.95 or 0.998 by custom. Throws a
 * RangeError for n below 1 or a target outside 0–1.
 *
 * Example: funnelLimits(0.8, 41, 0.95) → { low: 0.659258, high: 0.926457 }.
 */
export function funnelLimits(target: number, n: number, probability: number): FunnelLimits {
  if (!(target >= 0 && target <= 1)) throw new RangeError(`a share is 0 to 1, not ${target}`);
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`${n} answers`);
  if (target === 0 || target === 1) return { low: target, high: target };
  const tail = (1 - probability) / 2;
  const within = (count: number) => Math.min(1, Math.max(0, count / n));
  return { low: within(quantile(target, n, tail)), high: within(n - quantile(1 - target, n, tail)) };
}

function quantile(target: number, n: number, p: number): number {
  let below = 0;
  for (let count = 0; count <= n; count += 1) {
    const here = binomial(target, n, count);
    if (below + here >= p) return count - (below + here - p) / here;
    below += here;
  }
  return n; // what is lost by rounding
}

function binomial(target: number, n: number, count: number): number {
  const ways = logGamma(n + 1) - logGamma(count + 1) - logGamma(n - count + 1);
  return Math.exp(ways + count * Math.log(target) + (n - count) * Math.log1p(-target));
}
