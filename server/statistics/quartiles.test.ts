import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { quartiles, roundToStep } from './quartiles.ts';

describe('quartiles of numbers', () => {
  test('S11: the scale counts 1, 2, 4, 6, 8, 4 as numbers', () => {
    const sorted = [1, 2, 4, 6, 8, 4].flatMap((count, index) => Array<number>(count).fill(index + 1));
    expect(quartiles(sorted)).toEqual({ quartile1: 3, median: 4, quartile3: 5 });
  });

  test('interpolates between order statistics', () => {
    expect(quartiles([1, 2, 3, 4])).toEqual({ quartile1: 1.75, median: 2.5, quartile3: 3.25 });
  });

  test('nobody, one, all alike', () => {
    expect(quartiles([])).toBeNull();
    expect(quartiles([7])).toEqual({ quartile1: 7, median: 7, quartile3: 7 });
    expect(quartiles([3, 3, 3, 3, 3])).toEqual({ quartile1: 3, median: 3, quartile3: 3 });
  });

  test('are in order, within the numbers, and turn over with them', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }), (numbers) => {
        const sorted = numbers.toSorted((a, b) => a - b);
        const found = quartiles(sorted);
        const turned = quartiles(sorted.map((number) => -number).toReversed());
        if (!found || !turned) throw new Error('numbers have quartiles');
        expect(found.quartile1).toBeGreaterThanOrEqual(sorted[0] ?? 0);
        expect(found.median).toBeGreaterThanOrEqual(found.quartile1);
        expect(found.quartile3).toBeGreaterThanOrEqual(found.median);
        expect(found.quartile3).toBeLessThanOrEqual(sorted.at(-1) ?? 0);
        expect(-turned.quartile3).toBeCloseTo(found.quartile1, 9);
      }),
    );
  });
});

describe('rounding to a step', () => {
  test.each([
    [2374, 50, 2350],
    [2375, 50, 2400],
    [0.26, 0.1, 0.3],
    [7, 5, 5],
    [0, 100, 0],
  ])('%d to a step of %d', (value, step, expected) => {
    expect(roundToStep(value, step)).toBe(expected);
  });

  test('is never further away than half a step', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 1, max: 500 }), (value, step) => {
        expect(Math.abs(roundToStep(value, step) - value)).toBeLessThanOrEqual(step / 2);
        expect(roundToStep(value, step) % step).toBe(0);
      }),
    );
    expect(() => roundToStep(3, 0)).toThrow(RangeError);
  });
});
