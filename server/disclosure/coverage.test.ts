import { expect, test } from '@jest/globals';
import { coverageOf } from './coverage.ts';

const degrees = [
  { key: 'a', respondents: 12 },
  { key: 'b', respondents: 7 },
  { key: 'c', respondents: 3 },
  { key: 'd', respondents: 20 },
];

test('shares of respondents: of all for degrees, of shown degrees for items', () => {
  const coverage = coverageOf({
    degrees,
    shown: new Set(['a', 'd', 'nation']),
    cells: [
      { kind: 'scale', exact: new Set(['a', 'd', 'nation']) },
      { kind: 'scale', exact: new Set(['d']) },
      { kind: 'multiple', exact: new Set(['nation']) },
    ],
  });
  expect(coverage).toEqual({
    degree_round: 32 / 42,
    threshold_only: 39 / 42,
    items_exact: { scale: (32 + 20) / 64, multiple: 0 },
  });
});

test('nobody answered: nothing is covered', () => {
  const coverage = coverageOf({ degrees: [], shown: new Set(), cells: [{ kind: 'nps', exact: new Set() }] });
  expect(coverage).toEqual({ degree_round: 0, threshold_only: 0, items_exact: { nps: 0 } });
});
