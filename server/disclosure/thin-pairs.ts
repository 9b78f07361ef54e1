import type { Vector } from './elimination.ts';
import type { Layer } from './layer.ts';

/**
 * Pairs of units that differ by a few answers only: publishing both would tell what those few
 * answered. Where the one holds the other, the difference is a group of its own and needs as many as
 * the more demanding of the two. `isCandidate`: whether a unit may be published at all.
 *
 * Example: 31 engineers and 32 men, of whom 30 are both → the woman and the two others, three people.
 */
export function thinPairs(layer: Layer, isCandidate: (unit: number) => boolean, least: number): Vector[] {
  const { units, weights } = layer;
  const holders: number[][] = [];
  for (const [unit, { atoms }] of units.entries()) {
    if (isCandidate(unit)) for (const atom of atoms) (holders[atom] ??= []).push(unit);
  }
  const shared = new Map<number, number>();
  for (const [atom, of] of holders.entries()) {
    if (!of) continue;
    for (const [place, one] of of.entries()) {
      for (const other of of.slice(place + 1)) {
        const pair = one * units.length + other;
        shared.set(pair, (shared.get(pair) ?? 0) + (weights[atom] ?? 0));
      }
    }
  }
  const found: Vector[] = [];
  for (const [pair, both] of shared) {
    const [one, other] = [units[Math.floor(pair / units.length)], units[pair % units.length]];
    if (!one || !other) continue;
    const apart = one.n + other.n - 2 * both;
    const isNested = both === Math.min(one.n, other.n);
    const enough = isNested ? Math.max(one.threshold, other.threshold) : least;
    if (apart > 0 && apart < enough) found.push(difference(one.atoms, other.atoms));
  }
  return found;
}

function difference(one: readonly number[], other: readonly number[]): Vector {
  const [plus, minus] = [new Set(one), new Set(other)];
  return { plus: one.filter((atom) => !minus.has(atom)), minus: other.filter((atom) => !plus.has(atom)) };
}
