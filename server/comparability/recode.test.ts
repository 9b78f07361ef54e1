import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { composeMappings, keepsOrder, mappingBetween, recodeCounts } from './recode.ts';

const SIX = ['1', '2', '3', '4', '5', '6'];
const THREE = [{ code: 'low' }, { code: 'mid' }, { code: 'high' }];
const sixToThree = { '1': 'low', '2': 'low', '3': 'mid', '4': 'mid', '5': 'high', '6': 'high' };

/** Any total mapping of the codes of one vector onto classes named by a prefix. */
const mappingFrom = (codes: readonly string[], prefix: string, size: number) =>
  fc
    .array(fc.nat(size - 1), { minLength: codes.length, maxLength: codes.length })
    .map((targets) => Object.fromEntries(codes.map((code, index) => [code, `${prefix}${targets[index] ?? 0}`])));
const classes = (prefix: string, size: number) => Array.from({ length: size }, (_, at) => ({ code: `${prefix}${at}` }));

const A = classes('a', 4);
const B = classes('b', 3);
const counts = fc.array(fc.nat(1000), { minLength: SIX.length, maxLength: SIX.length });

describe('recoding of counts', () => {
  test('six steps onto three classes: 1, 2, 4, 6, 8, 4 become 3, 10, 12, which are 12, 40 and 48 %', () => {
    const recoded = recodeCounts([1, 2, 4, 6, 8, 4], SIX, sixToThree, THREE);
    expect(recoded).toEqual([3, 10, 12]);
    const total = recoded.reduce((sum, count) => sum + count, 0);
    expect(recoded.map((count) => (count / total).toFixed(6))).toEqual(['0.120000', '0.400000', '0.480000']);
  });

  test('a class that no option has is counted as nobody; an option left out adds to no class', () => {
    expect(recodeCounts([5, 7], ['x', 'y'], { x: 'high', y: null }, THREE)).toEqual([0, 0, 5]);
  });

  test('an option or a class that the recode does not know is an error, never a silent loss', () => {
    expect(() => recodeCounts([1], ['7'], sixToThree, THREE)).toThrow('"7"');
    expect(() => recodeCounts([1], ['1'], { '1': 'top' }, THREE)).toThrow('"top"');
  });

  test('no answer is lost or won', () => {
    fc.assert(
      fc.property(counts, mappingFrom(SIX, 'a', 4), (vector, mapping) => {
        const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
        expect(sum(recodeCounts(vector, SIX, mapping, A))).toBe(sum(vector));
      }),
    );
  });
});

describe('composition', () => {
  const codesOfA = A.map(({ code }) => code);

  test('recoding twice equals recoding once by the composition', () => {
    fc.assert(
      fc.property(counts, mappingFrom(SIX, 'a', 4), mappingFrom(codesOfA, 'b', 3), (vector, first, second) => {
        const twice = recodeCounts(recodeCounts(vector, SIX, first, A), codesOfA, second, B);
        expect(twice).toEqual(recodeCounts(vector, SIX, composeMappings(first, second), B));
      }),
    );
  });

  test('the mapping between a recode and its composition is found, and leads from one to the other', () => {
    fc.assert(
      fc.property(mappingFrom(SIX, 'a', 4), mappingFrom(codesOfA, 'b', 3), (first, second) => {
        const direct = composeMappings(first, second);
        const between = mappingBetween(first, direct);
        expect(between).not.toBeNull();
        expect(composeMappings(first, between ?? {})).toEqual(direct);
      }),
    );
  });

  test('there is no mapping to a recode that splits a class', () => {
    expect(mappingBetween(sixToThree, { ...sixToThree, '2': 'mid' })).toBeNull();
    expect(mappingBetween(sixToThree, { '1': 'low' })).toBeNull();
    expect(mappingBetween({ x: null }, { x: 'low' })).toBeNull();
  });

  test('an option left out stays left out', () => {
    expect(composeMappings({ x: null, y: 'a' }, { a: 'b' })).toEqual({ x: null, y: 'b' });
    expect(() => composeMappings({ y: 'a' }, {})).toThrow('"a"');
  });
});

test('the order of a scale is kept or not', () => {
  expect(keepsOrder(SIX, sixToThree, THREE)).toBe(true);
  expect(keepsOrder(SIX, { ...sixToThree, '3': 'high' }, THREE)).toBe(false);
});
