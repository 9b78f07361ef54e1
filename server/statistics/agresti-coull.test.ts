import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { agrestiCoull } from './agresti-coull.ts';
import { meanCorrection, shareCorrection } from './finite-population.ts';
import { wilson } from './wilson.ts';

describe('Agresti–Coull interval', () => {
  test('S06: 18 of 25 in 40 at 90 %', () => {
    const figure = agrestiCoull(18, 25, 40, 0.9);
    expect(figure?.value.toFixed(6)).toBe('0.698516');
    expect(figure?.low.toFixed(6)).toBe('0.609580');
    expect(figure?.high.toFixed(6)).toBe('0.787452');
  });

  test('lies in 0 to 1, mirrors its complement, and without correction holds the Wilson interval', () => {
    const share = fc
      .record({ n: fc.integer({ min: 1, max: 300 }), chosen: fc.nat() })
      .map(({ n, chosen }) => ({ n, chosen: chosen % (n + 1) }));
    fc.assert(
      fc.property(share, ({ n, chosen }) => {
        const figure = agrestiCoull(chosen, n, Infinity);
        const mirror = agrestiCoull(n - chosen, n, Infinity);
        const inner = wilson(chosen, n, Infinity);
        if (!figure || !mirror || !inner) throw new Error('answers have a share');
        expect(figure.low).toBeGreaterThanOrEqual(0);
        expect(figure.high).toBeLessThanOrEqual(1);
        expect(1 - mirror.high).toBeCloseTo(figure.low, 9);
        expect(figure.low).toBeLessThanOrEqual(inner.low + 1e-12);
        expect(figure.high).toBeGreaterThanOrEqual(inner.high - 1e-12);
      }),
    );
  });

  test('nobody, everybody, and what is no share', () => {
    expect(agrestiCoull(0, 0, 10)).toBeNull();
    expect(agrestiCoull(3, 9, 9)).toEqual({ value: 3 / 9, low: 3 / 9, high: 3 / 9 });
    expect(() => agrestiCoull(4, 3, 10)).toThrow(RangeError);
    expect(() => agrestiCoull(-1, 3, 10)).toThrow(RangeError);
  });
});

describe('finite population corrections', () => {
  test('of 25 answers among 40; none without a population; nothing left when all answered', () => {
    expect(shareCorrection(25, 40)).toBeCloseTo(15 / 39, 12);
    expect(meanCorrection(25, 40)).toBe(15 / 40);
    for (const correction of [shareCorrection, meanCorrection]) {
      expect([correction(25, Infinity), correction(9, 9), correction(9, 8), correction(1, 1)]).toEqual([1, 0, 0, 0]);
    }
  });
});
