import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { balance, rIndicator } from './representativeness.ts';
import { biasFlags, reliability, widestHalf } from './reliability.ts';

const strata = fc.array(
  fc.tuple(fc.nat(60), fc.nat(60)).map(([n, rest]) => ({ code: 'x', n, population: n + rest })),
  { maxLength: 8 },
);

describe('respondents against the target population', () => {
  test('shares of each category on both sides', () => {
    const found = balance([
      { code: 'female', population: 86, n: 36 },
      { code: 'male', population: 26, n: 5 },
    ]);
    expect(found?.categories.map(({ target }) => target.toFixed(6))).toEqual(['0.767857', '0.232143']);
    expect(found?.categories.map(({ respondents }) => respondents.toFixed(6))).toEqual(['0.878049', '0.121951']);
    expect(found?.largest.toFixed(6)).toBe('0.110192');
  });

  test('S27: R-indicator', () => {
    const found = rIndicator([
      { population: 120, n: 60 },
      { population: 80, n: 24 },
      { population: 60, n: 30 },
      { population: 40, n: 10 },
    ]);
    expect(found?.r.toFixed(6)).toBe('0.785269');
    expect(found?.sd.toFixed(6)).toBe('0.107365');
    expect(found?.cv.toFixed(6)).toBe('0.259755');
  });

  test('shares add up, differences cancel, R is 1 at most and does not change with the order', () => {
    fc.assert(
      fc.property(strata, (drawn) => {
        const found = balance(drawn);
        if (!found) return;
        const total = (of: 'target' | 'respondents' | 'difference') =>
          found.categories.reduce((sum, category) => sum + category[of], 0);
        expect(total('target')).toBeCloseTo(1, 12);
        expect(total('respondents')).toBeCloseTo(1, 12);
        expect(total('difference')).toBeCloseTo(0, 12);
        expect(found.largest).toBeLessThanOrEqual(1);
        const indicator = rIndicator(drawn);
        if (!indicator) return;
        expect(indicator.r).toBeLessThanOrEqual(1);
        expect(indicator.r).toBeGreaterThanOrEqual(-0.5);
        expect(rIndicator(drawn.toReversed())?.r).toBeCloseTo(indicator.r, 12);
      }),
    );
  });

  test('nobody, one category, all alike, more respondents than people', () => {
    expect(balance([])).toBeNull();
    expect(rIndicator([{ population: 5, n: 0 }])).toBeNull();
    expect(balance([{ code: 'a', population: 5, n: 2 }])?.largest).toBe(0);
    expect(
      rIndicator([
        { population: 40, n: 20 },
        { population: 60, n: 30 },
        { population: 0, n: 0 },
      ]),
    ).toEqual({ r: 1, sd: 0, cv: 0 });
    expect(() => balance([{ code: 'a', population: 5, n: 6 }])).toThrow(RangeError);
    expect(() => rIndicator([{ population: 5, n: -1 }])).toThrow(RangeError);
  });
});

describe('reliability', () => {
  test.each([
    [93, 'good'],
    [92, 'fair'],
    [21, 'fair'],
    [20, 'weak'],
    [10, 'weak'],
    [9, 'few'],
    [5, 'few'],
    [4, 'not_shown'],
    [0, 'not_shown'],
  ] as const)('%d answers: %s', (n, expected) => {
    expect(reliability(n, 0.5, 0.02)).toBe(expected);
  });

  test('one class lower where few answered and they are unlike the register; not for one of the two', () => {
    expect(reliability(120, 0.29, 0.11)).toBe('fair');
    expect(reliability(41, 0.29, 0.11)).toBe('weak');
    expect(reliability(6, 0.29, 0.11)).toBe('few');
    expect(reliability(41, 0.3, 0.11)).toBe('fair');
    expect(reliability(41, 0.29, 0.1)).toBe('fair');
    expect(biasFlags(0.29, 0.1)).toEqual({ lowRate: true, unlike: false });
    expect(() => reliability(-1, 0.5, 0)).toThrow(RangeError);
  });

  test('the bounds of the classes are the least n for 10, 20 and 15 points', () => {
    expect(widestHalf(93)).toBeLessThanOrEqual(0.1);
    expect(widestHalf(92)).toBeGreaterThan(0.1);
    expect(widestHalf(39)).toBeLessThanOrEqual(0.15);
    expect(widestHalf(38)).toBeGreaterThan(0.15);
    expect(widestHalf(21)).toBeLessThanOrEqual(0.2);
    expect(widestHalf(20)).toBeGreaterThan(0.2);
    expect(widestHalf(0)).toBeNull();
  });
});
