import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { incompleteBeta, logGamma } from './incomplete-beta.ts';
import { tQuantile } from './t-quantile.ts';

describe("quantile of Student's t", () => {
  // S36, and the two closed forms: tan for one degree of freedom, an algebraic one for two.
  test.each([
    [4, 2.776445],
    [7, 2.364624],
    [11, 2.200985],
    [24, 2.063899],
    [1, Math.tan(Math.PI * 0.475)],
    [2, (2 * 0.975 - 1) * Math.sqrt(2 / (4 * 0.975 * 0.025))],
    [300_000, 1.959972],
  ])('S36: 0.975 with %d degrees of freedom', (df, expected) => {
    expect(tQuantile(0.975, df).toFixed(6)).toBe(expected.toFixed(6));
  });

  test('is symmetric, and its tail probability gives it back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.double({ min: 0.501, max: 0.999, noNaN: true }), (df, p) => {
        const t = tQuantile(p, df);
        expect(tQuantile(1 - p, df)).toBeCloseTo(-t, 6);
        expect(1 - incompleteBeta(df / (df + t * t), df / 2, 0.5) / 2).toBeCloseTo(p, 9);
      }),
    );
    expect(tQuantile(0.5, 3)).toBeCloseTo(0, 12);
  });

  test('falls as the degrees of freedom grow', () => {
    for (let df = 1; df < 100; df += 1) expect(tQuantile(0.975, df)).toBeGreaterThan(tQuantile(0.975, df + 1));
  });

  test('refuses what has no quantile', () => {
    expect(() => tQuantile(0.975, 0)).toThrow(RangeError);
    expect(() => tQuantile(1, 5)).toThrow(RangeError);
    expect(() => tQuantile(Number.NaN, 5)).toThrow(RangeError);
  });
});

describe('the functions beneath it', () => {
  test('log gamma of whole numbers is the log of a factorial', () => {
    let factorial = 1;
    for (let n = 1; n < 20; n += 1) {
      expect(logGamma(n)).toBeCloseTo(Math.log(factorial), 10);
      factorial *= n;
    }
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
    expect(logGamma(0.25)).toBeCloseTo(1.2880225246980774, 10);
  });

  test('incomplete beta of whole numbers is a binomial tail', () => {
    // I_x(a, b) = P(at least a of a + b − 1 at chance x)
    expect(incompleteBeta(0.3, 2, 3)).toBeCloseTo(1 - 0.7 ** 4 - 4 * 0.3 * 0.7 ** 3, 12);
    expect(incompleteBeta(0, 2, 3)).toBe(0);
    expect(incompleteBeta(1, 2, 3)).toBe(1);
  });
});
