import { rowOf, type Elimination } from './elimination.ts';
import { inverse, residue } from './modular.ts';

/** Atoms and by what they are multiplied, modulo the prime of the system. */
export type Row = ReadonlyMap<number, number>;

/**
 * All that the system tells of small atoms alone: a basis, reduced, of its vectors that live on atoms for
 * which `isSmall` holds. Whatever tells of fewer people than a large atom has lies in it. Each row has a pivot, an
 * atom that no other row holds: of atoms at hand the one of most weight.
 *
 * Source: elimination with the large columns first; the rows left at the end hold none of them.
 * Example: a + b + c + L and L were inserted, L large → a + b + c.
 */
export function rowsOfSmall(
  system: Elimination,
  isSmall: (atom: number) => boolean,
  weights: ArrayLike<number> = [],
): Row[] {
  const { prime } = system;
  const byLarge = new Map<number, Map<number, number>>();
  const bySmall = new Map<number, Map<number, number>>();
  const rows = [...system.pivots.keys()].map((row) => rowOf(system, row)).filter(({ columns }) => columns.length > 1);
  for (const { columns, values } of rows) {
    const row = new Map(columns.map((column, place) => [column, values[place] ?? 0]));
    // Each large pivot that is taken away may bring others: on until none of them is left that has a row.
    for (let pivot = first(row, byLarge); pivot !== null; pivot = first(row, byLarge)) {
      subtract(row, byLarge.get(pivot), row.get(pivot) ?? 0, prime);
    }
    const large = [...row.keys()].find((column) => !isSmall(column));
    if (large !== undefined) byLarge.set(large, scaled(row, large, prime));
    else reduceInto(bySmall, row, { weights, prime });
  }
  return [...bySmall.values()];
}

/**
 * The same of a system in which small atoms are late: there the rows with a small pivot hold no large ones.
 */
export function rowsOfLate(system: Elimination): Row[] {
  return system.pivots.flatMap((pivot, index) => {
    if (system.late[pivot] === 0) return [];
    const { columns, values } = rowOf(system, index);
    return [new Map(columns.map((column, place) => [column, values[place] ?? 0]))];
  });
}

type Weighed = { weights: ArrayLike<number>; prime: number };

/** Adds a row to a fully reduced system. */
function reduceInto(
  system: Map<number, Map<number, number>>,
  row: Map<number, number>,
  { weights, prime }: Weighed,
): void {
  for (let pivot = first(row, system); pivot !== null; pivot = first(row, system)) {
    subtract(row, system.get(pivot), row.get(pivot) ?? 0, prime);
  }
  const [pivot] = [...row.keys()].sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0));
  if (pivot === undefined) return;
  const fresh = scaled(row, pivot, prime);
  for (const other of system.values()) subtract(other, fresh, other.get(pivot) ?? 0, prime);
  system.set(pivot, fresh);
}

function first(row: Row, system: ReadonlyMap<number, unknown>): number | null {
  for (const column of row.keys()) if (system.has(column)) return column;
  return null;
}

function scaled(row: Row, pivot: number, prime: number): Map<number, number> {
  const factor = inverse(row.get(pivot) ?? 1, prime);
  return new Map([...row].map(([column, value]) => [column, residue(value * factor, prime)]));
}

function subtract(row: Map<number, number>, other: Row | undefined, factor: number, prime: number): void {
  if (!other || factor === 0) return;
  for (const [column, value] of other) {
    const left = residue((row.get(column) ?? 0) - residue(factor * value, prime), prime);
    if (left === 0) row.delete(column);
    else row.set(column, left);
  }
}
