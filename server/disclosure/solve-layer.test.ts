import { describe, expect, test } from '@jest/globals';
import { solveUnits, type HandMade } from '../../test/support/solve-units.ts';

const range = (size: number): number[] => Array.from({ length: size }, (_, index) => index);
/** Children a, b, c … of one parent, one atom each. */
function family(size: number, level: HandMade['level'] = 'degree'): Record<string, HandMade> {
  const names = range(size).map((index) => String.fromCharCode(97 + index));
  const children = names.map((name, index) => [name, { atoms: [index], level }] as const);
  return { all: { atoms: range(size), parts: [names] }, ...Object.fromEntries(children) };
}
const shown = (result: Record<string, string>): string[] =>
  Object.keys(result).filter((name) => result[name] === 'exact');

describe('numbers of respondents', () => {
  test.each([
    ['D02: the small one keeps company', [12, 7, 3, 20], ['all', 'a', 'd']],
    ['D04: nobody to keep it company', [30, 3], ['all']],
    ['D06: too small as a whole', [3, 1], []],
    ['two small ones that are too few together', [12, 3, 1, 9], ['all', 'a']],
    ['nothing small', [5, 6], ['all', 'a', 'b']],
  ])('%s', (_name, sizes, expected) => {
    expect(
      shown(
        solveUnits(
          family(sizes.length),
          sizes.map((n) => [n]),
        ),
      ),
    ).toEqual(expected);
  });

  test('D07: a table of two ways', () => {
    const rows = [
      [20, 8, 3],
      [15, 9, 12],
      [30, 7, 10],
    ];
    const cells = range(9).map(
      (index) => [`r${Math.floor(index / 3)}c${index % 3}`, { atoms: [index], level: 'degree' as const }] as const,
    );
    const way = (name: string, places: number[]): [string, HandMade] => [
      name,
      { atoms: places, level: 'institution', parts: [places.map((place) => cells[place]?.[0] ?? '')] },
    ];
    const sums = range(3).flatMap((index) => [
      way(
        `row${index}`,
        range(3).map((column) => index * 3 + column),
      ),
      way(
        `column${index}`,
        range(3).map((row) => row * 3 + index),
      ),
    ]);
    const units = { all: { atoms: range(9) }, ...Object.fromEntries(sums), ...Object.fromEntries(cells) };
    const result = solveUnits(
      units,
      rows.flat().map((n) => [n]),
    );
    expect(shown(result)).toEqual(
      expect.arrayContaining(['all', 'row0', 'row1', 'row2', 'column0', 'column1', 'column2']),
    );
    expect(result['r0c2']).toBe('silent');
    // Two by two at least are hidden: one alone could be told from its row or column.
    const hidden = cells.map(([name]) => name).filter((name) => result[name] === 'silent');
    expect(hidden).toHaveLength(4);
    const without = solveUnits(
      units,
      rows.flat().map((n) => [n]),
      { switches: { secondary: false, leftovers: false } },
    );
    expect(cells.map(([name]) => name).filter((name) => without[name] === 'silent')).toEqual(['r0c2']);
  });

  test('D08: three years and their sum', () => {
    const years = {
      all: { atoms: [0, 1, 2], parts: [['y1', 'y2', 'y3']] },
      y1: { atoms: [0], level: 'degree' },
      y2: { atoms: [1], level: 'degree' },
      y3: { atoms: [2], level: 'degree' },
    } as const;
    expect(shown(solveUnits(years as unknown as Record<string, HandMade>, [[6], [3], [7]]))).toEqual(['all', 'y3']);
  });
});

describe('counts', () => {
  test('D26: bounds, one exact child in company, the rest exact', () => {
    const result = solveUnits(family(4), [
      [12, 0],
      [9, 0],
      [9, 5],
      [14, 6],
    ]);
    expect(result).toEqual({ all: 'exact', a: 'bounded', b: 'bounded', c: 'silent', d: 'exact' });
  });

  // Atoms: engineers who are men, the woman engineer, two male nurses, nurses who are women.
  const d09 = [
    [0, 1, 4, 10, 12, 3],
    [0, 0, 0, 0, 0, 1],
    [0, 0, 0, 1, 1, 0],
    [1, 2, 6, 13, 12, 6],
  ];
  const crossed: Record<string, HandMade> = {
    all: {
      atoms: [0, 1, 2, 3],
      parts: [
        ['engineers', 'nurses'],
        ['women', 'men'],
      ],
    },
    nurses: { atoms: [2, 3], level: 'field' },
    engineers: { atoms: [0, 1], level: 'field' },
    women: { atoms: [1, 3], level: 'nation', split: 'gender' },
    men: { atoms: [0, 2], level: 'nation', split: 'gender' },
  };

  test('D09: groups of thirty that differ by three people', () => {
    expect(shown(solveUnits(crossed, d09))).toEqual(['all', 'nurses', 'engineers']);
    const without = solveUnits(crossed, d09, {
      switches: { thinPairs: false, definableGroups: false, gate: false, leftovers: false },
    });
    expect(shown(without)).toContain('men');
  });

  test('D10: answers that two groups rule out between them', () => {
    // Atoms: women of the degree, men of the degree, women beside it, the others.
    const counts = [
      [0, 0, 0, 0, 3, 0],
      [0, 0, 0, 0, 1, 5],
      [0, 0, 0, 5, 4, 0],
      [9, 9, 9, 9, 9, 9],
    ];
    const units: Record<string, HandMade> = {
      all: { atoms: [0, 1, 2, 3] },
      degree: { atoms: [0, 1], level: 'degree' },
      women: { atoms: [0, 2], level: 'institution_field', split: 'gender' },
    };
    expect(shown(solveUnits(units, counts, { switches: { gate: false } }))).toEqual(['all', 'degree', 'women']);
    // One of the two must go. The gate of totals gives up the degree; splits have a gate of their own.
    expect(shown(solveUnits(units, counts))).toEqual(['all', 'women']);
  });
});
