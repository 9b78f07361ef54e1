import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { normalQuantile } from './normal-quantile.ts';
import { chiSquareP, normalP, tP } from './p-values.ts';
import { tQuantile } from './t-quantile.ts';

const chance = fc.double({ min: 1e-6, max: 0.999, noNaN: true });

describe('p-values', () => {
  test('of published tables', () => {
    expect(normalP(1.959963984540054)).toBeCloseTo(0.05, 12);
    expect(normalP(3)).toBeCloseTo(0.0026997960632601866, 12);
    expect(normalP(8) / 1.2441921148543568e-15).toBeCloseTo(1, 8);
    expect(tP(1, 1)).toBeCloseTo(0.5, 12);
    expect(chiSquareP(3.841458820694124, 1)).toBeCloseTo(0.05, 12);
    expect(chiSquareP(18.307038053275146, 10)).toBeCloseTo(0.05, 12);
  });

  test('one for no difference, nought for an endless one', () => {
    expect([normalP(0), tP(0, 7), chiSquareP(0, 3)]).toEqual([1, 1, 1]);
    expect([normalP(Infinity), tP(Infinity, 7), chiSquareP(Infinity, 3)]).toEqual([0, 0, 0]);
    expect(tP(1.7, Infinity)).toBe(normalP(1.7));
  });

  test('are the quantiles turned round, and the same for both signs', () => {
    fc.assert(
      fc.property(chance, fc.integer({ min: 1, max: 3000 }), (p, df) => {
        expect(normalP(normalQuantile(1 - p / 2)) / p).toBeCloseTo(1, 8);
        expect(tP(tQuantile(1 - p / 2, df), df) / p).toBeCloseTo(1, 6);
        expect(tP(-1.3, df)).toBe(tP(1.3, df));
        expect(normalP(-1.3)).toBe(normalP(1.3));
        expect(tP(2, df)).toBeGreaterThan(normalP(2));
      }),
    );
  });

  test('a square of a normal is a chi-square of one degree', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 7, noNaN: true }), (z) => {
        expect(chiSquareP(z * z, 1)).toBeCloseTo(normalP(z), 12);
      }),
    );
  });

  test('refuse what is no statistic', () => {
    expect(() => tP(1, 0)).toThrow(RangeError);
    expect(() => chiSquareP(-1, 2)).toThrow(RangeError);
    expect(() => chiSquareP(1, 0)).toThrow(RangeError);
  });
});

describe('normal quantile', () => {
  test.each([
    [0.975, 1.959963984540054],
    [0.95, 1.6448536269514722],
    [0.8, 0.8416212335729143],
    [0.5, 0],
    [1e-6, -4.753424308822899],
  ])('of %d', (probability, expected) => {
    expect(normalQuantile(probability)).toBeCloseTo(expected, 9);
  });

  test('is symmetric and rises', () => {
    fc.assert(
      fc.property(chance, (p) => {
        expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), 7);
        expect(normalQuantile(p + (1 - p) / 2)).toBeGreaterThan(normalQuantile(p));
      }),
    );
    expect(() => normalQuantile(0)).toThrow(RangeError);
    expect(() => normalQuantile(1)).toThrow(RangeError);
  });
});
