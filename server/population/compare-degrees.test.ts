import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareDegrees } from './compare-degrees.ts';

const one = (degree: string, people: number, institution = 'X') => ({ institution, degree, people });

test('a degree that has become much smaller or larger stands first; one with few people says nothing', () => {
  const now = [one('nurse', 112), one('business', 41), one('small', 2)];
  const before = [one('nurse', 118), one('business', 140), one('small', 8), one('gone', 30), one('other', 99, 'Y')];
  expect(compareDegrees(now, before).map(({ degree, before, isStriking }) => [degree, before, isStriking])).toEqual([
    ['business', 140, true],
    ['gone', 30, true],
    ['nurse', 118, false],
    ['small', 8, false],
  ]);
});

test('without a round before nothing is compared', () => {
  expect(compareDegrees([one('nurse', 5)], null)).toEqual([
    { ...one('nurse', 5), before: null, share: null, isStriking: false },
  ]);
});

test('nobody of the file is lost, and the same numbers as before never strike', () => {
  const degrees = fc.uniqueArray(
    fc.record({ institution: fc.constantFrom('X', 'Y'), degree: fc.constantFrom('a', 'b', 'c'), people: fc.nat(500) }),
    { selector: ({ institution, degree }) => institution + degree },
  );
  fc.assert(
    fc.property(degrees, degrees, (now, before) => {
      const sum = compareDegrees(now, before).reduce((total, { people }) => total + people, 0);
      expect(sum).toBe(now.reduce((total, { people }) => total + people, 0));
      expect(compareDegrees(now, now).some(({ isStriking }) => isStriking)).toBe(false);
    }),
  );
});
