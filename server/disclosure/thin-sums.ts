import { residue } from './modular.ts';
import type { Row } from './small-rows.ts';

/** Rows that are put together at most. */
const MOST_ROWS = 5;
/** Sums that are put together further, of so many rows; lighter ones first, none so many times heavier than what is sought. */
const MOST_KEPT = 1_000;
const MOST_HEAVY = 6;

/** Rows with their signs, by number ascending and the first with +, and what they make together. */
type Made = { rows: readonly Signed[]; sum: Row; weight: number };
type Signed = { row: number; sign: 1 | -1 };

/**
 * What single rows of a fully reduced system tell of fewer than `least` people, and what several make together,
 * which may be fewer than each of them tells of. An atom that no other row holds stays in every sum with its row, so
 * that rows whose own such atoms are too many are not put together. What is told with coefficients 1 and −1 by
 * five rows at most is found, but where very many sums are to be looked at.
 *
 * Source: search for words of low weight in a code, from a systematic basis (Lee and Brickell 1988).
 * Example: rows a + c + d, b − c + e and f − d − e of a person each → also the sum a + b + f, three people.
 */
export function thinSums(
  rows: readonly Row[],
  weights: ArrayLike<number>,
  { prime, least }: { prime: number; least: number },
): Row[] {
  const holders = holdersOf(rows);
  const weightOf = (atoms: Iterable<number>): number => {
    let total = 0;
    for (const atom of atoms) total += weights[atom] ?? 0;
    return total;
  };
  const own = rows.map((row) => weightOf([...row.keys()].filter((atom) => holders.get(atom)?.length === 1)));
  const single = rows.map((sum, row): Made => ({ rows: [{ row, sign: 1 }], sum, weight: weightOf(sum.keys()) }));
  const found = single.filter(({ weight }) => weight < least).map(({ sum }) => sum);
  let made: readonly Made[] = single;
  for (let joined = 2; joined <= MOST_ROWS && made.length > 0; joined += 1) {
    const known = new Set<string>();
    const next: Made[] = [];
    for (const one of made) {
      for (const row of partnersOf(one, { holders, own, least })) {
        const other = single[row];
        if (!other || isFar(one, other, weights, MOST_HEAVY * least)) continue;
        for (const sign of [1, -1] as const) {
          const together = withRow(one.rows, { row, sign });
          const name = together.map((signed) => signed.sign * (signed.row + 1)).join();
          if (known.has(name)) continue;
          known.add(name);
          // Where the first sign was turned, all are.
          const isTurned = together.some((signed) => signed.row === row && signed.sign !== sign);
          const sum = joinedRow(one.sum, other.sum, { sign, turned: isTurned ? -1 : 1, prime });
          const weight = weightOf(sum.keys());
          if (weight === 0) continue;
          if (weight < least) found.push(sum);
          next.push({ rows: together, sum, weight });
        }
      }
      if (next.length > 2 * MOST_KEPT) lightest(next);
    }
    made = lightest(next);
  }
  return found;
}

/** Rows that share an atom with what was made, of which few people enough stay in any sum. */
function partnersOf(
  { rows, sum }: Made,
  { holders, own, least }: { holders: ReadonlyMap<number, readonly number[]>; own: readonly number[]; least: number },
): Set<number> {
  const staying = rows.reduce((total, { row }) => total + (own[row] ?? 0), 0);
  const partners = new Set<number>();
  for (const atom of staying < least ? sum.keys() : []) {
    for (const row of holders.get(atom) ?? []) {
      const isNew = rows.length > 1 ? rows.every((one) => one.row !== row) : row > (rows[0]?.row ?? -1);
      if (isNew && staying + (own[row] ?? 0) < least) partners.add(row);
    }
  }
  return partners;
}

/** Whether what two do not share weighs too much: it is in their sum and in their difference. */
function isFar(one: Made, other: Made, weights: ArrayLike<number>, most: number): boolean {
  let shared = 0;
  for (const atom of other.sum.keys()) if (one.sum.has(atom)) shared += weights[atom] ?? 0;
  return one.weight + other.weight - 2 * shared >= most;
}

function withRow(rows: readonly Signed[], fresh: Signed): Signed[] {
  const together = [...rows, fresh].sort((a, b) => a.row - b.row);
  const isTurned = together[0]?.sign === -1;
  return isTurned ? together.map(({ row, sign }) => ({ row, sign: sign === 1 ? -1 : 1 })) : together;
}

function lightest(made: Made[]): Made[] {
  made.sort((a, b) => a.weight - b.weight);
  made.length = Math.min(made.length, MOST_KEPT);
  return made;
}

function holdersOf(rows: readonly Row[]): Map<number, number[]> {
  const holders = new Map<number, number[]>();
  for (const [index, row] of rows.entries()) {
    for (const atom of row.keys()) {
      const known = holders.get(atom);
      if (known) known.push(index);
      else holders.set(atom, [index]);
    }
  }
  return holders;
}

function joinedRow(
  one: Row,
  other: Row,
  { sign, turned, prime }: { sign: number; turned: 1 | -1; prime: number },
): Map<number, number> {
  const sum = new Map(turned === 1 ? one : [...one].map(([atom, value]) => [atom, -value]));
  for (const [atom, value] of other) {
    const left = residue((sum.get(atom) ?? 0) + turned * sign * value, prime);
    if (left === 0) sum.delete(atom);
    else sum.set(atom, left);
  }
  return sum;
}
