import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FIRST_PRIME } from './modular.ts';
import type { Row } from './small-rows.ts';
import { thinSums } from './thin-sums.ts';

test('three rows tell of three people, and no two of them', () => {
  const rowOf = (...entries: [atom: number, value: number][]): Row => new Map(entries);
  const rows = [rowOf([0, 1], [3, 1], [4, 1]), rowOf([1, 1], [3, -1], [5, 1]), rowOf([2, 1], [4, -1], [5, -1])];
  const found = thinSums(rows, [1, 1, 1, 9, 9, 9], { prime: FIRST_PRIME, least: 5 });
  expect(found.map((row) => [...row.keys()].toSorted())).toEqual([[0, 1, 2]]);
});

const ROWS = 5;
const SHARED = 5;
const LEAST = 8;

test('of all sums and differences of a few rows, each that tells of a few people is found', () => {
  const weight = (max: number) => fc.integer({ min: 1, max });
  const own = fc.array(weight(2), { minLength: ROWS, maxLength: ROWS });
  const shared = fc.array(weight(6), { minLength: SHARED, maxLength: SHARED });
  const values = fc.array(fc.integer({ min: -1, max: 1 }), { minLength: ROWS * SHARED, maxLength: ROWS * SHARED });
  fc.assert(
    fc.property(own, shared, values, (ownWeights, sharedWeights, all) => {
      // Each row has an atom of its own, then those that rows share.
      const rows = Array.from({ length: ROWS }, (_, row): Row => {
        const part = all.slice(row * SHARED, (row + 1) * SHARED);
        return new Map([[row, 1], ...part.flatMap((value, at) => (value === 0 ? [] : [[ROWS + at, value] as const]))]);
      });
      const weights = [...ownWeights, ...sharedWeights];
      const found = thinSums(rows, weights, { prime: FIRST_PRIME, least: LEAST });
      const peopleIn = (atoms: Iterable<number>) => [...atoms].reduce((sum, atom) => sum + (weights[atom] ?? 0), 0);
      for (const row of found) expect(peopleIn(row.keys())).toBeLessThan(LEAST);
      const names = new Set(found.map((row) => [...row.keys()].toSorted((a, b) => a - b).join()));
      for (let pattern = 1; pattern < 3 ** ROWS; pattern += 1) {
        const signs = rows.map((_, row) => (Math.floor(pattern / 3 ** row) % 3) - 1);
        const sum = weights.map((_, atom) =>
          rows.reduce((total, row, index) => total + (signs[index] ?? 0) * (row.get(atom) ?? 0), 0),
        );
        const atoms = sum.flatMap((value, atom) => (value === 0 ? [] : [atom]));
        const isApart = rows.every(
          (row, index) => signs[index] === 0 || [...row.keys()].every((atom) => atom === index || sum[atom] !== 0),
        );
        // Rows that share nothing, or of which nothing goes away, tell by themselves of fewer.
        if (atoms.length > 0 && !isApart && peopleIn(atoms) < LEAST && isJoined(rows, signs))
          expect(names).toContain(atoms.join());
      }
    }),
    { numRuns: 2000 },
  );
});

/** Whether rows with a sign are joined by atoms that they share. */
function isJoined(rows: readonly Row[], signs: readonly number[]): boolean {
  const all = rows.filter((_, index) => signs[index] !== 0);
  const reached = new Set(all.slice(0, 1));
  for (let before = 0; before < reached.size;) {
    before = reached.size;
    for (const row of all) {
      const isNear = [...reached].some((other) => [...row.keys()].some((atom) => other.has(atom)));
      if (isNear) reached.add(row);
    }
  }
  return reached.size === all.length;
}
