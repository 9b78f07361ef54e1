import { expect, test } from '@jest/globals';
import { nearest } from './nearest.ts';

test.each([
  ['75123X', ['751231', '671112'], '751231'],
  ['own-sairanhoitaja', ['own-sairaanhoitaja', 'own-sairaanhoitaja-ylempi'], 'own-sairaanhoitaja'],
  ['emial', ['email', 'phone'], 'email'],
  ['X0101', ['X0102', 'X0103'], null],
  ['x0101', ['X0101', 'X0102'], 'X0101'],
  ['nurse', ['671112'], null],
  ['', ['a'], null],
  ['x'.repeat(100_000), ['x'], null],
])('the nearest to %.20s of %j is %j', (text, candidates, expected) => {
  expect(nearest(text, candidates)).toBe(expected);
});
