import { describe, expect, test } from '@jest/globals';
import { isOfferedIn } from './asked-of.ts';
import { makeCatalogue, type Atom } from './catalogue.ts';
import { definableGroups } from './definable-groups.ts';

const places = [
  ['i1', 'a', '7'],
  ['i1', 'b', '7'],
  ['i2', 'a', '7'],
  ['i2', 'c', '8'],
] as const;
const atoms = places.flatMap(([institution, degree]) =>
  ['f', 'm'].map((value): Atom => ({
    key: `${institution}/${degree}/${value}`,
    institution,
    degree,
    values: [value],
    current: true,
  })),
);
const targets = places.flatMap(([institution, degree]) => [
  { institution, degree, split: '', split_value: '', target: 10 },
  { institution, degree, split: 'gender', split_value: 'f', target: 6 },
  { institution, degree, split: 'gender', split_value: 'm', target: 4 },
]);
const fieldOf = new Map(places.map(([, degree, field]) => [degree, field]));
const facts = { splits: ['gender'], targets, atoms, fieldOf };
const catalogue = makeCatalogue(facts);
const find = (key: string) => catalogue.populations[catalogue.indexOf.get(key) ?? -1];

describe('the catalogue', () => {
  test('has every unit once, degrees of two institutions together, and splits of all but degrees', () => {
    const totals = catalogue.populations.filter(({ split }) => split === '').map(({ key }) => key);
    expect(totals).toEqual([
      'degree/i1/a',
      'degree/i1/b',
      'degree/i2/a',
      'degree/i2/c',
      'degree_national/a',
      'field/7',
      'field/8',
      'institution/i1',
      'institution/i2',
      'institution_field/i1/7',
      'institution_field/i2/7',
      'institution_field/i2/8',
      'nation',
    ]);
    const split = catalogue.populations.filter((one) => one.split !== '');
    expect(split).toHaveLength(2 * (1 + 2 + 2 + 3));
    expect(makeCatalogue({ ...facts, degreeSplits: true }).populations).toHaveLength(13 + 16 + 8);
  });

  test('knows whom it asks and who its atoms are', () => {
    expect(find('nation')).toMatchObject({ target: 40, atoms: [0, 1, 2, 3, 4, 5, 6, 7] });
    expect(find('degree_national/a')).toMatchObject({ target: 20, field: '7', institution: '', atoms: [0, 1, 4, 5] });
    expect(find('institution_field/i2/7@gender=f')).toMatchObject({ target: 6, split: 'gender', splitValue: 'f' });
  });

  test('the parts of a population make it up, each way', () => {
    for (const population of catalogue.populations) {
      for (const way of population.parts) {
        const together = way.flatMap((part) => catalogue.populations[part]?.atoms ?? []);
        expect(together.toSorted((a, b) => a - b)).toEqual(population.atoms);
      }
    }
    expect(find('nation')?.parts).toHaveLength(3);
  });

  test('does not depend on the order of atoms and targets', () => {
    expect(makeCatalogue({ ...facts, atoms: atoms.toReversed(), targets: targets.toReversed() })).toEqual(catalogue);
  });

  test('people of earlier releases only are in no population', () => {
    const gone = { ...atoms[0], key: 'i1/a/gone', current: false } as Atom;
    const with9 = makeCatalogue({ ...facts, atoms: [...atoms, gone] });
    expect(with9.populations.some((one) => one.atoms.some((atom) => with9.atoms[atom]?.key === gone.key))).toBe(false);
  });

  test('a degree without a field is a fault', () => {
    expect(() => makeCatalogue({ ...facts, fieldOf: new Map() })).toThrow('no field of education');
  });

  test('the register defines parts of degrees too', () => {
    expect(definableGroups(catalogue).map((group) => group.atoms)).toContainEqual([0]);
    expect(definableGroups(catalogue).map((group) => group.atoms)).not.toContainEqual(find('nation@gender=f')?.atoms);
  });
});

test('a question of an institution’s own speaks of it, its fields and its degrees', () => {
  const of = (asked: { institution: string; degree?: string }) =>
    catalogue.populations.filter((one) => isOfferedIn(catalogue, one, [asked])).map(({ key }) => key);
  expect(of({ institution: 'i2' })).toEqual([
    'degree/i2/a',
    'degree/i2/c',
    'institution/i2',
    'institution_field/i2/7',
    'institution_field/i2/8',
  ]);
  expect(of({ institution: 'i2', degree: 'a' })).toEqual(['degree/i2/a']);
});
