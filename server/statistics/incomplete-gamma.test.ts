import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { upperGamma } from './incomplete-gamma.ts';

describe('upper incomplete gamma function', () => {
  // Closed forms: e^−x for a = 1, a Poisson sum for whole a; the last two by mpmath 1.3 at 30 digits.
  test.each([
    [1, 2, Math.exp(-2)],
    [3, 1.5, Math.exp(-1.5) * (1 + 1.5 + 1.5 ** 2 / 2)],
    [2, 30, Math.exp(-30) * 31],
    [0.5, 12.5, 5.733031437583878e-7],
    [250, 300, 0.001377471877528202],
  ])('Q(%d, %d)', (a, x, expected) => {
    expect(upperGamma(a, x) / expected).toBeCloseTo(1, 10);
  });

  test('falls from 1 to 0 as x grows, rises with a', () => {
    expect(upperGamma(2, 0)).toBe(1);
    expect(upperGamma(2, Infinity)).toBe(0);
    const number = fc.double({ min: 0.1, max: 200, noNaN: true });
    fc.assert(
      fc.property(number, number, number, (a, x, step) => {
        const value = upperGamma(a, x);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(upperGamma(a, x + step)).toBeLessThanOrEqual(value + 1e-12);
        expect(upperGamma(a + step, x)).toBeGreaterThanOrEqual(value - 1e-12);
      }),
    );
  });

  test('refuses what it is not defined for', () => {
    expect(() => upperGamma(0, 1)).toThrow(RangeError);
    expect(() => upperGamma(1, -1)).toThrow(RangeError);
  });
});
