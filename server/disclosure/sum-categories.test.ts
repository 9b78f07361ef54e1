import { expect, test } from '@jest/globals';
import { wilson } from '../statistics/wilson.ts';
import type { SafeCell } from './safe-table.ts';
import { sumOfCategories } from './sum-categories.ts';

const cell: Extract<SafeCell, { status: 'exact' }> = {
  status: 'exact',
  id: 'satisfaction',
  item: 'satisfaction',
  n: 10,
  categories: [2, 3, 5].map((count, index) => ({
    code: String(index),
    count,
    figure: { value: count / 10, low: null, high: null },
  })),
  cannotSay: null,
  measures: {},
};

test('the share of a sum is that of its counts, with its own interval', () => {
  expect(sumOfCategories(cell, ['1', '2'], 20)).toEqual(wilson(8, 10, 20));
  expect(sumOfCategories(cell, ['1', '2'], 20)?.value).toBe(0.8);
});

test('a code that the cell does not have adds nothing', () => {
  expect(sumOfCategories(cell, ['2', 'unknown'], 20)).toEqual(wilson(5, 10, 20));
});
