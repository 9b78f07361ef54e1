import { expect, test } from '@jest/globals';
import { bounded, exact, figure, figureContext, textsIn } from '../../test/support/figure-context.ts';
import { toDiverging } from './chart-diverging.ts';

const title = { fi: 'Väittämät', sv: 'Påståenden', en: 'Statements' };
const definition = {
  kind: 'diverging' as const,
  code: 'statements',
  title,
  items: ['ready_for_work', 'degree_valued', 'entrepreneurship'],
};
const counts = { '1': 1, '2': 2, '3': 4, '4': 6, '5': 8, '6': 4 };
const context = figureContext({
  own: [
    exact('ready_for_work', counts, { mean: figure(4.2, 0.4) }),
    bounded('degree_valued', '5', 0.8),
    exact('entrepreneurship', { '1': 0, '2': 0, '3': 0, '4': 3, '5': 3, '6': 1 }, {}, 2),
  ],
  nation: [
    exact('ready_for_work', { '1': 10, '2': 10, '3': 10, '4': 10, '5': 10, '6': 10 }, { mean: figure(3.5, 0.1) }),
  ],
});
const { rows, table, legend } = toDiverging(context, definition);

test('a statement says the share of the upper half first, with its interval', () => {
  expect(rows[0]?.value).toBe('72% agree');
  // 18 of 25 in a population of 100: n* = 33.
  expect(rows[0]?.facts).toEqual(['95% interval 55–84%', '25 answers']);
  expect(rows[0]?.beside).toEqual(['Field not shown', 'Whole country 50%']);
});

test('the segments are the shares of the cell, on both sides of the middle of the scale', () => {
  const bars = rows[0]?.drawing?.chart.data.datasets.flatMap(({ data }) => data.map(({ x }) => x)) ?? [];
  const all = bars.filter((x) => Array.isArray(x)).sort(([a], [b]) => a - b);
  const ends = all.filter(([from, to]) => from !== -to); // the line in the middle
  expect(ends).toHaveLength(6);
  const gap = 0.006;
  const widths = ends.map(([from, to]) => Math.round((to - from + 2 * gap) * 100));
  expect(widths).toEqual([4, 8, 16, 24, 32, 16]);
  expect(ends[3]?.[0]).toBeCloseTo(gap, 9);
  const texts = rows[0]?.drawing?.chart.data.datasets.map(({ label }) => label).filter((label) => label !== undefined);
  expect(texts?.sort()).toEqual(['16', '16', '24', '32']);
});

test('a top-coded statement is a sentence, not a drawing', () => {
  expect(rows[1]?.value).toBe('at least 80% answered “agree”');
  expect(rows[1]?.drawing).toBeNull();
  const cells = textsIn(table.bodies[1]?.rows[0]);
  expect(cells).toEqual([
    ...Array(4).fill('not shown'),
    'at least 80%',
    'not shown',
    'at least 80%',
    'not shown',
    'not shown',
    'not shown',
  ]);
});

test('few answers are shown exactly, with the word', () => {
  expect(rows[2]?.facts).toContain('few answers');
  expect(table.bodies[2]?.rows[0]?.cells.at(-1)?.text).toBe('7 (few answers)');
});

test('"cannot say" is a number beside; where it is not offered there is none', () => {
  expect(table.columns).toContain('Cannot say');
  const at = table.columns.indexOf('Cannot say') - 2; // two heads come first
  expect(table.bodies[0]?.rows[0]?.cells[at]?.text).toBe('–');
  expect(table.bodies[1]?.rows[0]?.cells[at]?.text).toBe('not shown');
});

test('the legend has every step in words', () => {
  expect(legend.map(({ label }) => label)).toEqual([
    '1 fully disagree',
    '2 disagree',
    '3 somewhat disagree',
    '4 somewhat agree',
    '5 agree',
    '6 fully agree',
  ]);
});
