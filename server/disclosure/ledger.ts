import type { Catalogue } from './catalogue.ts';
import type { Vector } from './elimination.ts';
import { totalOf } from './layer.ts';
import { RULES } from './rules.ts';

/** A population as an earlier release published it: its key and the keys of its atoms then. */
export type LedgerRow = { key: string; atoms: readonly string[] };

/**
 * What earlier releases have published of the same people, for ever: populations (their number of
 * respondents), the number of answers by question, and exact cells by cell id. Atoms are told apart by
 * the releases that their people belong to, so that a sum of atoms is the same people for good.
 */
export type Ledger = {
  populations: readonly LedgerRow[];
  answers: ReadonlyMap<string, readonly LedgerRow[]>;
  cells: ReadonlyMap<string, readonly LedgerRow[]>;
};

export const NO_LEDGER: Ledger = { populations: [], answers: new Map(), cells: new Map() };

/** The rows as vectors over the atoms of a catalogue. Throws for an atom that it does not have. */
export function sunkVectors({ atoms }: Catalogue, rows: readonly LedgerRow[]): Vector[] {
  const places = new Map(atoms.map(({ key }, index) => [key, index]));
  return rows.map((row) => ({
    plus: row.atoms.map((key) => {
      const place = places.get(key);
      if (place === undefined) throw new Error(`the ledger has people "${key}" that this release does not count`);
      return place;
    }),
    minus: [],
  }));
}

/**
 * Populations that may be published anew although an earlier release has published them: those in
 * which nothing has changed, or at least five people were added and removed, each. Of the others the
 * old figures stand. `weights`: respondents (or answers) by atom.
 *
 * Example: twelve people and one more → not (the difference is one person's answers); twelve and six more → yes.
 */
export function mayBeRenewed(
  catalogue: Catalogue,
  rows: readonly LedgerRow[],
  weights: ArrayLike<number>,
  threshold: number = RULES.threshold,
): (population: number) => boolean {
  const before = new Map<string, Set<number>[]>();
  for (const [index, { plus }] of sunkVectors(catalogue, rows).entries()) {
    const key = rows[index]?.key ?? '';
    before.set(key, [...(before.get(key) ?? []), new Set(plus)]);
  }
  const isEnough = (atoms: readonly number[]): boolean => {
    const n = totalOf(weights, atoms);
    return n === 0 || n >= threshold;
  };
  return (population) => {
    const { key = '', atoms = [] } = catalogue.populations[population] ?? {};
    const now = new Set(atoms);
    return (before.get(key) ?? []).every(
      (then) =>
        isEnough(atoms.filter((atom) => !then.has(atom))) && isEnough([...then].filter((atom) => !now.has(atom))),
    );
  };
}
