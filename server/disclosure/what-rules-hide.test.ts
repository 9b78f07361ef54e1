import { expect, test } from '@jest/globals';
import { makeCatalogue, type Target } from './catalogue.ts';
import { whatRulesHide } from './what-rules-hide.ts';

const fieldOf = new Map([
  ['a', '1'],
  ['b', '1'],
  ['c', '1'],
  ['d', '2'],
  ['e', '2'],
]);

function count(sizes: Readonly<Record<string, number>>, shown: readonly string[]) {
  const degrees = Object.keys(sizes);
  const targets = degrees.map((degree): Target => ({
    institution: 'i',
    degree,
    split: '',
    split_value: '',
    target: 40,
  }));
  const atoms = degrees
    .filter((degree) => (sizes[degree] ?? 0) > 0)
    .map((degree) => ({ key: degree, institution: 'i', degree, values: [], current: true }));
  const levels = ['nation', 'field', 'degree'] as const;
  const catalogue = makeCatalogue({ splits: [], targets, atoms, fieldOf, levels });
  const respondents = catalogue.populations.map((one) =>
    one.atoms.reduce((sum, atom) => sum + (sizes[catalogue.atoms[atom]?.key ?? ''] ?? 0), 0),
  );
  const open = new Set(catalogue.populations.flatMap(({ degree }, index) => (shown.includes(degree) ? [index] : [])));
  return whatRulesHide(catalogue, respondents, open);
}

test('a small degree that is alone below the threshold could be told by subtraction', () => {
  expect(count({ a: 12, b: 20, c: 3, d: 9, e: 9 }, ['b', 'd', 'e'])).toEqual({
    degrees: 5,
    shown: 3,
    small: 1,
    protecting: 1,
    told: 1,
  });
});

test('two small degrees of a field hide each other; degrees without answers count nowhere', () => {
  const facts = count({ a: 2, b: 20, c: 3, d: 9, e: 0 }, ['b', 'd']);
  expect(facts).toEqual({ degrees: 4, shown: 2, small: 2, protecting: 0, told: 0 });
});
