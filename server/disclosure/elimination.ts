import { FIRST_PRIME, inverse, residue } from './modular.ts';

/** A sum of atoms less another: coefficients 1 and −1. */
export type Vector = { plus: readonly number[]; minus: readonly number[] };

/** Values of three fixed linear functionals. A vector is nothing where all three are 0. */
export type Print = readonly [number, number, number];

/** A vector whose remainder is followed through every insertion. */
export type Watched = { vector: Vector; print: Print };

/** What is published so far, as a system of linear equations over atoms, modulo a prime. */
export type Elimination = {
  prime: number;
  columns: number;
  /** Rows of `columns` entries: 1 at a row's pivot, nothing at the pivots of others. */
  entries: Int32Array;
  /** One bit a column: where a row has entries. */
  bits: Uint32Array;
  words: number;
  pivots: number[];
  prints: Print[];
  rowOfPivot: Int32Array;
  watched: Watched[];
  /** Watched vectors with an entry in a column: index and sign. */
  watchers: (readonly [index: number, sign: number])[][];
  weights: readonly Print[];
  /** Columns that are no pivots while a row has others: 1. */
  late: Uint8Array;
};

const FIRST_ROWS = 64;

/**
 * An empty system over so many atoms. Rows are kept fully reduced, so that the remainder of a vector
 * takes one pass. Remainders are compared by three linear prints with fixed pseudo-random weights:
 * equal ones always agree, others by chance once in some 10^15, and then more is hidden, not less.
 *
 * Source: everything that can be told from published sums is their linear span (docs/statistics.md).
 * Example: after {1,2,3} and {1,2} were inserted, `isNothing(remainder(system, sumOf([3])))`.
 */
export function createElimination(
  columns: number,
  prime: number = FIRST_PRIME,
  rows: number = FIRST_ROWS,
): Elimination {
  const words = Math.ceil(columns / 32);
  return {
    prime,
    columns,
    entries: new Int32Array(rows * columns),
    bits: new Uint32Array(rows * words),
    words,
    pivots: [],
    prints: [],
    rowOfPivot: new Int32Array(columns).fill(-1),
    watched: [],
    watchers: Array.from({ length: columns }, () => []),
    weights: weightsOf(columns, prime),
    late: new Uint8Array(columns),
  };
}

/** A vector that is the sum of these atoms. */
export function sumOf(plus: readonly number[]): Vector {
  return { plus, minus: [] };
}

/** The print of what is left of a vector when everything that can be told is taken from it. */
export function remainder(system: Elimination, { plus, minus }: Vector): Print {
  const { weights, prints, rowOfPivot, prime } = system;
  let [one, two, three] = [0, 0, 0];
  const take = (print: Print | undefined, sign: number): void => {
    if (!print) return;
    one += sign * print[0];
    two += sign * print[1];
    three += sign * print[2];
  };
  for (const column of plus) {
    take(weights[column], 1);
    take(prints[rowOfPivot[column] ?? -1], -1);
  }
  for (const column of minus) {
    take(weights[column], -1);
    take(prints[rowOfPivot[column] ?? -1], 1);
  }
  // Sums of some 10^5 residues below 2^26 are exact.
  return [residue(one, prime), residue(two, prime), residue(three, prime)];
}

/** Whether a remainder is nothing: its vector can be told from what is published. */
export function isNothing(print: Print): boolean {
  return print[0] === 0 && print[1] === 0 && print[2] === 0;
}

/** Whether two remainders are multiples of one another: publishing the one tells the other. */
export function areParallel(one: Print, other: Print, prime: number): boolean {
  const crosses = (a: 0 | 1 | 2, b: 0 | 1 | 2): boolean =>
    // Two products of residues nearest to zero stay below 2^51 apart.
    residue(one[a] * other[b] - one[b] * other[a], prime) !== 0;
  return !crosses(0, 1) && !crosses(0, 2) && !crosses(1, 2);
}

/** Follows the remainder of a vector from now on. */
export function watch(system: Elimination, vector: Vector): Watched {
  const watched: Watched = { vector, print: remainder(system, vector) };
  const index = system.watched.push(watched) - 1;
  for (const column of vector.plus) system.watchers[column]?.push([index, 1]);
  for (const column of vector.minus) system.watchers[column]?.push([index, -1]);
  return watched;
}

/** Adds a published vector to the system. One that could be told already changes nothing. */
export function insert(system: Elimination, vector: Vector): void {
  const { prime, columns, pivots, prints } = system;
  const fresh = pivots.length;
  grow(system, fresh + 1);
  writeRemainder(system, vector, fresh);
  const filled = columnsOf(system, fresh);
  const pivot = thinnest(system, filled, fresh);
  if (pivot === null) return;
  scaleRow(system, fresh, filled, inverse(system.entries[fresh * columns + pivot] ?? 1, prime));
  const print = printOf(system, fresh, filled);
  const changes = new Map<number, number>();
  follow(system, pivot, 1, changes);
  for (let row = 0; row < fresh; row += 1) {
    const factor = system.entries[row * columns + pivot] ?? 0;
    if (factor === 0) continue;
    follow(system, pivots[row] ?? -1, -factor, changes);
    addRow(system, row, fresh, filled, -factor);
    prints[row] = added(prints[row] ?? [0, 0, 0], print, -factor, prime);
  }
  pivots.push(pivot);
  prints.push(print);
  system.rowOfPivot[pivot] = fresh;
  for (const [watched, coefficient] of changes) {
    const one = system.watched[watched];
    if (one && coefficient !== 0) one.print = added(one.print, print, -coefficient, prime);
  }
}

