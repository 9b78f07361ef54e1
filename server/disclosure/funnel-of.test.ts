import { expect, test } from '@jest/globals';
import { bounded, exact } from '../../test/support/figure-context.ts';
import { funnelOf } from './funnel-of.ts';

const cell = (chosen: number, n: number) => exact('x', { yes: chosen, no: n - chosen });

test('a unit lies inside, outside 95 %, or outside 99.8 %; what is hidden is absent', () => {
  const units = [
    { key: 'near', cell: cell(33, 41) },
    { key: 'off', cell: cell(26, 41) },
    { key: 'far', cell: cell(20, 41) },
    { key: 'bounded', cell: bounded('x', 'yes', 0.9) },
    { key: 'hidden', cell: undefined },
  ];
  const found = funnelOf(cell(800, 1000), units, ['yes']);
  expect(found?.target).toBe(0.8);
  expect(found?.units.map(({ key, place }) => [key, place])).toEqual([
    ['near', 'inside'],
    ['off', 'outside_95'],
    ['far', 'outside_998'],
  ]);
});

test('without the group’s own figure there is no funnel', () => {
  expect(funnelOf(undefined, [{ key: 'a', cell: cell(3, 10) }], ['yes'])).toBeNull();
  expect(funnelOf(bounded('x', 'yes', 0.9), [{ key: 'a', cell: cell(3, 10) }], ['yes'])).toBeNull();
});
