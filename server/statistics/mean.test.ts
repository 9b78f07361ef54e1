import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mean, median, pairedGap, standardDeviation } from './mean.ts';

const SCORES = [1, 2, 3, 4, 5, 6];
const S10 = [1, 2, 4, 6, 8, 4];
const counts = fc.array(fc.nat(30), { minLength: 6, maxLength: 6 });

describe('mean of a scale', () => {
  test('S10: mean, sample standard deviation and plain median', () => {
    expect(mean(S10, SCORES, 40)?.value.toFixed(6)).toBe('4.200000');
    expect(standardDeviation(S10, SCORES)?.toFixed(6)).toBe('1.354006');
    expect(median(S10, SCORES)).toBe(4);
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
});
