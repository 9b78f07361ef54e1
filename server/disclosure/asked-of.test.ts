import { describe, expect, test } from '@jest/globals';
import { askedPeople, isOfferedIn, type AskedOf } from './asked-of.ts';
import { makeCatalogue } from './catalogue.ts';

const places = ['X0101-d1', 'X0101-d2', 'X0102-d1', 'X0103-d2'].map((place) => {
  const [institution = '', degree = ''] = place.split('-');
  return { institution, degree };
});
const catalogue = makeCatalogue({
  splits: [],
  targets: places.map((place) => ({ ...place, split: '', split_value: '', target: 20 })),
  fieldOf: new Map([
    ['d1', '1'],
    ['d2', '1'],
  ]),
  atoms: places.map((place) => ({ ...place, key: `${place.institution}/${place.degree}`, values: [], current: true })),
  levels: ['nation', 'field', 'institution', 'degree'],
  commonLevels: ['nation', 'field', 'degree'],
});
const offered = (asked: AskedOf | undefined) =>
  catalogue.populations.filter((one) => isOfferedIn(catalogue, one, asked)).map(({ key }) => key);
const shared: AskedOf = [{ institution: 'X0101' }, { institution: 'X0103', degree: 'd2' }];

describe('what a question may be shown of', () => {
  test('asked of everybody: what is common alone', () => {
    expect(offered(undefined)).toEqual([
      'degree/X0101/d1',
      'degree/X0101/d2',
      'degree/X0102/d1',
      'degree/X0103/d2',
      'field/1',
      'nation',
    ]);
  });

  test('asked of one institution and of a degree of another: those alone', () => {
    expect(offered(shared)).toEqual(['degree/X0101/d1', 'degree/X0101/d2', 'degree/X0103/d2', 'institution/X0101']);
  });
});

test('those who are not asked leave nothing out', () => {
  const people = Int32Array.from([12, 9, 7, 5]);
  const by = (asked: AskedOf | undefined) =>
    Object.fromEntries([...askedPeople(catalogue, people, asked)].map((n, index) => [catalogue.atoms[index]?.key, n]));
  expect(by(shared)).toEqual({ 'X0101/d1': 12, 'X0101/d2': 9, 'X0102/d1': 0, 'X0103/d2': 5 });
  expect(by(undefined)).toEqual({ 'X0101/d1': 12, 'X0101/d2': 9, 'X0102/d1': 7, 'X0103/d2': 5 });
});
