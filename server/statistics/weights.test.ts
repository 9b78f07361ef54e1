import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { collapseStrata } from './collapse-strata.ts';
import { postStratify, type Stratum } from './post-stratify.ts';
import { rake, type RakingCell } from './rake.ts';
import { weightCost } from './weights.ts';

const S23: readonly Stratum[] = [
  { population: 120, n: 60, mean: 4.5, sd: 1 },
  { population: 80, n: 24, mean: 3.9, sd: 1.2 },
  { population: 60, n: 30, mean: 4.8, sd: 0.9 },
  { population: 40, n: 10, mean: 3.4, sd: 1.3 },
];
const S24: readonly RakingCell[] = [30, 20, 10, 5, 25, 10].map((n, index) => ({
  levels: [Math.floor(index / 3), index % 3],
  n,
}));
const MARGINS = [
  [110, 90],
  [70, 90, 40],
];

describe('post-stratification', () => {
  test('S23', () => {
    const found = postStratify(S23);
    expect(found?.unweighted.toFixed(6)).toBe('4.367742');
    expect(found?.weighted.toFixed(6)).toBe('4.253333');
    expect(found?.se.toFixed(6)).toBe('0.084341');
    expect(found?.weights.map((weight) => weight.toFixed(6))).toEqual(['2.000000', '3.333333', '2.000000', '4.000000']);
    expect(found?.deff.toFixed(6)).toBe('1.083852');
    expect(found?.nEff.toFixed(6)).toBe('114.406780');
  });

  test('lies among the strata, never has more answers than people gave, and is plain where all answer alike', () => {
    const stratum = fc.record({
      n: fc.integer({ min: 1, max: 50 }),
      rest: fc.nat(80),
      mean: fc.double({ min: 1, max: 6, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(stratum, { minLength: 1, maxLength: 8 }), (drawn) => {
        const strata = drawn.map(({ n, rest, mean }) => ({ n, population: n + rest, mean, sd: 1 }));
        const found = postStratify(strata);
        if (!found) throw new Error('there are strata');
        const means = strata.map(({ mean }) => mean);
        expect(found.weighted).toBeGreaterThanOrEqual(Math.min(...means) - 1e-9);
        expect(found.weighted).toBeLessThanOrEqual(Math.max(...means) + 1e-9);
        expect(found.nEff).toBeLessThanOrEqual(found.n);
        expect(found.deff).toBeGreaterThanOrEqual(1);
        const alike = postStratify(strata.map((one) => ({ ...one, population: 3 * one.n })));
        expect(alike?.weighted).toBeCloseTo(alike?.unweighted ?? 0, 9);
        expect(alike?.cv).toBeCloseTo(0, 5);
      }),
    );
  });

  test('none, one, everybody answered, a stratum nobody answered in', () => {
    expect(postStratify([])).toBeNull();
    expect(postStratify([{ population: 9, n: 9, mean: 4, sd: 1 }])).toMatchObject({
      weighted: 4,
      unweighted: 4,
      se: 0,
    });
    expect(() => postStratify([{ population: 9, n: 0, mean: 0, sd: 0 }])).toThrow(RangeError);
    expect(() => postStratify([{ population: 9, n: 10, mean: 4, sd: 1 }])).toThrow(RangeError);
  });
});

describe('joining thin strata', () => {
  const cells = (...pairs: readonly [number, number][]) =>
    pairs.map(([n, population], index) => ({ codes: [String(index)], n, population }));

  test('the thin one joins its smaller neighbour', () => {
    expect(collapseStrata(cells([30, 60], [4, 20], [40, 80]))).toEqual([
      { codes: ['0', '1'], n: 34, population: 80 },
      { codes: ['2'], n: 40, population: 80 },
    ]);
    expect(collapseStrata(cells([30, 60], [4, 20], [12, 80]))).toEqual([
      { codes: ['0'], n: 30, population: 60 },
      { codes: ['1', '2'], n: 16, population: 100 },
    ]);
  });

  test('a weight above three times the mean is joined too', () => {
    expect(collapseStrata(cells([100, 100], [10, 200]))).toEqual([{ codes: ['0', '1'], n: 110, population: 300 }]);
  });

  test('loses nobody, keeps the order, and leaves no thin one', () => {
    const stratum = fc.tuple(fc.nat(40), fc.nat(100)).map(([n, rest]): [number, number] => [n, n + rest]);
    fc.assert(
      fc.property(fc.array(stratum, { maxLength: 10 }), (pairs) => {
        const before = cells(...pairs);
        const after = collapseStrata(before);
        const total = (list: typeof before, what: 'n' | 'population') => list.reduce((sum, one) => sum + one[what], 0);
        expect(total(after as typeof before, 'n')).toBe(total(before, 'n'));
        expect(total(after as typeof before, 'population')).toBe(total(before, 'population'));
        expect(after.flatMap(({ codes }) => codes)).toEqual(before.flatMap(({ codes }) => codes));
        if (after.length > 1) expect(Math.min(...after.map(({ n }) => n))).toBeGreaterThanOrEqual(10);
      }),
    );
    expect(collapseStrata([])).toEqual([]);
    expect(collapseStrata(cells([0, 4]))).toEqual(cells([0, 4]));
  });
});

describe('raking', () => {
  test('S24, and S25: what these weights cost', () => {
    const found = rake(S24, MARGINS);
    expect(found?.weights.map((weight) => weight.toFixed(6))).toEqual([
      '1.924291',
      '1.734600',
      '1.757927',
      '2.454254',
      '2.212320',
      '2.242073',
    ]);
    expect(found?.converged).toBe(true);
    expect(found?.iterations).toBeLessThanOrEqual(16);
    expect(found?.nEff.toFixed(6)).toBe('98.787040');
    expect(found?.deff.toFixed(6)).toBe('1.012279');
    expect(found?.cv.toFixed(6)).toBe('0.110809');
  });

  test('gives the margins back; one margin alone is post-stratification', () => {
    const people = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(people, people, (answers, extra) => {
        const cells = S24.map(({ levels }, index) => ({ levels, n: answers[index] ?? 1 }));
        const all = cells.map(({ n }, index) => n + (extra[index] ?? 0));
        const marginOf = (dimension: number, size: number) =>
          Array.from({ length: size }, (_, level) =>
            cells.reduce((sum, { levels }, index) => sum + (levels[dimension] === level ? (all[index] ?? 0) : 0), 0),
          );
        const margins = [marginOf(0, 2), marginOf(1, 3)];
        const found = rake(cells, margins, { cap: Infinity });
        if (!found) throw new Error('somebody answered');
        for (const [dimension, margin] of margins.entries()) {
          for (const [level, target] of margin.entries()) {
            const weighted = cells.reduce(
              (sum, { levels, n }, index) => sum + (levels[dimension] === level ? n * (found.weights[index] ?? 0) : 0),
              0,
            );
            expect(weighted / target).toBeCloseTo(1, 8);
          }
        }
        expect(Math.min(...found.weights)).toBeGreaterThan(0);
        const one = rake(cells, [margins[0] ?? []]);
        const women = cells.slice(0, 3).reduce((sum, { n }) => sum + n, 0);
        expect(one?.weights[0]).toBeCloseTo((margins[0]?.[0] ?? 0) / women, 9);
      }),
    );
  });

  test('weights above the cap are cut, and it says so', () => {
    const cells = [
      { levels: [0], n: 100 },
      { levels: [1], n: 1 },
    ];
    const found = rake(cells, [[100, 100]]);
    expect(found?.converged).toBe(false);
    expect(found?.weights[1]).toBeCloseTo((5 * 200) / 101, 9);
  });

  test('nobody, and margins that do not fit', () => {
    expect(rake([], [])).toBeNull();
    expect(rake([{ levels: [0], n: 0 }], [[4]])).toBeNull();
    expect(() =>
      rake(S24, [
        [110, 90],
        [70, 90, 41],
      ]),
    ).toThrow(RangeError);
    expect(() => rake([{ levels: [0], n: 3 }], [[4, 2]])).toThrow(RangeError);
  });
});

describe('cost of weights', () => {
  test('none, one, all equal, no weight', () => {
    expect(weightCost([])).toBeNull();
    expect(weightCost([{ n: 0, weight: 2 }])).toBeNull();
    expect(weightCost([{ n: 1, weight: 3 }])).toEqual({ n: 1, nEff: 1, deff: 1, cv: 0 });
    expect(
      weightCost([
        { n: 7, weight: 3 },
        { n: 3, weight: 3 },
      ]),
    ).toEqual({ n: 10, nEff: 10, deff: 1, cv: 0 });
    expect(() => weightCost([{ n: 7, weight: 0 }])).toThrow(RangeError);
  });
});
