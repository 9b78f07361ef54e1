import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { summarise } from './mean.ts';
import { withoutPart } from './without-part.ts';

const SCORES = [1, 2, 3, 4, 5, 6];
const counts = fc.array(fc.nat(60), { minLength: 6, maxLength: 6 });

describe('a group without one part of it', () => {
  test('the example', () => {
    const whole = summarise([1, 1, 1, 1, 1, 0], SCORES);
    expect(withoutPart(whole, summarise([1, 1, 0, 0, 0, 0], SCORES))).toEqual({ n: 3, mean: 4, variance: 1 });
  });

  test('is the other people alone, for any counts', () => {
    fc.assert(
      fc.property(counts, counts, (part, rest) => {
        const whole = part.map((count, index) => count + (rest[index] ?? 0));
        const found = withoutPart(summarise(whole, SCORES), summarise(part, SCORES));
        const expected = summarise(rest, SCORES);
        expect(found?.n).toBe(expected.n);
        expect(found?.mean).toBeCloseTo(expected.mean, 9);
        expect(found?.variance).toBeCloseTo(expected.variance, 7);
      }),
    );
  });

  test('nothing is left of a group that is its part, and a part is never larger', () => {
    const some = summarise([0, 2, 3, 1, 0, 0], SCORES);
    expect(withoutPart(some, some)).toEqual({ n: 0, mean: 0, variance: 0 });
    expect(withoutPart(some, { ...some, n: 7 })).toBeNull();
  });
});
