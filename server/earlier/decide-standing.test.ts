import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { SafeCell } from '../disclosure/safe-table.ts';
import { AMONG, decideStanding, type Among } from './decide-standing.ts';

const ORDER = ['1', '2', '3', '4', '5', '6'];

function exact(counts: readonly number[]): SafeCell {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const categories = counts.map((count, index) => ({
    code: ORDER[index] ?? '',
    count,
    figure: { value: count / n, low: null, high: null },
  }));
  return { status: 'exact', id: 'x', item: 'x', n, categories, cannotSay: null, measures: {} };
}
const bound: SafeCell = { status: 'at_least', id: 'x', item: 'x', category: '6', bound: 0.9 };

test('an answer stands between those who answered less and more', () => {
  const standing = decideStanding('4', ORDER, () => exact([1, 0, 2, 3, 3, 1]));
  expect(standing?.own).toEqual({ below: 0.3, same: 0.3, above: 0.4 });
  expect(standing?.steps.filter(({ isOwn }) => isOwn)).toEqual([{ code: '4', share: 0.3, isOwn: true }]);
});

test('no answer, "cannot say" and an answer of another scale stand nowhere, and the figures are shown', () => {
  for (const answer of [undefined, '_dk', '7', 4, ['4']]) {
    const standing = decideStanding(answer, ORDER, () => exact([1, 1, 1, 1, 1, 1]));
    expect([standing?.own, standing?.n, standing?.steps.some(({ isOwn }) => isOwn)]).toEqual([null, 6, false]);
  }
});

test('the narrowest group that is published whole is taken, and none where none is', () => {
  const counts = fc.array(fc.nat(30), { minLength: 6, maxLength: 6 }).filter((list) => list.some((one) => one > 0));
  const cell = fc.oneof(fc.constant(undefined), fc.constant(bound), counts.map(exact));
  fc.assert(
    fc.property(fc.tuple(cell, cell, cell), fc.constantFrom(...ORDER), (cells, answer) => {
      const cellOf = (among: Among) => cells[AMONG.indexOf(among)];
      const standing = decideStanding(answer, ORDER, cellOf);
      const first = AMONG.find((among) => cellOf(among)?.status === 'exact');
      expect(standing?.among).toBe(first);
      if (!standing?.own) return;
      const { below, same, above } = standing.own;
      expect(below + same + above).toBeCloseTo(1, 9);
    }),
  );
});
