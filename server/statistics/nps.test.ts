import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nps, recommendationShares } from './nps.ts';

const counts = fc.array(fc.nat(20), { minLength: 11, maxLength: 11 });

describe('net promoter score', () => {
  const S15 = [1, 0, 0, 1, 0, 2, 1, 4, 6, 5, 5];
  test.each([
    ['a sample', Infinity, '-9.334055', '49.334055'],
    ['25 of 60', 60, '-2.593323', '42.593323'],
  ])('S15: %s', (_name, population, low, high) => {
    const figure = nps(S15, population);
    expect(figure?.value).toBeCloseTo(20, 12);
    expect(figure?.low.toFixed(6)).toBe(low);
    expect(figure?.high.toFixed(6)).toBe(high);
  });

  test('S15: the shares behind it, and its standard error', () => {
    const shares = recommendationShares(S15, Infinity);
    expect(shares?.promoters.value).toBe(0.4);
    expect(shares?.detractors.value).toBe(0.2);
    expect(shares?.passives.value).toBe(0.4);
    const figure = nps(S15, Infinity);
    expect((((figure?.high ?? 0) - (figure?.low ?? 0)) / 2 / 1.959963984540054).toFixed(6)).toBe('14.966630');
  });

  test('its shares add up to one, and the score is their difference', () => {
    fc.assert(
      fc.property(counts, (vector) => {
        const shares = recommendationShares(vector, 900);
        if (!shares) return;
        const { promoters, passives, detractors } = shares;
        expect(promoters.value + passives.value + detractors.value).toBeCloseTo(1, 12);
        expect(nps(vector, 900)?.value).toBeCloseTo(100 * (promoters.value - detractors.value), 9);
      }),
    );
    expect(recommendationShares(Array<number>(11).fill(0), 5)).toBeNull();
    expect(() => recommendationShares([1, 2, 3], 10)).toThrow(RangeError);
  });

  test('nobody, all alike, everybody answered', () => {
    const none = Array<number>(11).fill(0);
    expect(nps(none, 5)).toBeNull();
    expect(nps(none.with(10, 4), Infinity)).toEqual({ value: 100, low: 100, high: 100 });
    expect(nps(none.with(0, 1), 1)).toEqual({ value: -100, low: -100, high: -100 });
    expect(nps(S15, 25)).toEqual({ value: 20, low: 20, high: 20 });
  });

  test('lies within ±100 and its interval around it', () => {
    fc.assert(
      fc.property(counts, (vector) => {
        const figure = nps(vector, 500);
        if (!figure) return;
        expect(Math.abs(figure.value)).toBeLessThanOrEqual(100);
        expect(figure.value - figure.low).toBeCloseTo(figure.high - figure.value, 9);
      }),
    );
  });

  test('wants the eleven counts of 0 to 10', () => {
    expect(() => nps([1, 2, 3], 10)).toThrow(RangeError);
  });
});