/** Columns in which a row has entries, ascending. */
export function columnsOf({ bits, words }: Elimination, row: number): number[] {
  const found: number[] = [];
  for (let word = 0; word < words; word += 1) {
    let left = bits[row * words + word] ?? 0;
    while (left !== 0) {
      const lowest = left & -left;
      found.push(word * 32 + 31 - Math.clz32(lowest));
      left ^= lowest;
    }
  }
  return found;
}

/** A row as its columns and their values. */
export function rowOf(system: Elimination, row: number): { columns: number[]; values: number[] } {
  const columns = columnsOf(system, row);
  return { columns, values: columns.map((column) => system.entries[row * system.columns + column] ?? 0) };
}

/** Collects how much of the new pivot each watched vector with an entry in a column holds. */
function follow(system: Elimination, column: number, factor: number, changes: Map<number, number>): void {
  for (const [index, sign] of system.watchers[column] ?? []) {
    changes.set(index, residue((changes.get(index) ?? 0) + sign * factor, system.prime));
  }
}

function grow(system: Elimination, rows: number): void {
  if (rows * system.columns <= system.entries.length) return;
  const [entries, bits] = [system.entries, system.bits];
  system.entries = new Int32Array(2 * entries.length);
  system.entries.set(entries);
  system.bits = new Uint32Array(2 * bits.length);
  system.bits.set(bits);
}

function writeRemainder(system: Elimination, { plus, minus }: Vector, fresh: number): void {
  for (const [of, sign] of [[plus, 1] as const, [minus, -1] as const]) {
    for (const column of of) {
      const row = system.rowOfPivot[column] ?? -1;
      addEntry(system, fresh, column, sign);
      if (row >= 0) addRow(system, fresh, row, columnsOf(system, row), -sign);
    }
  }
}

function addRow(system: Elimination, to: number, from: number, filled: readonly number[], factor: number): void {
  const { entries, columns, prime } = system;
  for (const column of filled) {
    const value = factor * (entries[from * columns + column] ?? 0);
    addEntry(system, to, column, residue(value, prime));
  }
}

function addEntry(system: Elimination, row: number, column: number, value: number): void {
  const { entries, bits, columns, words, prime } = system;
  const place = row * columns + column;
  const sum = residue((entries[place] ?? 0) + value, prime);
  entries[place] = sum;
  const word = row * words + (column >>> 5);
  const bit = 1 << (column & 31);
  bits[word] = sum === 0 ? (bits[word] ?? 0) & ~bit : (bits[word] ?? 0) | bit;
}

/** The column that the fewest rows hold: it fills the system least. None that is late while there is another. */
function thinnest(system: Elimination, filled: readonly number[], rows: number): number | null {
  let [best, fewest] = [null as number | null, Infinity];
  const early = filled.filter((column) => system.late[column] === 0);
  for (const column of (early.length > 0 ? early : filled).slice(0, MOST_TRIED)) {
    let holders = 0;
    for (let row = 0; row < rows && holders < fewest; row += 1) {
      if ((system.entries[row * system.columns + column] ?? 0) !== 0) holders += 1;
    }
    if (holders < fewest) [best, fewest] = [column, holders];
  }
  return best;
}
const MOST_TRIED = 5;

function scaleRow(system: Elimination, row: number, filled: readonly number[], scale: number): void {
  if (scale === 1) return;
  const { entries, columns, prime } = system;
  for (const column of filled) {
    entries[row * columns + column] = residue((entries[row * columns + column] ?? 0) * scale, prime);
  }
}

function printOf({ entries, columns, weights, prime }: Elimination, row: number, filled: readonly number[]): Print {
  let print: Print = [0, 0, 0];
  for (const column of filled) {
    print = added(print, weights[column] ?? [0, 0, 0], entries[row * columns + column] ?? 0, prime);
  }
  return print;
}

function added(print: Print, other: Print, factor: number, prime: number): Print {
  return [
    residue(print[0] + residue(factor * other[0], prime), prime),
    residue(print[1] + residue(factor * other[1], prime), prime),
    residue(print[2] + residue(factor * other[2], prime), prime),
  ];
}

/** Fixed weights, the same on every machine (Park and Miller's generator). */
function weightsOf(columns: number, prime: number): Print[] {
  let state = 20_261_123;
  const next = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return residue(state, prime);
  };
  return Array.from({ length: columns }, () => [next(), next(), next()] as const);
}
