import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { funnelLimits } from './funnel-limits.ts';

describe('limits of a funnel', () => {
  // Computed with Python's exact binomial coefficients.
  test.each([
    [0.8, 41, 0.95, 0.659258, 0.926457],
    [0.8, 41, 0.998, 0.575486, 0.980002],
    [0.5, 10, 0.95, 0.132444, 0.867556],
    [0.9, 200, 0.998, 0.826433, 0.962148],
    [0.5, 3, 0.95, 0, 1],
    [1, 10, 0.95, 1, 1],
  ])('around %f with %i answers, %f', (target, n, probability, low, high) => {
    const limits = funnelLimits(target, n, probability);
    expect(limits.low).toBeCloseTo(low, 6);
    expect(limits.high).toBeCloseTo(high, 6);
  });

  test('hold the target between them; the wider probability holds the narrower; both sides alike', () => {
    const share = fc.double({ min: 0.05, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(share, fc.integer({ min: 2, max: 300 }), (target, n) => {
        const [narrow, wide] = [funnelLimits(target, n, 0.95), funnelLimits(target, n, 0.998)];
        const turned = funnelLimits(1 - target, n, 0.95);
        expect(narrow.low).toBeLessThanOrEqual(target);
        expect(narrow.high).toBeGreaterThanOrEqual(target);
        expect(wide.low).toBeLessThanOrEqual(narrow.low);
        expect(wide.high).toBeGreaterThanOrEqual(narrow.high);
        expect(turned.low).toBeCloseTo(1 - narrow.high, 9);
      }),
    );
  });

  test('a count is outside exactly where its own tail has less than half of what is left', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.1, max: 0.9, noNaN: true }), (n, target) => {
        const { low } = funnelLimits(target, n, 0.95);
        let tail = 0;
        let here = (1 - target) ** n;
        for (let count = 0; count <= n; count += 1) {
          tail += here;
          here *= ((n - count) / (count + 1)) * (target / (1 - target));
          if (Math.abs(tail - 0.025) > 1e-9) expect(count / n < low - 1e-12).toBe(tail < 0.025);
        }
      }),
    );
  });

  test('refuses what is no share or no number of answers', () => {
    expect(() => funnelLimits(1.2, 10, 0.95)).toThrow(RangeError);
    expect(() => funnelLimits(0.5, 0, 0.95)).toThrow(RangeError);
  });
});
