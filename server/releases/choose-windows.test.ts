import { expect, test } from '@jest/globals';
import { chooseWindows, withoutOverlaps } from './choose-windows.ts';

const rounds = (...periods: string[]) => periods.map((period) => ({ period }));
const [own = { period: '' }] = rounds('2020');

test('a round with the two before it, with one where there is no other, alone without', () => {
  expect(chooseWindows(own, rounds('2019', '2017', '2018'))).toEqual([
    { period: '2018-2020', rounds: ['2018', '2019', '2020'] },
  ]);
  expect(chooseWindows(own, rounds('2016-2017'))).toEqual([{ period: '2016-2020', rounds: ['2016-2017', '2020'] }]);
  expect(chooseWindows(own, rounds('2021'))).toEqual([]);
  expect(chooseWindows(own, [])).toEqual([]);
});

test('rounds that share a year are not taken together', () => {
  expect(withoutOverlaps(own, rounds('2019-2020', '2018', '2016-2017', '2017', 'none'))).toEqual(rounds('2018'));
});
