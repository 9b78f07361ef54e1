import { expect, test } from '@jest/globals';
import { exact, figure, figureContext, textsIn } from '../../test/support/figure-context.ts';
import { toQuartiles } from './chart-quartiles.ts';

const title = { fi: 'Palkka', sv: 'Lön', en: 'Pay' };
const pay = (quartile1: number, median: number, quartile3: number, n = 30) => ({
  ...exact('pay', {}, { quartile1: figure(quartile1), median: figure(median), quartile3: figure(quartile3) }),
  n,
});
const figureOf = (cells: Parameters<typeof figureContext>[0], item = 'pay') =>
  toQuartiles(figureContext(cells), { kind: 'quartiles', item, title });

test('median and quartiles of three groups, with the unit', () => {
  const quartiles = figureOf({ own: [pay(2900, 3250, 3700)], nation: [pay(2950, 3300, 3900, 1480)] });
  expect(quartiles?.rows.map(({ name, value, facts }) => [name, value, ...facts])).toEqual([
    ['This degree', '3,250 euros a month', 'half between 2,900 and 3,700', '30 answers'],
    ['Field', 'not shown'],
    ['Whole country', '3,300 euros a month', 'half between 2,950 and 3,900', '1,480 answers'],
  ]);
  expect(textsIn(quartiles?.table.bodies[0]?.rows[1])).toEqual(Array(4).fill('not shown'));
  expect(quartiles?.rows[1]?.drawing).toBeNull();
});

test('the axis is that of the declared bands, widened by shown figures only', () => {
  const axis = (cells: Parameters<typeof figureContext>[0]) => figureOf(cells)?.axis;
  const normal = ['1,000', '2,000', '3,000', '4,000', '5,000', '6,000'];
  expect(axis({ own: [pay(2900, 3250, 3700)] })).toEqual(normal);
  expect(axis({ own: [], nation: [pay(2000, 2100, 5900)] })).toEqual(normal);
  expect(axis({ own: [pay(2900, 3250, 6700)] })).toEqual([...normal, '7,000']);
  expect(axis({ own: [] })).toEqual([]);
});

test('a month is a quarter of a year', () => {
  const start = exact('job_start', {}, { quartile1: figure(2019.25), median: figure(2021.5), quartile3: figure(2023) });
  const quartiles = figureOf({ own: [{ ...start, n: 25 } as typeof start] }, 'job_start'); // quartiles have an n and no counts
  expect(quartiles?.rows[0]?.value).toBe('2021, quarter\u00a03');
  expect(quartiles?.axis[0]).toMatch(/^20\d\d$/);
});
