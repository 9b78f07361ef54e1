import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { smallNation } from '../../test/support/attacker/world.ts';
import { createTally } from '../statistics/tally.ts';
import { makeCatalogue, type Catalogue } from './catalogue.ts';
import { protectRelease } from './protect-release.ts';
import { renewals } from './renewals.ts';

const { survey, aggregations } = smallNation([], 1, 0);
const CELL = 'support';
const LEAST = 5;

/** Answers to one question of those who were there and of those who were added, by degree. */
type Degree = { field: string; stayed: readonly string[]; came: readonly string[] };
type Half = 'stayed' | 'came';

function half(degrees: readonly Degree[], which: Half) {
  const tally = createTally(aggregations);
  const place = (index: number) => ({ institution: `i${index % 2}`, degree: `d${index}` });
  for (const [index, degree] of degrees.entries()) {
    for (const support of degree[which]) tally.add([`d${index}`], { support });
  }
  const atoms = degrees.flatMap((degree, index) =>
    degree[which].length > 0 ? [{ key: `d${index}`, ...place(index), values: [], current: true }] : [],
  );
  const targets = degrees.map((_one, index) => ({ ...place(index), split: '', split_value: '', target: 60 }));
  const fieldOf = new Map(degrees.map(({ field }, index) => [`d${index}`, field]));
  const catalogue = makeCatalogue({ splits: [], targets, atoms, fieldOf });
  return { catalogue, ...protectRelease({ survey, aggregations, catalogue, tally }) };
}

function twoEditions(degrees: readonly Degree[]) {
  const [before, added] = [half(degrees, 'stayed'), half(degrees, 'came')];
  const hasMore = (key: string): boolean =>
    (added.catalogue.populations[added.catalogue.indexOf.get(key) ?? -1]?.atoms.length ?? 0) > 0;
  return { before, added, renewed: renewals({ before: before.table, added: added.table, hasMore }) };
}

/** Every figure that was published of one cell (or of sizes), as a row over both halves of each degree. */
function publishedRows(degrees: readonly Degree[], cell: string | null): number[][] {
  const { before, added, renewed } = twoEditions(degrees);
  const members = (catalogue: Catalogue, key: string): number[] =>
    (catalogue.populations[catalogue.indexOf.get(key) ?? -1]?.atoms ?? []).map((atom) =>
      Number((catalogue.atoms[atom]?.key ?? '').slice(1)),
    );
  const rows: number[][] = [];
  for (const { key, level } of before.table.populations) {
    if (level === 'others') continue;
    if (cell !== null && before.table.cells.get(key)?.get(cell)?.status !== 'exact') continue;
    const row = Array.from({ length: 2 * degrees.length }, () => 0);
    for (const index of members(before.catalogue, key)) row[index] = 1;
    rows.push(row);
    if (renewed.of(key, cell) !== 'renewed') continue;
    const more = [...row];
    for (const index of members(added.catalogue, key)) more[degrees.length + index] = 1;
    rows.push(more);
  }
  return rows;
}

/** Rank of a matrix, by elimination; entries are small whole numbers. */
function rank(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => [...row]);
  let found = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const pivot = rows.findIndex((row, index) => index >= found && Math.abs(row[column] ?? 0) > 1e-9);
    const chosen = rows[pivot];
    if (!chosen) continue;
    rows[pivot] = rows[found] ?? [];
    rows[found] = chosen;
    for (const [index, row] of rows.entries()) {
      if (index === found) continue;
      const factor = (row[column] ?? 0) / (chosen[column] ?? 1);
      if (factor !== 0) for (const at of row.keys()) row[at] = (row[at] ?? 0) - factor * (chosen[at] ?? 0);
    }
    found += 1;
  }
  return found;
}

/**
 * Brute force: tries every set of halves of degrees with one to four people. Their sum, or a combination of them,
 * follows from what is published exactly where leaving their columns out lowers the rank.
 */
function toldSets(rows: readonly (readonly number[])[], sizes: readonly number[]): number[][] {
  if (rows.length === 0) return [];
  const whole = rank(rows);
  const told: number[][] = [];
  for (let bits = 1; bits < 2 ** sizes.length; bits += 1) {
    const set = sizes.flatMap((_size, index) => ((bits >> index) & 1 ? [index] : []));
    const people = set.reduce((sum, index) => sum + (sizes[index] ?? 0), 0);
    if (people === 0 || people >= LEAST || set.some((index) => sizes[index] === 0)) continue;
    const rest = rows.map((row) => row.filter((_entry, index) => !set.includes(index)));
    if (rank(rest) < whole) told.push(set);
  }
  return told;
}

const answers = (most: number) => fc.array(fc.constantFrom('1', '2', '3', '4', '5'), { maxLength: most });
const someDegrees = fc.array(fc.record({ field: fc.constantFrom('1', '2'), stayed: answers(14), came: answers(9) }), {
  minLength: 1,
  maxLength: 5,
});
const spread = (n: number): string[] => Array.from({ length: n }, (_, index) => String(1 + (index % 5)));

describe('two editions together', () => {
  test('tell no group of fewer than five, neither by their sizes nor by the counts of a question', () => {
    fc.assert(
      fc.property(someDegrees, fc.constantFrom(null, CELL), (degrees, cell) => {
        const sizes = [...degrees.map(({ stayed }) => stayed.length), ...degrees.map(({ came }) => came.length)];
        expect(toldSets(publishedRows(degrees, cell), sizes)).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  test('the brute force finds what a renewal without the rules tells', () => {
    const rows = [
      [1, 1, 0, 0],
      [1, 1, 1, 1],
      [0, 1, 0, 0],
      [0, 1, 0, 1],
    ];
    expect(toldSets(rows, [12, 20, 1, 6])).toEqual([[2]]);
  });
});

describe('a degree, its parents and its siblings', () => {
  const degree = (stayed: number, came: readonly string[], field = '1'): Degree => ({
    field,
    stayed: spread(stayed),
    came,
  });
  const standings = (degrees: readonly Degree[], cell: string | null = CELL) => {
    const { renewed } = twoEditions(degrees);
    const keys = ['nation', 'field/1', ...degrees.map((_one, index) => `degree/i${index % 2}/d${index}`)];
    return keys.map((key) => renewed.of(key, cell));
  };

  test('one more changes nothing anywhere', () => {
    expect(standings([degree(12, ['4']), degree(20, [])])).toEqual(['stands', 'stands', 'stands', 'same']);
    expect(standings([degree(12, ['4']), degree(20, [])], null)).toEqual(['stands', 'stands', 'stands', 'same']);
  });

  test('one in a degree and six beside it: the whole is counted anew, and neither degree', () => {
    const both = standings([degree(12, ['4']), degree(20, spread(6)), degree(20, [])]);
    expect(both).toEqual(['renewed', 'renewed', 'stands', 'stands', 'same']);
  });

  test('seven who answer alike are enough by number and stand nevertheless', () => {
    const alike = Array.from({ length: 7 }, () => '4');
    expect(standings([degree(12, alike)])).toEqual(['stands', 'stands', 'stands']);
    expect(standings([degree(12, alike)], null)).toEqual(['renewed', 'renewed', 'renewed']);
    expect(standings([degree(12, spread(7))])).toEqual(['renewed', 'renewed', 'renewed']);
  });

  test('what stood once does not move later: its figure leaves people out', () => {
    const { before, added } = twoEditions([degree(12, spread(7))]);
    const facts = { before: before.table, added: added.table, hasMore: () => true, isWhole: () => false };
    expect(renewals(facts).of('nation', CELL)).toBe('stands');
  });
});
