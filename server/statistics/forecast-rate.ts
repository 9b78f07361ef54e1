import { Z95, type Figure } from './figure.ts';
import { tQuantile } from './t-quantile.ts';

/** An earlier round at the same day of its life, and at its end. */
export type EarlierRound = { target: number; sentByNow: number; sentFinally: number };

/** `rounds`: how many earlier ones it rests on. With one, the interval knows chance alone, not how rounds differ. */
export type RateForecast = Figure & { rounds: number };

/**
 * The final response rate of a round that is open, from how many of those who had not answered at the same day of
 * earlier rounds answered later. Method: quasi-binomial prediction of a future count. With x of m late answers in each
 * earlier round, q = Σx / Σm; of the M people who have not answered yet, M·q will; the interval is
 * M·q ± t·√(φ·M·q(1 − q)·(1 + M / Σm)) (Nelson's prediction interval for binomial counts: Nelson 1982, Applied Life
 * Data Analysis, ch. 6; Krishnamoorthy & Peng 2011), with Pearson's dispersion
 * φ = max(1, Σ(x − mq)² / (mq(1 − q)) / (k − 1)) over k rounds (McCullagh & Nelder 1989, 4.5) and t of k − 1 degrees of
 * freedom; with one earlier round φ = 1 and t is the normal quantile. Where all or none answered late, half a person
 * is put on the other side. Never below what has been answered and never above the target. null without an earlier
 * round, and for a round without people.
 *
 * Example: 300 of 1000 now; earlier 280 of 1000 on that day and 360 in the end → 0.377778 (0.354892 to 0.400664).
 */
export function forecastRate(
  now: { target: number; sent: number },
  earlier: readonly EarlierRound[],
): RateForecast | null {
  const rounds = earlier.filter(({ target, sentByNow }) => target > sentByNow);
  if (now.target <= 0 || rounds.length === 0) return null;
  const waiting = now.target - now.sent;
  const late = rounds.map(({ target, sentByNow, sentFinally }) => ({
    m: target - sentByNow,
    x: sentFinally - sentByNow,
  }));
  const m = late.reduce((sum, one) => sum + one.m, 0);
  const x = late.reduce((sum, one) => sum + one.x, 0);
  const q = Math.min(Math.max(x, 0.5), m - 0.5) / m;
  const spread = late.reduce((sum, one) => sum + (one.x - one.m * q) ** 2 / (one.m * q * (1 - q)), 0);
  const dispersion = rounds.length > 1 ? Math.max(1, spread / (rounds.length - 1)) : 1;
  const quantile = rounds.length > 1 ? tQuantile(0.975, rounds.length - 1) : Z95;
  const half = quantile * Math.sqrt(dispersion * waiting * q * (1 - q) * (1 + waiting / m));
  const share = (sent: number) => Math.min(Math.max(sent, now.sent), now.target) / now.target;
  const expected = now.sent + (waiting * x) / m;
  return { value: share(expected), low: share(expected - half), high: share(expected + half), rounds: rounds.length };
}
