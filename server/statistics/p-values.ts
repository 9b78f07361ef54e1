import { incompleteBeta } from './incomplete-beta.ts';
import { upperGamma } from './incomplete-gamma.ts';

/**
 * Two-sided p-value of a standard normal statistic: P(|Z| > |z|) = Q(1/2, z²/2) (Abramowitz and
 * Stegun 26.2.30 and 6.5.17). 0 to 1; an infinite z gives 0. Example: normalP(1.836046) → 0.066351.
 */
export function normalP(z: number): number {
  return upperGamma(0.5, (z * z) / 2);
}

/**
 * Two-sided p-value of Student's t: P(|T| > |t|) = I_x(df/2, 1/2), x = df/(df + t²) (Abramowitz and
 * Stegun 26.7.1). `df` > 0 need not be whole; an infinite t gives 0. Throws a RangeError for other df.
 *
 * Example: tP(4.311172, 11) → 0.001233.
 */
export function tP(t: number, df: number): number {
  if (!(df > 0)) throw new RangeError(`no t distribution with ${df} degrees of freedom`);
  return df === Infinity ? normalP(t) : incompleteBeta(df / (df + t * t), df / 2, 0.5);
}

/**
 * Upper tail of the chi-square distribution: P(X > statistic) = Q(df/2, statistic/2) (Abramowitz and
 * Stegun 26.4.19). Throws a RangeError for a negative statistic or df ≤ 0.
 *
 * Example: chiSquareP(4.457739, 5) → 0.485558.
 */
export function chiSquareP(statistic: number, df: number): number {
  return upperGamma(df / 2, statistic / 2);
}
