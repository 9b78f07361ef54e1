import { isNothing, remainder, sumOf, type Elimination, type Print, type Vector } from './elimination.ts';
import type { Catalogue } from './catalogue.ts';
import { fingerprint, type Layer } from './layer.ts';
import { inverse, residue } from './modular.ts';
import { rowsOfSmall, type Row } from './small-rows.ts';
import { thinSums } from './thin-sums.ts';

export { rowsOfLate } from './small-rows.ts';

/**
 * Groups that the register defines without being populations: a unit by any values of the splits. `isWhole`: a unit
 * that is not divided, over several rounds.
 */
export type DefinableGroup = { atoms: readonly number[]; isWhole?: boolean };

/** Whether a group must not be told, by its answering atoms. */
export type IsUnsafe = (atoms: readonly number[], isWhole: boolean) => boolean;

/**
 * Every unit of the catalogue divided by every combination of the splits' values, nothing twice. The
 * catalogue's own populations are left out, since they are watched by themselves.
 * Example: splits gender and age → women of a degree, women under 25 of a degree, …
 */
export function definableGroups({
  populations,
  atoms,
  splits,
}: Pick<Catalogue, 'populations' | 'atoms' | 'splits'>): DefinableGroup[] {
  const known = new Set(populations.map((population) => fingerprint(population.atoms)));
  const groups: DefinableGroup[] = [];
  for (const population of populations) {
    if (population.split !== '') continue;
    for (let mask = 1; mask < 2 ** splits.length; mask += 1) {
      const byValues = Map.groupBy(population.atoms, (atom) =>
        JSON.stringify(splits.map((_, split) => ((mask >> split) & 1 ? atoms[atom]?.values[split] : ''))),
      );
      for (const group of byValues.values()) {
        const print = fingerprint(group);
        if (known.has(print)) continue;
        known.add(print);
        groups.push({ atoms: group });
      }
    }
  }
  return groups;
}

/** The groups that can be told from the system and must not: `isUnsafe` judges by their answering atoms. */
export function toldGroups(
  layer: Layer,
  system: Elimination,
  groups: readonly DefinableGroup[],
  isUnsafe: IsUnsafe,
): Vector[] {
  return groups.flatMap(({ atoms, isWhole = false }) => {
    const answering = atoms.filter((atom) => (layer.weights[atom] ?? 0) > 0);
    if (answering.length === 0 || !isNothing(remainder(system, sumOf(answering)))) return [];
    // The same people as a unit of the catalogue: judged as that unit.
    if (layer.fingerprints.has(fingerprint(answering)) || !isUnsafe(answering, isWhole)) return [];
    return [sumOf(answering)];
  });
}

/**
 * Small atoms that can be told, and pairs of them of which a sum or difference can be told, with fewer
 * than `least` answers together: their remainders point the same way.
 */
export function toldAtoms(
  { weights, fingerprints }: Pick<Layer, 'weights' | 'fingerprints'>,
  system: Elimination,
  least: number,
): Vector[] {
  const told: Vector[] = [];
  const small = new Map<string, number[]>();
  for (let atom = 0; atom < weights.length; atom += 1) {
    const n = weights[atom] ?? 0;
    if (n === 0 || n >= least) continue;
    const print = remainder(system, sumOf([atom]));
    if (isNothing(print)) {
      if (!fingerprints.has(fingerprint([atom]))) told.push(sumOf([atom]));
      continue;
    }
    const direction = directionOf(print, system.prime);
    small.set(direction, [...(small.get(direction) ?? []), atom]);
  }
  const pairs = [...small.values()].flatMap((alike) =>
    alike.flatMap((one, place) =>
      alike.slice(place + 1).flatMap((other): Vector[] => {
        if ((weights[one] ?? 0) + (weights[other] ?? 0) >= least) return [];
        const apart: Vector = { plus: [one], minus: [other] };
        return [isNothing(remainder(system, apart)) ? apart : sumOf([one, other])];
      }),
    ),
  );
  return [...told, ...pairs];
}

/**
 * Sums and differences of small atoms alone that hold fewer than `least` answers, whatever group that is:
 * what is left of a field less the same degree everywhere may be three people of three degrees.
 */
export function toldRows(layer: Layer, system: Elimination, least: number): Vector[] {
  const { weights } = layer;
  return thinRows(
    layer,
    rowsOfSmall(system, (atom) => (weights[atom] ?? 0) < least, weights),
    system.prime,
    least,
  );
}

/** Of rows on small atoms, and what a few of them make together, what holds fewer than `least` answers. */
export function thinRows(
  { weights, fingerprints }: Pick<Layer, 'weights' | 'fingerprints'>,
  rows: readonly Row[],
  prime: number,
  least: number,
): Vector[] {
  return thinSums(rows, weights, { prime, least }).flatMap((row): Vector[] => {
    const atoms = [...row.keys()].toSorted((a, b) => a - b);
    if (fingerprints.has(fingerprint(atoms))) return [];
    const signed = (sign: number): number[] => atoms.filter((atom) => Math.sign(row.get(atom) ?? 0) === sign);
    return [{ plus: signed(1), minus: signed(-1) }];
  });
}

function directionOf(print: Print, prime: number): string {
  const lead = print.find((part) => part !== 0) ?? 1;
  const scale = inverse(lead, prime);
  return print.map((part) => residue(part * scale, prime)).join();
}
