import { incompleteBeta } from './incomplete-beta.ts';

/**
 * Quantile of Student's t distribution with `df` ≥ 1 degrees of freedom, for 0 < probability < 1.
 * By the inverse of the regularised incomplete beta function: P(|T| > t) = I_x(df/2, 1/2) with
 * x = df/(df + t²) (Abramowitz and Stegun 26.7.1). Throws a RangeError outside these ranges.
 *
 * Example: tQuantile(0.975, 24) → 2.063899.
 */
export function tQuantile(probability: number, df: number): number {
  if (!(df >= 1) || !(probability > 0 && probability < 1)) {
    throw new RangeError(`no t quantile for probability ${probability} and ${df} degrees of freedom`);
  }
  if (probability === 0.5) return 0;
  const tail = 2 * Math.min(probability, 1 - probability);
  const x = inverseIncompleteBeta(tail, df / 2, 0.5);
  const t = Math.sqrt((df * (1 - x)) / x);
  return probability > 0.5 ? t : -t;
}

/** The x with I_x(a, b) = probability, by halving: the function rises, so it cannot miss. */
function inverseIncompleteBeta(probability: number, a: number, b: number): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (incompleteBeta(middle, a, b) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
