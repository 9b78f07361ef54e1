import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { besideBounds } from './beside-bounds.ts';
import type { Fact } from './propagate.ts';

const fact = (atoms: number[], low: number[], high = low): Fact => ({ atoms, coefficients: null, low, high });

describe('what exact sums leave beside a bound', () => {
  test('ten of five atoms, of the first two six at least: of the other three four at most', () => {
    expect(besideBounds([fact([0, 1, 2, 3, 4], [10]), fact([0, 1], [6], [8])])).toEqual([fact([2, 3, 4], [2], [4])]);
  });

  test('other exact sums and other bounds in the rest are taken away too', () => {
    const found = besideBounds([
      fact([0, 1, 2, 3, 4, 5], [20]),
      fact([0, 1], [6], [8]),
      fact([2, 3], [5]),
      fact([4], [1], [2]),
    ]);
    expect(found).toContainEqual(fact([4, 5], [7], [9]));
    expect(found).toContainEqual(fact([5], [5], [8]));
  });

  test('nothing beside a bound that no sum holds, and nothing of sums with coefficients', () => {
    expect(besideBounds([fact([0, 1], [4]), fact([1, 2], [1], [3])])).toEqual([]);
    expect(besideBounds([{ ...fact([0, 1], [4]), coefficients: [1, 2] }, fact([1], [1], [3])])).toEqual([]);
  });

  test('what it says holds in every world that the facts hold in', () => {
    const world = fc.array(fc.nat(9), { minLength: 6, maxLength: 6 });
    const sets = fc.array(fc.subarray([0, 1, 2, 3, 4, 5], { minLength: 1 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(world, sets, fc.array(fc.nat(3), { minLength: 8, maxLength: 8 }), (counts, all, slack) => {
        const sum = (atoms: ArrayLike<number>) =>
          Array.from(atoms).reduce((total, atom) => total + (counts[atom] ?? 0), 0);
        const facts = all.map((atoms, index) => {
          const n = sum(atoms);
          return fact(atoms, [Math.max(0, n - (slack[index] ?? 0))], [n + (slack[index] ?? 0)]);
        });
        for (const { atoms, low, high } of besideBounds(facts)) {
          expect(sum(atoms)).toBeGreaterThanOrEqual(low[0] ?? 0);
          expect(sum(atoms)).toBeLessThanOrEqual(high[0] ?? 0);
        }
      }),
      { numRuns: 500 },
    );
  });
});
