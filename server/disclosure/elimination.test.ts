import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createSpan } from '../../test/support/attacker/span.ts';
import { areParallel, createElimination, insert, isNothing, remainder, rowOf, sumOf, watch } from './elimination.ts';
import { FIRST_PRIME, inverse, residue, SECOND_PRIME } from './modular.ts';

const atoms = 9;
const set = fc.uniqueArray(fc.nat(atoms - 1), { minLength: 1, maxLength: atoms }).map((one) => one.toSorted());
const dense = (columns: readonly number[], values: readonly number[] = columns.map(() => 1)): number[] => {
  const vector = Array<number>(atoms).fill(0);
  for (const [place, column] of columns.entries()) vector[column] = values[place] ?? 0;
  return vector;
};

describe.each([FIRST_PRIME, SECOND_PRIME])('modulo %d', (prime) => {
  test('a number times its inverse is 1; small numbers stay themselves', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: prime - 1 }), (number) => {
        expect(residue(residue(number, prime) * inverse(residue(number, prime), prime), prime)).toBe(1);
        expect(Math.abs(residue(number, prime))).toBeLessThan(prime / 2);
      }),
    );
    expect([residue(-7, prime), residue(prime - 1, prime), residue(prime, prime)]).toEqual([-7, -1, 0]);
    expect(() => inverse(0, prime)).toThrow('no inverse');
  });

  test('tells what another elimination tells, and what is left points the same way', () => {
    fc.assert(
      fc.property(
        fc.array(set, { maxLength: 12 }),
        fc.array(set, { minLength: 2, maxLength: 6 }),
        (published, asked) => {
          const system = createElimination(atoms, prime, 1);
          const span = createSpan();
          const watched = asked.map((one) => watch(system, sumOf(one)));
          for (const one of published) {
            insert(system, sumOf(one));
            span.add(dense(one));
          }
          for (const [index, one] of asked.entries()) {
            const rest = remainder(system, sumOf(one));
            expect(isNothing(rest)).toBe(span.has(dense(one)));
            expect(watched[index]?.print).toEqual(rest);
          }
          const [first, second] = asked.map((one) => remainder(system, sumOf(one)));
          if (!first || !second || isNothing(first) || isNothing(second)) return;
          const wider = createSpan();
          for (const one of [...published, asked[0] ?? []]) wider.add(dense(one));
          expect(areParallel(first, second, prime)).toBe(wider.has(dense(asked[1] ?? [])));
        },
      ),
    );
  });

  test('rows are fully reduced and true', () => {
    fc.assert(
      fc.property(fc.array(set, { maxLength: 12 }), (published) => {
        const system = createElimination(atoms, prime, 1);
        const span = createSpan();
        for (const one of published) {
          insert(system, sumOf(one));
          span.add(dense(one));
        }
        for (const [row, pivot] of system.pivots.entries()) {
          const { columns, values } = rowOf(system, row);
          expect(system.pivots.filter((other) => columns.includes(other))).toEqual([pivot]);
          expect(values[columns.indexOf(pivot)]).toBe(1);
          // The other elimination works modulo the first prime; small coefficients are the same in both.
          if (values.every((value) => Math.abs(value) < 50)) expect(span.has(dense(columns, values))).toBe(true);
        }
      }),
    );
  });
});
