import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mannWhitney } from './mann-whitney.ts';
import { summarise } from './mean.ts';
import { welch } from './welch.ts';

const SCORES = [1, 2, 3, 4, 5, 6];
const FIRST = [1, 2, 4, 6, 8, 4];
const SECOND = [2, 4, 6, 6, 4, 1];
const counts = fc.array(fc.nat(12), { minLength: 6, maxLength: 6 });
const of = (vector: readonly number[]) => summarise(vector, SCORES);

describe('difference of two means', () => {
  test.each<[string, readonly [number, number], string[]]>([
    ['S17', [Infinity, Infinity], ['2.078685', '45.745992', '0.043283', '0.025478', '1.591914']],
    ['S18 with correction', [40, 36], ['3.427354', '45.858048', '0.001297', '0.333706', '1.283685']],
  ])('%s', (_name, populations, expected) => {
    const found = welch(of(FIRST), of(SECOND), populations);
    expect(found?.value.toFixed(6)).toBe('0.808696');
    const numbers = [found?.t, found?.df, found?.p, found?.low, found?.high];
    expect(numbers.map((number) => number?.toFixed(6))).toEqual(expected);
  });

  test('turns over with the groups and with the scale; p below 5 % when the interval leaves out 0', () => {
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        const found = welch(of(one), of(other));
        const turned = welch(of(other), of(one));
        const mirrored = welch(of(one.toReversed()), of(other.toReversed()));
        if (!found || !turned || !mirrored) return;
        expect(turned.low).toBeCloseTo(-found.high, 9);
        expect(mirrored.high).toBeCloseTo(-found.low, 9);
        expect(turned.p).toBeCloseTo(found.p, 9);
        if (Math.abs(found.p - 0.05) > 1e-9) expect(found.p < 0.05).toBe(found.low > 0 || found.high < 0);
      }),
    );
  });

  test('more answers of the same kind make it surer', () => {
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        const few = welch(of(one), of(other));
        const many = welch(of(one.map((count) => 3 * count)), of(other.map((count) => 3 * count)));
        if (few && many) expect(many.p).toBeLessThanOrEqual(few.p + 1e-12);
      }),
    );
  });

  test('nobody, one answer, all alike, everybody answered', () => {
    const none = [0, 0, 0, 0, 0, 0];
    expect(welch(of(none), of(FIRST))).toBeNull();
    expect(welch(of(FIRST), of(none.with(3, 1)))).toBeNull();
    expect(welch(of(none.with(3, 5)), of(none.with(3, 7)))).toEqual({ value: 0, low: 0, high: 0, t: 0, df: 10, p: 1 });
    expect(welch(of(none.with(4, 5)), of(none.with(3, 7)))).toMatchObject({ value: 1, low: 1, high: 1, p: 0 });
    expect(welch(of(FIRST), of(SECOND), [25, 23])).toMatchObject({ p: 0 });
    expect(welch(of(FIRST), of(none.with(3, 7)))?.df).toBe(24);
  });
});

describe('difference in order', () => {
  test('S20', () => {
    const found = mannWhitney(FIRST, SECOND);
    expect(found?.w).toBe(385);
    expect(found?.delta.toFixed(6)).toBe('0.339130');
    expect(found?.p.toFixed(6)).toBe('0.040703');
    expect(found?.pUncorrected.toFixed(6)).toBe('0.039677');
  });

  test('δ lies within ±1, turns over, and sees order only', () => {
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        const found = mannWhitney(one, other);
        const turned = mannWhitney(other, one);
        if (!found || !turned) return;
        expect(Math.abs(found.delta)).toBeLessThanOrEqual(1);
        expect(turned.delta).toBeCloseTo(-found.delta, 12);
        expect(turned.p).toBeCloseTo(found.p, 12);
        expect(found.p).toBeGreaterThanOrEqual(found.pUncorrected);
        expect(found.p).toBeLessThanOrEqual(1);
        expect(mannWhitney([0, ...one], [0, ...other])).toEqual(found);
      }),
    );
  });

  test('nobody, one each, all alike, wholly apart', () => {
    expect(mannWhitney([0, 0], [1, 2])).toBeNull();
    expect(mannWhitney([0, 1], [0, 1])).toEqual({ w: 0.5, delta: 0, p: 1, pUncorrected: 1 });
    expect(mannWhitney([0, 7], [0, 9])).toMatchObject({ delta: 0, p: 1 });
    expect(mannWhitney([0, 7], [9, 0])?.delta).toBe(1);
    expect(() => mannWhitney([1], [1, 2])).toThrow(RangeError);
  });
});
