import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { allowsQuartiles, classify } from './classify.ts';
import { commonCategory, publishedBound, rawBound } from './top-code.ts';

const USUAL = { threshold: 5, categories: 1, slack: 2 };
const SENSITIVE = { threshold: 10, categories: 3, slack: 2 };
const counts = fc.array(fc.nat(12), { minLength: 2, maxLength: 7 });

describe('what a vector of counts allows', () => {
  test.each([
    ['D01: four answers', [2, 2], 'small'],
    ['D01: five answers', [2, 3], 'homogeneous'],
    ['D01: five answers, spread', [2, 2, 1], 'exact'],
    ['D01: no answers', [0, 0], 'empty'],
    ['D11: all alike', [0, 0, 0, 0, 0, 8], 'homogeneous'],
    ['D11: one other', [0, 0, 0, 0, 1, 7], 'homogeneous'],
    ['D11: two others', [0, 0, 0, 1, 1, 6], 'homogeneous'],
    ['D11: two of forty', [2, 38], 'homogeneous'],
    ['D11: four of forty', [4, 36], 'exact'],
    ['D27', [10, 2], 'homogeneous'],
    ['D27', [9, 3], 'exact'],
    ['D27', [5, 0], 'homogeneous'],
    ['D27', [19, 1], 'homogeneous'],
    ['D27', [97, 3], 'exact'],
    ['D27', [98, 2], 'homogeneous'],
    ['D27', [0, 0, 0, 1, 3, 8], 'exact'],
    ['D27', [0, 0, 0, 0, 2, 10], 'homogeneous'],
  ])('%s %j is %s', (_id, vector, expected) => {
    expect(classify(vector, USUAL)).toBe(expected);
  });

  test('a sensitive question needs ten answers, in three categories', () => {
    expect(classify([3, 3, 3], SENSITIVE)).toBe('small');
    expect(classify([4, 3, 3], SENSITIVE)).toBe('exact');
    expect(classify([0, 6, 6, 0], SENSITIVE)).toBe('homogeneous');
    expect(classify([4, 36], { ...SENSITIVE, categories: 1 })).toBe('exact');
  });

  test('the order of categories is of no account, and a part is never safer than the whole', () => {
    fc.assert(
      fc.property(counts, (vector) => {
        expect(classify(vector.toReversed(), USUAL)).toBe(classify(vector, USUAL));
        const part = vector.map((count) => Math.floor(count / 2));
        if (classify(vector, USUAL) !== 'exact') expect(classify(part, USUAL)).not.toBe('exact');
      }),
    );
  });
});

describe('numbers', () => {
  test.each([
    [[6, 5, 5, 5], 5, true],
    [[5, 5, 5, 5], 5, false],
    [[8, 8, 8, 0], 5, false],
    [[17, 2, 1, 1], 5, false],
    [[80, 10, 5, 5], 5, true],
    [[81, 9, 5, 5], 5, false],
    [[], 5, false],
  ])('bands %j with threshold %d: %s', (bands, threshold, expected) => {
    expect(allowsQuartiles(bands, threshold)).toBe(expected);
  });
});

describe('the bound of a top-coded cell', () => {
  test.each([
    [[10, 2], 83, 0.8],
    [[5, 0], 60, 0.6],
    [[19, 1], 90, 0.9],
    [[98, 2], 98, 0.95],
    [[0, 0, 0, 0, 2, 10], 83, 0.8],
    [[9, 0], 77, 0.75],
  ])('D27: %j is at least %d %%, published as %d', (vector, raw, published) => {
    const n = vector.reduce((sum, count) => sum + count, 0);
    expect(rawBound(n)).toBe(raw);
    expect(publishedBound(n)).toBe(published);
  });

  test('is true, and the same for every cell that it might stand for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 400 }), fc.nat(2), (n, others) => {
        expect(publishedBound(n)).toBeLessThanOrEqual((n - others) / n);
        expect(rawBound(n)).toBeLessThanOrEqual((100 * (n - 2)) / n);
        expect(Math.round(publishedBound(n) * 100) % 5).toBe(0);
        expect(commonCategory([others, n - others])).toBe(n - others >= others ? 1 : 0);
      }),
    );
  });

  test('no common category, no bound', () => {
    expect(commonCategory([0, 6, 6, 0])).toBeNull();
  });
});
