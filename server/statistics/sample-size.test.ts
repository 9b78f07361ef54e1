import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { detectableDifference, sampleSize } from './sample-size.ts';

describe('answers needed', () => {
  test.each([
    [60, '37.166663'],
    [30, '23.042030'],
    [10_000, '95.132366'],
  ])('S28: ± 10 points in %d people', (population, expected) => {
    expect(sampleSize(0.1, population).toFixed(6)).toBe(expected);
  });

  test('grow with the population up to the one without end, never above either', () => {
    const half = fc.double({ min: 0.01, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(half, fc.integer({ min: 1, max: 5000 }), (around, population) => {
        const size = sampleSize(around, population);
        expect(size).toBeLessThanOrEqual(population + 1e-9);
        expect(size).toBeLessThanOrEqual(Math.max(1, sampleSize(around, Infinity)) + 1e-9);
        expect(sampleSize(around, population + 1)).toBeGreaterThanOrEqual(size - 1e-9);
        expect(sampleSize(around / 2, population)).toBeGreaterThanOrEqual(size);
      }),
    );
    expect(() => sampleSize(0, 10)).toThrow(RangeError);
    expect(() => sampleSize(0.1, 0)).toThrow(RangeError);
  });
});

describe('detectable difference', () => {
  const side = (n: number, population = Infinity) => ({ n, population });
  test('41 answers against 1 500: (1.959964 + 0.841621) · √(¼(1/41 + 1/1500))', () => {
    expect(detectableDifference(side(41), side(1500))?.toFixed(6)).toBe('0.221737');
  });

  test('the same both ways, smaller with more answers and with correction, nought when all answered', () => {
    const n = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(n, n, (one, other) => {
        const found = detectableDifference(side(one), side(other)) ?? 2;
        expect(found).toBeGreaterThan(0);
        expect(found).toBeLessThanOrEqual(1);
        expect(detectableDifference(side(other), side(one))).toBeCloseTo(found, 12);
        expect(detectableDifference(side(one + 1), side(other)) ?? 2).toBeLessThanOrEqual(found);
        expect(detectableDifference(side(one, one + 20), side(other)) ?? 2).toBeLessThanOrEqual(found);
      }),
    );
    expect(detectableDifference(side(9, 9), side(7, 7))).toBe(0);
    expect(detectableDifference(side(0), side(7))).toBeNull();
    expect(() => detectableDifference(side(9), side(7), 1)).toThrow(RangeError);
  });
});
