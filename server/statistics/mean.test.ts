import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { groupedMedian } from './grouped-median.ts';
import { mean, median, pairedGap, populationStandardDeviation, standardDeviation, summarise } from './mean.ts';
import { scaleQuartiles } from './quartiles.ts';
import { scaleEnds } from './scale-ends.ts';
import { tTest } from './t-test.ts';

const SCORES = [1, 2, 3, 4, 5, 6];
const S10 = [1, 2, 4, 6, 8, 4];
const counts = fc.array(fc.nat(30), { minLength: 6, maxLength: 6 });

describe('mean of a scale', () => {
  test('S10: mean, sample standard deviation and plain median', () => {
    expect(mean(S10, SCORES, 40)?.value.toFixed(6)).toBe('4.200000');
    expect(standardDeviation(S10, SCORES)?.toFixed(6)).toBe('1.354006');
    expect(populationStandardDeviation(S10, SCORES)?.toFixed(6)).toBe('1.326650');
    expect(median(S10, SCORES)).toBe(4);
  });

  test('S11: grouped median and quartiles', () => {
    expect(groupedMedian(S10, SCORES)?.toFixed(6)).toBe('4.416667');
    expect(scaleQuartiles(S10, SCORES)).toEqual({ quartile1: 3, median: 4, quartile3: 5 });
  });

  test('S12: standard error with and without correction, from the interval and t of 24 degrees', () => {
    const error = (population: number) => {
      const figure = mean(S10, SCORES, population);
      return ((figure?.high ?? 0) - (figure?.low ?? 0)) / 2 / 2.0638985616280205;
    };
    expect(error(Infinity).toFixed(6)).toBe('0.270801');
    expect(error(40).toFixed(6)).toBe('0.165831');
  });

  test('S13: the two highest and the two lowest steps', () => {
    const ends = scaleEnds(S10, 2, 40);
    expect(ends?.top.value.toFixed(6)).toBe('0.480000');
    expect(ends?.top.low.toFixed(6)).toBe('0.363094');
    expect(ends?.top.high.toFixed(6)).toBe('0.599139');
    expect(ends?.bottom.value.toFixed(6)).toBe('0.120000');
  });

  test.each([
    ['with the finite population correction', 40, '3.857741', '4.542259'],
    ['without', Infinity, '3.641094', '4.758906'],
  ])('S12: t interval %s', (_name, population, low, high) => {
    const figure = mean(S10, SCORES, population);
    expect(figure?.low.toFixed(6)).toBe(low);
    expect(figure?.high.toFixed(6)).toBe(high);
  });

  test('S35: a whole population answering leaves no interval', () => {
    const figure = mean([0, 1, 2, 3, 2, 1], SCORES, 9);
    expect(figure?.low).toBe(figure?.value);
    expect(figure?.high).toBe(figure?.value);
  });

  test('nobody, one answer, all alike', () => {
    expect(mean([0, 0, 0, 0, 0, 0], SCORES, 10)).toBeNull();
    expect(standardDeviation([0, 0, 0, 0, 0, 0], SCORES)).toBeNull();
    expect(median([0, 0, 0, 0, 0, 0], SCORES)).toBeNull();
    expect(mean([0, 0, 1, 0, 0, 0], SCORES, 10)).toEqual({ value: 3, low: 3, high: 3 });
    expect(standardDeviation([0, 0, 1, 0, 0, 0], SCORES)).toBeNull();
    expect(mean([0, 0, 0, 0, 7, 0], SCORES, 10)).toEqual({ value: 5, low: 5, high: 5 });
    expect(standardDeviation([0, 0, 0, 0, 7, 0], SCORES)).toBe(0);
  });

  test('an even number of answers has the mean of the two middle scores as median', () => {
    expect(median([2, 0, 0, 2, 0, 0], SCORES)).toBe(2.5);
    expect(median([3, 0, 0, 2, 0, 0], SCORES)).toBe(1);
  });

  test('lies between least and most, and turns over with the scale', () => {
    fc.assert(
      fc.property(counts, (vector) => {
        const figure = mean(vector, SCORES, 1000);
        const turned = mean(vector.toReversed(), SCORES, 1000);
        const middle = median(vector, SCORES);
        if (!figure || !turned || middle === null) return;
        expect(figure.value).toBeGreaterThanOrEqual(1);
        expect(figure.value).toBeLessThanOrEqual(6);
        expect(7 - turned.value).toBeCloseTo(figure.value, 9);
        expect(7 - turned.high).toBeCloseTo(figure.low, 9);
        expect(7 - (median(vector.toReversed(), SCORES) ?? 0)).toBe(middle);
      }),
    );
  });
});

