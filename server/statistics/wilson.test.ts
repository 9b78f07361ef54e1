import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { wilson } from './wilson.ts';

const share = fc
  .record({ n: fc.integer({ min: 1, max: 400 }), chosen: fc.nat(400), rest: fc.nat(400) })
  .map(({ n, chosen, rest }) => ({ n, chosen: chosen % (n + 1), population: n + rest }));

describe('Wilson interval of a share', () => {
  // S02–S04: R 4.2.2 prop.test (uncorrected) and the closed formula; S05c: Newcombe 1998, table I.
  test.each([
    ['S02', 18, 25, Infinity, 0.524234, 0.857161],
    ['S03', 18, 25, 40, 0.600951, 0.814496],
    ['S04 none of twelve', 0, 12, Infinity, 0, 0.242494],
    ['S04 none of twelve in twenty', 0, 12, 20, 0, 0.118778],
    ['S04 all of twelve in twenty', 12, 12, 20, 0.881222, 1],
    ['S05c', 81, 263, Infinity, 0.255289, 0.36621],
    ['S05c', 15, 148, Infinity, 0.062386, 0.160487],
    ['S05c', 0, 20, Infinity, 0, 0.161125],
    ['S05c', 1, 29, Infinity, 0.006113, 0.171755],
    ['S13 top two', 12, 25, 40, 0.363094, 0.599139],
  ])('%s: %d of %d in %d', (_id, chosen, n, population, low, high) => {
    const figure = wilson(chosen, n, population);
    expect(figure?.value).toBeCloseTo(chosen / n, 12);
    expect(figure?.low.toFixed(6)).toBe(low.toFixed(6));
    expect(figure?.high.toFixed(6)).toBe(high.toFixed(6));
  });

  test('nobody answered: nothing to say; everybody answered: the point', () => {
    expect(wilson(0, 0, 10)).toBeNull();
    expect(wilson(3, 9, 9)).toEqual({ value: 3 / 9, low: 3 / 9, high: 3 / 9 });
    expect(wilson(1, 1, 1)).toEqual({ value: 1, low: 1, high: 1 });
  });

  test('lies within 0 and 1, around the share, and mirrors its complement', () => {
    fc.assert(
      fc.property(share, ({ n, chosen, population }) => {
        const figure = wilson(chosen, n, population);
        const mirror = wilson(n - chosen, n, population);
        if (!figure || !mirror) throw new Error('answers have a share');
        expect(figure.low).toBeGreaterThanOrEqual(0);
        expect(figure.high).toBeLessThanOrEqual(1);
        expect(figure.low).toBeLessThanOrEqual(figure.value + 1e-12);
        expect(figure.high).toBeGreaterThanOrEqual(figure.value - 1e-12);
        expect(1 - mirror.high).toBeCloseTo(figure.low, 9);
      }),
    );
  });

  test('a larger population never gives a narrower interval', () => {
    fc.assert(
      fc.property(share, ({ n, chosen, population }) => {
        const near = wilson(chosen, n, population);
        const far = wilson(chosen, n, population + 50);
        if (!near || !far) throw new Error('answers have a share');
        expect(far.high - far.low).toBeGreaterThanOrEqual(near.high - near.low - 1e-12);
      }),
    );
  });
});
