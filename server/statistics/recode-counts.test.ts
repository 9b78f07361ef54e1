import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sum } from './figure.ts';
import { recodeCounts } from './recode-counts.ts';

test('S33: six steps to three', () => {
  const three = recodeCounts([1, 2, 4, 6, 8, 4], [0, 0, 1, 1, 2, 2]);
  expect(three).toEqual([3, 10, 12]);
  expect(three.map((count) => (count / sum(three)).toFixed(6))).toEqual(['0.120000', '0.400000', '0.480000']);
});

test('loses no answer; the places as they are change nothing', () => {
  const pair = fc.array(fc.tuple(fc.nat(40), fc.nat(2)), { maxLength: 12 });
  fc.assert(
    fc.property(pair, (pairs) => {
      const places = [0, 1, 2, ...pairs.map(([, place]) => place)];
      const counts = [3, 0, 5, ...pairs.map(([count]) => count)];
      expect(sum(recodeCounts(counts, places))).toBe(sum(counts));
      expect(recodeCounts(counts, [...counts.keys()])).toEqual(counts);
      expect(
        recodeCounts(
          counts,
          counts.map(() => 0),
        ),
      ).toEqual([sum(counts)]);
    }),
  );
  expect(recodeCounts([], [])).toEqual([]);
});

test('every category has a place and every place a category', () => {
  expect(() => recodeCounts([1, 2], [0])).toThrow(RangeError);
  expect(() => recodeCounts([1, 2], [0, 2])).toThrow(RangeError);
  expect(() => recodeCounts([1, 2], [-1, 0])).toThrow(RangeError);
  expect(() => recodeCounts([1, 2], [0.5, 0])).toThrow(RangeError);
});
