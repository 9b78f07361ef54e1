import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { adjustPValues, type Adjustment } from './adjust-p-values.ts';

const ADJUSTMENTS: readonly Adjustment[] = ['bonferroni', 'holm', 'benjamini_hochberg'];
const family = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 });

describe('adjustment for the number of comparisons', () => {
  test.each<[Adjustment, number[]]>([
    ['holm', [0.007, 0.048, 0.06, 0.164, 0.164, 0.4, 0.61]],
    ['benjamini_hochberg', [0.007, 0.028, 0.028, 0.0686, 0.0686, 0.233333, 0.61]],
    ['bonferroni', [0.007, 0.056, 0.084, 0.287, 0.343, 1, 1]],
  ])('S22: %s', (adjustment, expected) => {
    const adjusted = adjustPValues([0.001, 0.008, 0.012, 0.041, 0.049, 0.2, 0.61], adjustment);
    expect(adjusted.map((p) => p.toFixed(6))).toEqual(expected.map((p) => p.toFixed(6)));
  });

  test('Benjamini–Hochberg marks as many as their step-up rule, worked by hand', () => {
    // 0.04 ≤ 4/5 · 0.05, so all four are marked, although 0.03 > 2/5 · 0.05.
    expect(adjustPValues([0.03, 0.04, 0.01, 0.035, 0.9], 'benjamini_hochberg').filter((p) => p <= 0.05)).toHaveLength(
      4,
    );
  });

  test.each(ADJUSTMENTS)('%s never lowers a p, keeps the order, and gives each back in its place', (adjustment) => {
    fc.assert(
      fc.property(family, (pValues) => {
        const adjusted = adjustPValues(pValues, adjustment);
        expect(adjusted).toHaveLength(pValues.length);
        for (const [index, p] of pValues.entries()) {
          expect(adjusted[index] ?? -1).toBeGreaterThanOrEqual(p);
          expect(adjusted[index] ?? 2).toBeLessThanOrEqual(1);
          for (const [other, q] of pValues.entries()) {
            if (p <= q) expect(adjusted[index] ?? 2).toBeLessThanOrEqual(adjusted[other] ?? -1);
          }
        }
        expect(adjustPValues(pValues.toReversed(), adjustment)).toEqual(adjusted.toReversed());
      }),
    );
  });

  test('Benjamini–Hochberg ≤ Holm ≤ Bonferroni', () => {
    fc.assert(
      fc.property(family, (pValues) => {
        const [bonferroni, holm, bh] = ADJUSTMENTS.map((adjustment) => adjustPValues(pValues, adjustment));
        for (const index of pValues.keys()) {
          expect(bh?.[index] ?? 2).toBeLessThanOrEqual((holm?.[index] ?? -1) + 1e-12);
          expect(holm?.[index] ?? 2).toBeLessThanOrEqual((bonferroni?.[index] ?? -1) + 1e-12);
        }
      }),
    );
  });

  test.each(ADJUSTMENTS)('%s: none, one, all equal, no p-value', (adjustment) => {
    expect(adjustPValues([], adjustment)).toEqual([]);
    expect(adjustPValues([0.03], adjustment)).toEqual([0.03]);
    const equal = adjustPValues([0.02, 0.02, 0.02], adjustment);
    expect(new Set(equal).size).toBe(1);
    expect(equal[0]).toBeCloseTo(adjustment === 'benjamini_hochberg' ? 0.02 : 0.06, 12);
    expect(() => adjustPValues([0.5, 1.2], adjustment)).toThrow(RangeError);
    expect(() => adjustPValues([Number.NaN], adjustment)).toThrow(RangeError);
  });
});
