import type { Cell, Statement } from './cells.ts';
import { Bounds, type Fact } from './bounds.ts';
import type { ReleaseRules } from './release-rules.ts';

/** What is known of how many people of each atom gave each answer. Unknown (atom, place) is atom × width + place. */
export type Knowledge = { width: number; facts: Fact[]; bounds: Bounds; sizes: readonly number[] };

/**
 * What the rows of a cell say, for whoever knows how many of each atom answered. Of "cannot say"
 * only who took part is known, and the numbers of answers that are told.
 */
export function knowledgeOf(cell: Cell, rules: ReleaseRules, people: readonly number[]): Knowledge | null {
  const width = cell.places.length;
  if (width < 2) return null;
  const sizes = cell.answered ? people : cell.sizes;
  const facts: Fact[] = sizes.flatMap((size, atom) =>
    size > 0 ? [{ unknowns: row(atom, width), low: cell.answered ? 0 : size, high: size }] : [],
  );
  for (const statement of cell.statements) facts.push(...factsOf(cell, statement, rules, sizes));
  for (const { members, told } of cell.answered ?? []) {
    const n = told.n ?? 0;
    facts.push({ unknowns: members.map((atom) => atom * width + 1), low: n, high: n });
  }
  const high = sizes.flatMap((size) => Array<number>(width).fill(size));
  return { width, facts, bounds: new Bounds(high, facts), sizes };
}

/** The facts of one row. `sizes`: how many people of each atom there are to be placed. */
export function factsOf(
  cell: Cell,
  { members, told }: Statement,
  rules: ReleaseRules,
  sizes: readonly number[],
  width = cell.places.length,
): Fact[] {
  const at = (place: number) => members.map((atom) => atom * width + place);
  if (told.bound) {
    const place = cell.places.indexOf(told.bound.category);
    const n = members.reduce((sum, atom) => sum + (sizes[atom] ?? 0), 0);
    const least = Math.max(Math.ceil(told.bound.least * n - 1e-9), n - rules.slack);
    return place < 0 ? [] : [{ unknowns: at(place), low: least, high: n }];
  }
  if (told.counts.size === 0) return meanFacts(cell, members, told, width);
  const n = told.n ?? [...told.counts.values()].reduce((sum, count) => sum + count, 0);
  const counted = [...told.counts.values()].reduce((sum, count) => sum + count, 0);
  return cell.places.map((place, index) => {
    const count = told.counts.get(place) ?? n - counted;
    return { unknowns: at(index), low: count, high: count };
  });
}

/** A mean without counts is a weighted sum of the places. */
function meanFacts(cell: Cell, members: readonly number[], { measures, n }: Statement['told'], width: number): Fact[] {
  const mean = measures.get('mean');
  const scores = cell.places.map(Number);
  if (mean === undefined || n === null || scores.some((score) => !Number.isInteger(score))) return [];
  const sum = mean * n;
  const unknowns = members.flatMap((atom) => row(atom, width));
  const factors = members.flatMap(() => scores);
  return [{ unknowns, factors, low: Math.ceil(sum - 0.01), high: Math.floor(sum + 0.01) }];
}

export function row(atom: number, width: number): number[] {
  return Array.from({ length: width }, (_, place) => atom * width + place);
}
