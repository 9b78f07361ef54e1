import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chiSquare } from './chi-square.ts';
import { fisher } from './fisher.ts';
import { twoProportions } from './two-proportions.ts';

const groups = fc
  .record({ n: fc.integer({ min: 1, max: 60 }), chosen: fc.nat() })
  .map(({ n, chosen }) => ({ n, chosen: chosen % (n + 1), population: Infinity }));

describe('tests of a table', () => {
  test('S21: chi-square and Fisher of 18/25 and 12/22', () => {
    const found = chiSquare([
      [18, 7],
      [12, 10],
    ]);
    expect(found?.statistic.toFixed(6)).toBe('1.544214');
    expect(found?.p.toFixed(6)).toBe('0.213992');
    expect(found?.cramersV.toFixed(6)).toBe('0.181261');
    expect(fisher({ chosen: 18, n: 25 }, { chosen: 12, n: 22 }).toFixed(6)).toBe('0.240721');
  });

  test('S30: two distributions', () => {
    const found = chiSquare([
      [1, 2, 4, 6, 8, 4],
      [2, 4, 6, 6, 4, 1],
    ]);
    expect(found?.statistic.toFixed(6)).toBe('4.457739');
    expect(found?.df).toBe(5);
    expect(found?.p.toFixed(6)).toBe('0.485558');
    // √(χ²/n) = √(4.457739/48)
    expect(found?.cramersV.toFixed(6)).toBe('0.304745');
  });

  test('S32: two shares with correction', () => {
    const found = twoProportions({ chosen: 18, n: 25, population: 40 }, { chosen: 12, n: 22, population: 45 });
    expect(found?.z.toFixed(6)).toBe('1.836046');
    expect(found?.p.toFixed(6)).toBe('0.066351');
  });

  test('published: the lady tasting tea', () => {
    expect(fisher({ chosen: 3, n: 4 }, { chosen: 1, n: 4 })).toBeCloseTo(34 / 70, 12);
    expect(fisher({ chosen: 4, n: 4 }, { chosen: 0, n: 4 })).toBeCloseTo(2 / 70, 12);
  });

  test('the square of z is the chi-square of a two-by-two table, with the same p', () => {
    fc.assert(
      fc.property(groups, groups, (one, other) => {
        const table = chiSquare([one, other].map(({ chosen, n }) => [chosen, n - chosen]));
        const found = twoProportions(one, other);
        if (!table || !found) return;
        expect(found.z ** 2).toBeCloseTo(table.statistic, 9);
        expect(found.p).toBeCloseTo(table.p, 9);
      }),
    );
  });

  test('p lies in 0 to 1 and does not change when groups or categories change places', () => {
    fc.assert(
      fc.property(groups, groups, (one, other) => {
        const p = fisher(one, other);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(fisher(other, one)).toBeCloseTo(p, 10);
        const rest = [one, other].map(({ chosen, n }) => ({ chosen: n - chosen, n }));
        expect(fisher(rest[0] ?? one, rest[1] ?? other)).toBeCloseTo(p, 10);
      }),
    );
  });

  test('V lies in 0 to 1; empty rows and columns say nothing', () => {
    const row = fc.array(fc.nat(20), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(row, row, (one, other) => {
        const found = chiSquare([one, other]);
        expect(
          chiSquare([
            one.flatMap((count) => [count, 0]),
            Array<number>(8).fill(0),
            other.flatMap((count) => [count, 0]),
          ]),
        ).toEqual(found);
        if (!found) return;
        expect(found.cramersV).toBeGreaterThanOrEqual(0);
        expect(found.cramersV).toBeLessThanOrEqual(1);
        expect(chiSquare([other, one])?.statistic).toBeCloseTo(found.statistic, 9);
        expect(chiSquare([one, one])?.statistic ?? 0).toBeCloseTo(0, 9);
      }),
    );
  });

  test('nobody, all alike, wholly apart, everybody answered', () => {
    expect(chiSquare([])).toBeNull();
    expect(
      chiSquare([
        [0, 0],
        [0, 0],
      ]),
    ).toBeNull();
    expect(
      chiSquare([
        [5, 0],
        [7, 0],
      ]),
    ).toBeNull();
    expect(
      chiSquare([
        [5, 0],
        [0, 7],
      ])?.cramersV,
    ).toBeCloseTo(1, 12);
    expect(fisher({ chosen: 0, n: 0 }, { chosen: 0, n: 0 })).toBe(1);
    expect(fisher({ chosen: 4, n: 4 }, { chosen: 9, n: 9 })).toBe(1);
    expect(twoProportions({ chosen: 0, n: 0, population: 5 }, { chosen: 1, n: 2, population: 5 })).toBeNull();
    expect(twoProportions({ chosen: 1, n: 1, population: 9 }, { chosen: 2, n: 2, population: 9 })).toEqual({
      z: 0,
      p: 1,
    });
    expect(twoProportions({ chosen: 1, n: 2, population: 2 }, { chosen: 2, n: 2, population: 2 })).toEqual({
      z: -Infinity,
      p: 0,
    });
  });

  test('refuse what is no table', () => {
    expect(() => chiSquare([[1, 2], [1]])).toThrow(RangeError);
    expect(() =>
      chiSquare([
        [1, -2],
        [1, 1],
      ]),
    ).toThrow(RangeError);
    expect(() => fisher({ chosen: 3, n: 2 }, { chosen: 1, n: 2 })).toThrow(RangeError);
  });
});
