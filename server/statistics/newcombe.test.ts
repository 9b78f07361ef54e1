import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { newcombe, type ShareGroup } from './newcombe.ts';

const group = (chosen: number, n: number, population = Infinity): ShareGroup => ({ chosen, n, population });
const groups = fc
  .record({ n: fc.integer({ min: 1, max: 200 }), chosen: fc.nat() })
  .map(({ n, chosen }) => group(chosen % (n + 1), n));

describe('difference of two shares', () => {
  test.each([
    ['S08, Newcombe 1998', group(56, 70), group(48, 80), '0.200000', '0.052431', '0.333873'],
    ['S09 with correction', group(18, 25, 40), group(12, 22, 45), '0.174545', '-0.009420', '0.350019'],
    ['S09 without', group(18, 25), group(12, 22), '0.174545', '-0.095040', '0.416118'],
  ])('%s', (_name, one, other, value, low, high) => {
    const figure = newcombe(one, other);
    expect([figure?.value, figure?.low, figure?.high].map((number) => number?.toFixed(6))).toEqual([value, low, high]);
  });

  test.each([
    ['9/10 and 3/10', group(9, 10), group(3, 10), '0.1705', '0.8090'],
    ['5/56 and 0/29', group(5, 56), group(0, 29), '-0.0381', '0.1926'],
    ['10/10 and 0/10', group(10, 10), group(0, 10), '0.6075', '1.0000'],
  ])('published to four decimals, Newcombe 1998, table II, method 10: %s', (_name, one, other, low, high) => {
    const figure = newcombe(one, other);
    expect([figure?.low.toFixed(4), figure?.high.toFixed(4)]).toEqual([low, high]);
  });

  test('turns over with the groups, stays within −1 and 1, and holds the difference', () => {
    fc.assert(
      fc.property(groups, groups, (one, other) => {
        const figure = newcombe(one, other);
        const turned = newcombe(other, one);
        if (!figure || !turned) throw new Error('answers have a share');
        expect(figure.low).toBeCloseTo(-turned.high, 12);
        expect(figure.low).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(figure.high).toBeLessThanOrEqual(1 + 1e-12);
        expect(figure.low).toBeLessThanOrEqual(figure.value + 1e-12);
        expect(figure.high).toBeGreaterThanOrEqual(figure.value - 1e-12);
      }),
    );
  });

  test('nobody, everybody answered, no share', () => {
    expect(newcombe(group(0, 0), group(1, 2))).toBeNull();
    expect(newcombe(group(3, 4, 4), group(1, 2, 2))).toEqual({ value: 0.25, low: 0.25, high: 0.25 });
    expect(() => newcombe(group(3, 2), group(1, 2))).toThrow(RangeError);
  });
});
