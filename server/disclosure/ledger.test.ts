import { describe, expect, test } from '@jest/globals';
import { smallNation } from '../../test/support/attacker/world.ts';
import { createTally } from '../statistics/tally.ts';
import { makeCatalogue, type Atom } from './catalogue.ts';
import { mayBeRenewed, sunkVectors, type Ledger } from './ledger.ts';
import { protectRelease } from './protect-release.ts';

const { survey, aggregations } = smallNation([], 1, 0);
/** Answers to "support" of people who stayed, left or came between two editions. */
type People = { stayed: string[]; left?: string[]; came?: string[] };

/** A second edition over degrees whose first edition published everything. */
function secondEdition(degrees: Readonly<Record<string, People>>) {
  const tally = createTally(aggregations);
  const atoms: Atom[] = [];
  for (const [degree, people] of Object.entries(degrees)) {
    for (const part of ['stayed', 'left', 'came'] as const) {
      const key = `i/${degree}/${part}`;
      atoms.push({ key, institution: 'i', degree, values: [], current: part !== 'left' });
      for (const support of people[part] ?? []) tally.add([key], { support });
    }
  }
  const names = Object.keys(degrees);
  const before = (of: readonly string[]): string[] =>
    of.flatMap((degree) => [`i/${degree}/stayed`, `i/${degree}/left`]);
  const rows = [
    ...['nation', 'field/1', 'institution/i', 'institution_field/i/1'].map((key) => ({ key, atoms: before(names) })),
    ...names.map((degree) => ({ key: `degree/i/${degree}`, atoms: before([degree]) })),
  ];
  const ledger: Ledger = {
    populations: rows,
    answers: new Map([['support', rows]]),
    cells: new Map([['support', rows]]),
  };
  const targets = names.map((degree) => ({ institution: 'i', degree, split: '', split_value: '', target: 50 }));
  const fieldOf = new Map(names.map((degree) => [degree, '1']));
  const catalogue = makeCatalogue({ splits: [], targets, atoms, fieldOf });
  const { table } = protectRelease({ survey, aggregations, catalogue, tally, ledger });
  return table.populations.filter(({ level }) => level !== 'others').map(({ key }) => key);
}

const spread = (n: number): string[] => Array.from({ length: n }, (_, index) => String(1 + (index % 4)));

describe('a later edition', () => {
  test('D13: one answer more is not published', () => {
    expect(secondEdition({ a: { stayed: spread(12), came: ['4'] } })).toEqual([]);
  });

  test('D14: one person less is not published', () => {
    expect(secondEdition({ a: { stayed: spread(11), left: ['4'] } })).toEqual([]);
  });

  test('nothing changed: everything is published again', () => {
    expect(secondEdition({ a: { stayed: spread(12) } })).toHaveLength(5);
  });

  test('five or more came: published; a few left and many came: not', () => {
    expect(secondEdition({ a: { stayed: spread(12), came: spread(6) } })).toHaveLength(5);
    expect(secondEdition({ a: { stayed: spread(12), came: spread(8), left: spread(2) } })).toEqual([]);
  });

  test('what changes by six together and by one in a degree keeps the degree as it was', () => {
    const keys = secondEdition({
      a: { stayed: spread(12), came: spread(1) },
      b: { stayed: spread(20), came: spread(5) },
      c: { stayed: spread(20) },
    });
    expect(keys).toContain('nation');
    expect(keys).not.toContain('degree/i/a');
    // Its new answer would follow from the whole and the other degrees.
    expect(keys).not.toContain('degree/i/b');
  });
});

test('rows of the ledger are vectors over the atoms of the catalogue', () => {
  const atoms = ['x', 'y'].map((degree): Atom => ({
    key: degree,
    institution: 'i',
    degree,
    values: [],
    current: true,
  }));
  const targets = atoms.map(({ degree }) => ({ institution: 'i', degree, split: '', split_value: '', target: 1 }));
  const catalogue = makeCatalogue({
    splits: [],
    targets,
    atoms,
    fieldOf: new Map([
      ['x', '1'],
      ['y', '1'],
    ]),
  });
  expect(sunkVectors(catalogue, [{ key: 'nation', atoms: ['y', 'x'] }])).toEqual([{ plus: [1, 0], minus: [] }]);
  expect(() => sunkVectors(catalogue, [{ key: 'nation', atoms: ['z'] }])).toThrow('does not count');
  const renewed = mayBeRenewed(catalogue, [{ key: 'nation', atoms: ['x'] }], [9, 4]);
  expect(renewed(catalogue.indexOf.get('nation') ?? -1)).toBe(false);
  expect(renewed(catalogue.indexOf.get('degree/i/x') ?? -1)).toBe(true);
});
