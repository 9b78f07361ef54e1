import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { standardise, type StandardGroup } from './standardise.ts';

const side = (n: number, mean: number, variance: number, population = Infinity) => ({ n, mean, variance, population });
const TWO: readonly StandardGroup[] = [
  { unit: side(10, 4, 1), benchmark: side(100, 4.2, 1), weight: 60 },
  { unit: side(30, 5, 1), benchmark: side(50, 4.6, 1), weight: 40 },
];

describe('direct standardisation', () => {
  test('worked by hand', () => {
    const found = standardise(TWO);
    expect(found?.crude).toBe(4.75);
    expect(found?.standardised.value).toBeCloseTo(0.6 * 4 + 0.4 * 5, 12);
    expect(found?.benchmark.value).toBeCloseTo(0.6 * 4.2 + 0.4 * 4.6, 12);
    // √(0.36/10 + 0.16/30) and that with 0.36/100 + 0.16/50 added
    const error = Math.sqrt(0.36 / 10 + 0.16 / 30);
    expect(found?.standardised.low).toBeCloseTo(4.4 - 1.959963984540054 * error, 9);
    expect(found?.difference.value).toBeCloseTo(0.04, 12);
    const both = Math.sqrt(error ** 2 + 0.36 / 100 + 0.16 / 50);
    expect(found?.difference.high).toBeCloseTo(0.04 + 1.959963984540054 * both, 9);
    expect(found?.covered).toBe(1);
  });

  test('groups with too few answers are left out, and it says how much remains', () => {
    const found = standardise([...TWO, { unit: side(9, 1, 1), benchmark: side(80, 6, 1), weight: 100 }]);
    expect(found?.covered).toBe(0.5);
    expect(found?.standardised.value).toBeCloseTo(4.4, 12);
    expect(found?.crude).toBeCloseTo((40 + 150 + 9) / 49, 12);
  });

  test('a unit composed like the benchmark is not changed; equal means give no difference', () => {
    const group = fc.record({ n: fc.integer({ min: 10, max: 60 }), mean: fc.double({ min: 1, max: 6, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 6 }), (drawn) => {
        const alike = drawn.map(({ n, mean }) => ({
          unit: side(n, mean, 1),
          benchmark: side(3 * n, mean, 1),
          weight: 7 * n,
        }));
        const found = standardise(alike);
        expect(found?.standardised.value).toBeCloseTo(found?.crude ?? 0, 9);
        expect(found?.difference.value).toBeCloseTo(0, 9);
        const other = standardise(
          drawn.map(({ n, mean }, index) => ({ unit: side(n, mean, 1), benchmark: side(40, 3, 1), weight: index + 1 })),
        );
        const means = drawn.map(({ mean }) => mean);
        expect(other?.standardised.value).toBeGreaterThanOrEqual(Math.min(...means) - 1e-9);
        expect(other?.standardised.value).toBeLessThanOrEqual(Math.max(...means) + 1e-9);
      }),
    );
  });

  test('nobody, everybody answered, a negative weight', () => {
    expect(standardise([])).toBeNull();
    expect(standardise([{ unit: side(0, 0, 0), benchmark: side(50, 4, 1), weight: 5 }])).toBeNull();
    expect(standardise([{ unit: side(12, 4, 1, 12), benchmark: side(50, 4, 1, 50), weight: 5 }])?.difference).toEqual({
      value: 0,
      low: 0,
      high: 0,
    });
    expect(() => standardise([{ unit: side(12, 4, 1), benchmark: side(50, 4, 1), weight: -1 }])).toThrow(RangeError);
  });
});
