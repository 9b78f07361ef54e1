import { logGamma } from './incomplete-beta.ts';

const TINY = 1e-300;

/**
 * Upper regularised incomplete gamma function Q(a, x) for a > 0 and x ≥ 0: the probability that a
 * gamma(a, 1) variable is above x. Series for small x, continued fraction by Lentz's method for large
 * (Abramowitz and Stegun 6.5.29 and 6.5.31). No unit. Throws a RangeError outside these ranges.
 *
 * Example: upperGamma(1, 2) → e⁻² = 0.135335.
 */
export function upperGamma(a: number, x: number): number {
  if (!(a > 0) || !(x >= 0)) throw new RangeError(`no incomplete gamma for ${a} and ${x}`);
  if (x === 0) return 1;
  if (x === Infinity) return 0;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? Math.max(0, 1 - front * lowerSeries(a, x)) : front * upperFraction(a, x);
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let total = term;
  for (let n = 1; n < 100_000 && term > total * 1e-17; n += 1) {
    term *= x / (a + n);
    total += term;
  }
  return total;
}

function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let result = d;
  for (let n = 1; n < 100_000; n += 1) {
    const top = -n * (n - a);
    b += 2;
    d = 1 / away(top * d + b);
    c = away(b + top / c);
    const step = d * c;
    result *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return result;
}

function away(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
