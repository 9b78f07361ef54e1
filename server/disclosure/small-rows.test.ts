import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createElimination, insert, isNothing, remainder, sumOf } from './elimination.ts';
import { FIRST_PRIME, inverse, residue } from './modular.ts';
import { rowsOfSmall, type Row } from './small-rows.ts';

const systemOf = (columns: number, sets: readonly (readonly number[])[]) => {
  const system = createElimination(columns);
  for (const atoms of sets) insert(system, sumOf(atoms));
  return system;
};

test('what is left when large atoms are taken away is told of the small ones together', () => {
  // Three small atoms 0, 1, 2 of three degrees beside large atoms 3 and 4.
  const system = systemOf(5, [
    [0, 1, 2, 3, 4],
    [3, 4],
  ]);
  const rows = rowsOfSmall(system, (atom) => atom < 3);
  expect(rows.map((row) => [...row].toSorted(([a], [b]) => a - b))).toEqual([
    [
      [0, 1],
      [1, 1],
      [2, 1],
    ],
  ]);
});

/** Whether a sum of atoms is made of the rows. */
function isMadeOf(rows: readonly Row[], atoms: readonly number[]): boolean {
  const left = new Map(atoms.map((atom) => [atom, 1]));
  const echelon: Map<number, number>[] = [];
  const reduce = (row: Map<number, number>) => {
    for (const other of echelon) {
      const [[pivot, lead]] = [...other] as [[number, number]];
      const factor = residue((row.get(pivot) ?? 0) * inverse(lead, FIRST_PRIME), FIRST_PRIME);
      if (factor === 0) continue;
      for (const [column, value] of other) {
        const rest = residue((row.get(column) ?? 0) - residue(factor * value, FIRST_PRIME), FIRST_PRIME);
        if (rest === 0) row.delete(column);
        else row.set(column, rest);
      }
    }
    return row;
  };
  for (const row of rows) {
    const fresh = reduce(new Map(row));
    if (fresh.size > 0) echelon.push(fresh);
  }
  return reduce(left).size === 0;
}

test('every sum of small atoms that is told and holds two atoms at least is made of the rows or of atoms told alone', () => {
  const sets = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 8 }), { minLength: 1 }), { maxLength: 8 });
  fc.assert(
    fc.property(sets, (published) => {
      const system = systemOf(9, published);
      const alone = [0, 1, 2, 3, 4].filter((atom) => isNothing(remainder(system, sumOf([atom]))));
      const rows = [...rowsOfSmall(system, (atom) => atom < 5), ...alone.map((atom): Row => new Map([[atom, 1]]))];
      for (let mask = 1; mask < 32; mask += 1) {
        const atoms = [0, 1, 2, 3, 4].filter((atom) => (mask >> atom) & 1);
        expect(isMadeOf(rows, atoms)).toBe(isNothing(remainder(system, sumOf(atoms))));
      }
    }),
  );
});
