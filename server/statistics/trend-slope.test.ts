import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { trendSlope, type TrendPoint } from './trend-slope.ts';

const rounds = (values: readonly number[], errors: readonly number[], from = 2021): TrendPoint[] =>
  values.map((value, index) => ({ at: from + index, value, se: errors[index] ?? 0.1 }));
const point = fc.tuple(fc.double({ min: 1, max: 6, noNaN: true }), fc.double({ min: 0.05, max: 0.5, noNaN: true }));
const series = fc.array(point, { minLength: 4, maxLength: 10 });

describe('slope of a trend', () => {
  test('four rounds on a line: the error is se/√Σ(x − x̄)² = 0.1/√5', () => {
    const found = trendSlope(rounds([4, 4.1, 4.2, 4.3], []));
    expect(found?.value).toBeCloseTo(0.1, 12);
    expect(found?.low.toFixed(6)).toBe('0.012348');
    expect(found?.high.toFixed(6)).toBe('0.187652');
    expect(found?.p.toFixed(6)).toBe('0.025347');
    expect(found?.excess).toBeCloseTo(0, 6);
  });

  test('unlike errors and rounds that jump, by numpy 2 (normal equations)', () => {
    const found = trendSlope(rounds([3.1, 3.9, 3.4, 4.4, 4.0], [0.1, 0.2, 0.15, 0.12, 0.3]));
    expect(found?.value.toFixed(6)).toBe('0.345329');
    expect(found?.excess.toFixed(6)).toBe('2.527848');
    expect(found?.low.toFixed(6)).toBe('0.116253');
  });

  test('moves with the figure: shift, stretch, turn', () => {
    fc.assert(
      fc.property(series, (pairs) => {
        const points = pairs.map(([value, se], index) => ({ at: 2020 + index, value, se }));
        const found = trendSlope(points);
        if (!found) throw new Error('there are four rounds');
        expect(found.low).toBeLessThanOrEqual(found.value);
        expect(trendSlope(points.map((one) => ({ ...one, value: one.value + 9 })))?.value).toBeCloseTo(found.value, 8);
        expect(trendSlope(points.map((one) => ({ ...one, at: 3 * one.at })))?.value).toBeCloseTo(found.value / 3, 8);
        expect(trendSlope(points.map((one) => ({ ...one, at: -one.at })))?.value).toBeCloseTo(-found.value, 8);
        expect(trendSlope(points.map((one) => ({ ...one, value: 4 })))?.value).toBeCloseTo(0, 12);
        if (Math.abs(found.p - 0.05) > 1e-9) expect(found.p < 0.05).toBe(found.low > 0 || found.high < 0);
      }),
    );
  });

  test('three rounds, one year, no error', () => {
    expect(trendSlope([])).toBeNull();
    expect(trendSlope(rounds([4, 4.1, 4.2], []))).toBeNull();
    expect(trendSlope(rounds([4, 4.1, 4.2, 4.3], []).map((one) => ({ ...one, at: 2024 })))).toBeNull();
    expect(() => trendSlope(rounds([4, 4, 4, 4], [0.1, 0, 0.1, 0.1]))).toThrow(RangeError);
  });
});