describe('other measures of a scale', () => {
  test('nobody, one answer, all alike', () => {
    const none = [0, 0, 0, 0, 0, 0];
    expect([groupedMedian(none, SCORES), scaleQuartiles(none, SCORES), scaleEnds(none, 2, 9)]).toEqual([
      null,
      null,
      null,
    ]);
    expect(populationStandardDeviation(none, SCORES)).toBeNull();
    expect(summarise(none, SCORES)).toEqual({ n: 0, mean: 0, variance: 0 });
    expect(summarise(none.with(2, 1), SCORES)).toEqual({ n: 1, mean: 3, variance: 0 });
    expect(populationStandardDeviation(none.with(2, 1), SCORES)).toBe(0);
    expect(groupedMedian(none.with(2, 1), SCORES)).toBe(3);
    expect(groupedMedian(none.with(4, 7), SCORES)).toBe(5);
    expect(scaleEnds(none.with(4, 7), 2, 7)?.top).toEqual({ value: 1, low: 1, high: 1 });
  });

  test('the grouped median between two steps is the middle of the gap', () => {
    expect(groupedMedian([0, 3, 0, 0, 3, 0], SCORES)).toBe(3.5);
    expect(groupedMedian([3, 3, 0, 0, 0, 0], SCORES)).toBe(1.5);
  });

  test('turn over with the scale; population spread is the smaller one', () => {
    fc.assert(
      fc.property(counts, (vector) => {
        const grouped = groupedMedian(vector, SCORES);
        if (grouped === null) return;
        expect(grouped).toBeGreaterThanOrEqual(0.5);
        expect(grouped).toBeLessThanOrEqual(6.5);
        expect(7 - (groupedMedian(vector.toReversed(), SCORES) ?? 0)).toBeCloseTo(grouped, 9);
        expect(7 - (scaleQuartiles(vector.toReversed(), SCORES)?.quartile3 ?? 0)).toBe(
          scaleQuartiles(vector, SCORES)?.quartile1,
        );
        const ends = scaleEnds(vector, 2, 500);
        expect((ends?.top.value ?? 0) + (ends?.bottom.value ?? 0)).toBeLessThanOrEqual(1 + 1e-12);
        expect(scaleEnds(vector.toReversed(), 2, 500)?.bottom).toEqual(ends?.top);
        expect(populationStandardDeviation(vector, SCORES) ?? 0).toBeLessThanOrEqual(
          (standardDeviation(vector, SCORES) ?? 0) + 1e-12,
        );
      }),
    );
  });

  test('refuse scores that do not fit', () => {
    expect(() => groupedMedian([1, 2], [1, 3])).toThrow(RangeError);
    expect(() => groupedMedian([1, 2], [1])).toThrow(RangeError);
    expect(() => scaleQuartiles([1, 2], [1])).toThrow(RangeError);
    expect(() => scaleEnds([1, 2, 3], 2, 9)).toThrow(RangeError);
    expect(() => scaleEnds([1, 2, 3], 0, 9)).toThrow(RangeError);
  });
});

describe('gap of complete pairs', () => {
  const importance = [6, 5, 6, 4, 6, 5, 5, 6, 6, 3, 5, 6];
  const development = [4, 4, 5, 4, 3, 5, 4, 5, 4, 3, 3, 5];
  const gaps = [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5];
  const gapCounts = gaps.map(
    (gap) => importance.filter((step, index) => step - (development[index] ?? 0) === gap).length,
  );

  test.each([
    ['a sample', Infinity, '0.571048', '1.762286'],
    ['twelve of eighteen', 18, '0.822786', '1.510547'],
  ])('S16: %s', (_name, population, low, high) => {
    const figure = pairedGap(gapCounts, gaps, population);
    expect(figure?.value.toFixed(6)).toBe('1.166667');
    expect(standardDeviation(gapCounts, gaps)?.toFixed(6)).toBe('0.937437');
    expect(figure?.low.toFixed(6)).toBe(low);
    expect(figure?.high.toFixed(6)).toBe(high);
  });

  test('S16: the paired t test', () => {
    const found = tTest(gapCounts, gaps, 0, Infinity);
    expect(found?.t.toFixed(6)).toBe('4.311172');
    expect(found?.df).toBe(11);
    expect(found?.p.toFixed(6)).toBe('0.001233');
  });

  test('the test agrees with the interval, for any centre', () => {
    fc.assert(
      fc.property(
        counts,
        fc.double({ min: 1, max: 6, noNaN: true }),
        fc.integer({ min: 200, max: 900 }),
        (vector, against, population) => {
          const found = tTest(vector, SCORES, against, population);
          const figure = mean(vector, SCORES, population);
          if (!found || !figure) return;
          const inside = against >= figure.low && against <= figure.high;
          if (Math.abs(found.p - 0.05) > 1e-9) expect(found.p > 0.05).toBe(inside);
          expect(tTest(vector.toReversed(), SCORES, 7 - against, population)?.t ?? 0).toBeCloseTo(-found.t, 6);
        },
      ),
    );
    expect(tTest([0, 0, 1, 0, 0, 0], SCORES, 3, Infinity)).toBeNull();
    expect(tTest([0, 0, 5, 0, 0, 0], SCORES, 3, Infinity)).toEqual({ t: 0, df: 4, p: 1 });
    expect(tTest([0, 0, 5, 0, 0, 0], SCORES, 4, Infinity)).toEqual({ t: -Infinity, df: 4, p: 0 });
  });
});
