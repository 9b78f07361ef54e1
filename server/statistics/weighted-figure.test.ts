import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mean } from './mean.ts';
import { isWeightingDue, weightedMean, weightedShare, type WeightedCounts } from './weighted-figure.ts';
import { wilson } from './wilson.ts';

const SCORES = [1, 2, 3, 4, 5, 6];
const counts = fc.array(fc.nat(12), { minLength: 6, maxLength: 6 });
const groups = fc.array(fc.record({ weight: fc.double({ min: 0.2, max: 5, noNaN: true }), counts }), { maxLength: 4 });

describe('weighted beside unweighted', () => {
  test('a share worked by hand', () => {
    const two: readonly WeightedCounts[] = [
      { weight: 1, counts: [2, 8] },
      { weight: 3, counts: [5, 5] },
    ];
    const found = weightedShare(two, [1], Infinity);
    // (8 + 15)/(10 + 30); n_eff = 40²/(10 + 90)
    expect(found?.unweighted).toEqual(wilson(13, 20, Infinity));
    expect(found?.weighted).toEqual(wilson(9.2, 16, Infinity));
    expect(found?.nEff).toBe(16);
  });

  test('a mean worked by hand', () => {
    const found = weightedMean(
      [
        { weight: 1, counts: [2, 8] },
        { weight: 3, counts: [5, 5] },
      ],
      [0, 1],
      Infinity,
    );
    // s² = 0.575 · 0.425 · 16/15; t of 15 degrees 2.131450
    expect(found?.weighted.value).toBeCloseTo(0.575, 12);
    expect(found?.weighted.high).toBeCloseTo(0.575 + 2.131449546 * Math.sqrt((0.575 * 0.425) / 15), 8);
  });

  test('equal weights give the same figure twice', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 80, max: 200 }), (vector, population) => {
        const one = [{ weight: 2, counts: vector }];
        const found = weightedMean(one, SCORES, population);
        const share = weightedShare(one, [4, 5], population);
        if (!found || !share) return expect(mean(vector, SCORES, population)).toBeNull();
        expect(found.weighted.value).toBeCloseTo(found.unweighted.value, 12);
        expect(found.weighted.low).toBeCloseTo(found.unweighted.low, 9);
        expect(share.weighted.high).toBeCloseTo(share.unweighted.high, 12);
      }),
    );
  });

  test('stay within the scale, take no more answers than there are, and do not change with the unit of the weights', () => {
    fc.assert(
      fc.property(groups, (drawn) => {
        const found = weightedMean(drawn, SCORES, 1000);
        const share = weightedShare(drawn, [0, 1], 1000);
        const doubled = weightedMean(
          drawn.map((one) => ({ ...one, weight: 2 * one.weight })),
          SCORES,
          1000,
        );
        if (!found || !share) return;
        expect(found.weighted.value).toBeGreaterThanOrEqual(1 - 1e-9);
        expect(found.weighted.value).toBeLessThanOrEqual(6 + 1e-9);
        expect(found.nEff).toBeLessThanOrEqual(found.n);
        expect(share.weighted.low).toBeGreaterThanOrEqual(0);
        expect(share.weighted.high).toBeLessThanOrEqual(1);
        expect(doubled?.weighted.value).toBeCloseTo(found.weighted.value, 9);
      }),
    );
  });

  test('nobody, one answer, everybody answered', () => {
    expect(weightedMean([], SCORES, 10)).toBeNull();
    expect(weightedShare([{ weight: 1, counts: [0, 0] }], [0], 10)).toBeNull();
    expect(weightedMean([{ weight: 3, counts: [0, 1] }], [1, 2], 10)?.weighted).toEqual({ value: 2, low: 2, high: 2 });
    expect(weightedShare([{ weight: 3, counts: [1, 1] }], [0], 2)?.weighted).toEqual({
      value: 0.5,
      low: 0.5,
      high: 0.5,
    });
    expect(() => weightedMean([{ weight: 0, counts: [1, 1] }], [1, 2], 10)).toThrow(RangeError);
  });
});

test('weighting is due where respondents are unlike the register, or a key measure moves', () => {
  expect(isWeightingDue(0.79, [])).toBe(true);
  expect(isWeightingDue(0.8, [{ unweighted: 4.1, weighted: 4.19, se: 0.1 }])).toBe(false);
  expect(isWeightingDue(0.9, [{ unweighted: 4.1, weighted: 3.9, se: 0.1 }])).toBe(true);
});
