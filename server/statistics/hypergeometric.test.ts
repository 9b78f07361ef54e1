import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { exactInterval } from './exact-interval.ts';
import { hypergeometric } from './hypergeometric.ts';

const draw = fc
  .record({ population: fc.integer({ min: 1, max: 3000 }), marked: fc.nat(), drawn: fc.nat() })
  .map(({ population, marked, drawn }) => ({
    population,
    marked: marked % (population + 1),
    drawn: drawn % (population + 1),
  }));

describe('hypergeometric distribution', () => {
  test('two of ten, five of them marked', () => {
    const { from, probabilities } = hypergeometric(10, 5, 2);
    expect(from).toBe(0);
    for (const [k, expected] of [2 / 9, 5 / 9, 2 / 9].entries()) expect(probabilities[k]).toBeCloseTo(expected, 14);
  });

  test('adds up to one, has the mean drawn × marked/population, and is symmetric in drawn and marked', () => {
    fc.assert(
      fc.property(draw, ({ population, marked, drawn }) => {
        const { from, probabilities } = hypergeometric(population, marked, drawn);
        const mean = probabilities.reduce((sum, probability, index) => sum + probability * (from + index), 0);
        expect(probabilities.reduce((sum, probability) => sum + probability, 0)).toBeCloseTo(1, 10);
        expect(mean).toBeCloseTo((drawn * marked) / population, 6);
        const turned = hypergeometric(population, drawn, marked);
        expect(turned.from).toBe(from);
        expect(turned.probabilities[0]).toBeCloseTo(probabilities[0] ?? 0, 10);
      }),
    );
  });

  test('nothing drawn, everything drawn, everything marked', () => {
    expect(hypergeometric(5, 3, 0)).toEqual({ from: 0, probabilities: [1] });
    expect(hypergeometric(5, 3, 5)).toEqual({ from: 3, probabilities: [1] });
    expect(hypergeometric(5, 5, 2)).toEqual({ from: 2, probabilities: [1] });
  });

  test('refuses what cannot be drawn', () => {
    expect(() => hypergeometric(5, 6, 1)).toThrow(RangeError);
    expect(() => hypergeometric(5, 1, 1.5)).toThrow(RangeError);
  });
});

describe('exact interval of a share in a finite population', () => {
  test.each([
    [18, 25, 40, 24 / 40, 33 / 40],
    [0, 12, 20, 0, 3 / 20],
    [5, 8, 10, 0.5, 0.7],
  ])('S07: %d of %d in %d', (chosen, n, population, low, high) => {
    expect(exactInterval(chosen, n, population)).toEqual({ value: chosen / n, low, high });
  });

  test('holds the share, mirrors its complement, and is a point when everybody answered', () => {
    const answers = fc
      .record({ n: fc.integer({ min: 1, max: 25 }), chosen: fc.nat(), rest: fc.nat(24) })
      .map(({ n, chosen, rest }) => ({ n, chosen: chosen % (n + 1), population: n + rest }));
    fc.assert(
      fc.property(answers, ({ n, chosen, population }) => {
        const figure = exactInterval(chosen, n, population);
        const mirror = exactInterval(n - chosen, n, population);
        if (!figure || !mirror) throw new Error('answers have a share');
        expect(figure.low).toBeLessThanOrEqual(Math.ceil((chosen / n) * population) / population + 1e-12);
        expect(figure.high).toBeGreaterThanOrEqual(Math.floor((chosen / n) * population) / population - 1e-12);
        expect(1 - mirror.high).toBeCloseTo(figure.low, 12);
      }),
    );
    expect(exactInterval(3, 9, 9)).toEqual({ value: 3 / 9, low: 3 / 9, high: 3 / 9 });
    expect(exactInterval(0, 0, 9)).toBeNull();
  });

  test('wants a finite population and a share', () => {
    expect(() => exactInterval(3, 9, Infinity)).toThrow(RangeError);
    expect(() => exactInterval(10, 9, 20)).toThrow(RangeError);
  });
});
