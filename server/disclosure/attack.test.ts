import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findLeaks } from '../../test/support/attacker/find-leaks.ts';
import { protectSmall } from '../../test/support/attacker/protect-small.ts';
import { smallNation } from '../../test/support/attacker/world.ts';

// The attacker shares no code with what it attacks: it sees the published table, knows who took
// part, and in most attacks how many answered each question.
const sizes = fc.array(
  fc.record({
    field: fc.constantFrom('1', '2', '3'),
    n: fc.oneof(fc.nat(6), fc.nat(14), fc.integer({ min: 10, max: 40 })),
  }),
  { minLength: 1, maxLength: 8 },
);

/** Two degrees of whom sums of three shown figures say that nobody "cannot say". */
const CANNOT_SAY = [
  { field: '1', n: 8 },
  { field: '2', n: 22 },
  { field: '1', n: 23 },
  { field: '3', n: 5 },
  { field: '3', n: 24 },
  { field: '2', n: 1 },
];

/** Two small degrees of whom three shown figures and a bound, which tells that all of the last degree answered, say so. */
const BESIDE_A_BOUND = [
  { field: '1', n: 10 },
  { field: '1', n: 37 },
  { field: '2', n: 15 },
  { field: '2', n: 4 },
  { field: '2', n: 2 },
  { field: '1', n: 10 },
];

/**
 * Eight people, six of one gender in a degree and two of others, who follow from the nation less two parts: a
 * sensitive question wants ten.
 */
const PARTS = [
  { field: '1', n: 38 },
  { field: '1', n: 1 },
  { field: '1', n: 0 },
  { field: '3', n: 4 },
  { field: '1', n: 0 },
];

describe('an attack on the published table of a small nation', () => {
  test.each([
    ['everybody answers everything', 0, [], 20],
    ['some questions are left out', 0.15, [], 20],
    ['figures are split too', 0, ['gender'], 6],
    ['figures are split and questions are left out', 0.15, ['gender'], 6],
  ])('finds nothing where %s', (_name, silence, splits, numRuns) => {
    fc.assert(
      fc.property(sizes, fc.nat(1_000_000), (degrees, seed) => {
        const nation = smallNation(degrees, seed, silence, splits);
        expect(findLeaks(nation, protectSmall(nation).table)).toEqual([]);
      }),
      {
        numRuns,
        examples: [
          [CANNOT_SAY, 173_036],
          [BESIDE_A_BOUND, 2],
          [PARTS, 773_063],
        ],
      },
    );
  });
});
