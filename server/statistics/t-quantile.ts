import { incompleteBeta, logGamma } from './incomplete-beta.ts';

/**
 * Quantile of Student's t distribution with `df` ≥ 1 degrees of freedom, for 0 < probability < 1.
 * The two-sided tail is P(|T| > t) = I_x(df/2, 1/2) with x = df/(df + t²) (Abramowitz and Stegun
 * 26.7.1); it falls and is convex, so Newton's steps from 0 come nearer from below and never pass
 * the quantile. Throws a RangeError outside these ranges.
 *
 * Example: tQuantile(0.975, 24) → 2.063899.
 */
export function tQuantile(probability: number, df: number): number {
  if (!(df >= 1) || !(probability > 0 && probability < 1)) {
    throw new RangeError(`no t quantile for probability ${probability} and ${df} degrees of freedom`);
  }
  const tail = 2 * Math.min(probability, 1 - probability);
  const constant = Math.exp(logGamma((df + 1) / 2) - logGamma(df / 2)) / Math.sqrt(df * Math.PI);
  let t = 0;
  for (let step = 0; step < 200; step += 1) {
    const excess = incompleteBeta(df / (df + t * t), df / 2, 0.5) - tail;
    const slope = 2 * constant * Math.exp((-(df + 1) / 2) * Math.log1p((t * t) / df));
    const next = t + excess / slope;
    if (!(next - t > 1e-14 * next)) break;
    t = next;
  }
  return probability > 0.5 ? t : -t;
}
