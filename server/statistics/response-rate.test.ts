import { expect, test } from '@jest/globals';
import { responseRate } from './response-rate.ts';

test('share of the target population; nothing for an empty one', () => {
  expect(responseRate(450, 750)).toBe(0.6);
  expect(responseRate(0, 12)).toBe(0);
  expect(responseRate(9, 9)).toBe(1);
  expect(responseRate(0, 0)).toBeNull();
});
