import type { SafeCell, SafeTable } from '../../../server/disclosure/safe-table.ts';
import { tighten, type Bounds, type Fact } from './bounds.ts';
import { CELLS, toldOf, total, truth, type AttackCell } from './told.ts';
import type { SmallNation } from './world.ts';

/** What is known of how many people of each degree gave each answer. Place `size` is "no answer". */
export type Knowledge = {
  sizes: readonly number[];
  width: number;
  bounds: Bounds;
  facts: Fact[];
  /** True counts: only to know which insiders there can be. */
  truth: readonly number[][];
};

/**
 * Counts are not negative and top-coded cells have at most two outside: does that make anybody's
 * answer certain, even for an insider who knows one answer? The attacker knows n of every degree.
 */
export function certaintyLeaks(nation: SmallNation, table: SafeTable): string[] {
  return CELLS.filter(({ silent }) => !silent).flatMap((cell) => {
    const counts = nation.degrees.map((degree) => truth(cell, degree));
    const knowledge = knowledgeOf(nation, table, cell, counts.map(total));
    return leaksOf(cell.id, knowledge, cell.names.length);
  });
}

/** The published facts of a cell, with `sizes[i]` people in degree i spread over its places. */
export function knowledgeOf(
  nation: SmallNation,
  table: SafeTable,
  cell: AttackCell,
  sizes: readonly number[],
): Knowledge {
  const width = cell.names.length + 1;
  const counts = nation.degrees.map((degree) => truth(cell, degree));
  const unknowns = sizes.flatMap((size) => Array<number>(width).fill(size));
  const facts: Fact[] = sizes.map((size, degree) => sumOf(degree * width, width, size));
  for (const told of toldOf(nation, table, cell.id)) facts.push(...factsOf(told, cell, counts, width));
  const rows = counts.map((row, degree) => [...row, (sizes[degree] ?? 0) - total(row)]);
  return { sizes, width, bounds: { low: unknowns.map(() => 0), high: unknowns }, facts, truth: rows };
}

function sumOf(from: number, width: number, value: number): Fact {
  return { terms: Array.from({ length: width }, (_, place) => [from + place, 1] as const), low: value, high: value };
}

function factsOf(
  { members, cell }: { members: number[]; cell: SafeCell },
  { names }: AttackCell,
  counts: readonly number[][],
  width: number,
): Fact[] {
  const terms = (place: number) => members.map((degree) => [degree * width + place, 1] as const);
  const n = total(members.map((degree) => total(counts[degree] ?? [])));
  if (cell.status === 'at_least') return [{ terms: terms(names.indexOf(cell.category)), low: n - 2, high: n }];
  const told = names.map((name) => cell.categories.find(({ code }) => code === name)?.count);
  const rest = cell.n - total(told.map((count) => count ?? 0));
  return told.map((count, place) => ({ terms: terms(place), low: count ?? rest, high: count ?? rest }));
}

/** Answers (places below `answers`) that are certain, for an outsider and for each possible insider. */
export function leaksOf(
  name: string,
  { sizes, width, bounds, facts, truth: rows }: Knowledge,
  answers: number,
): string[] {
  const leaks: string[] = [];
  const attack = (insider: { degree: number; place: number } | null): void => {
    const low = [...bounds.low];
    if (insider) low[insider.degree * width + insider.place] = 1;
    const known = tighten({ low, high: bounds.high }, facts);
    if (!known) throw new Error(`${name}: the published figures contradict each other`);
    for (const [degree, size] of sizes.entries()) {
      for (let place = 0; place < answers; place += 1) {
        const own = insider?.degree === degree ? 1 : 0;
        const others = (known.low[degree * width + place] ?? 0) - (insider?.place === place ? own : 0);
        if (size - own > 0 && others >= size - own) leaks.push(`${name}: all of degree ${degree} answered ${place}`);
      }
    }
  };
  attack(null);
  for (const [degree, row] of rows.entries()) {
    for (const [place, count] of row.entries()) if (count > 0) attack({ degree, place });
  }
  return [...new Set(leaks)];
}
