import { expect, test } from '@jest/globals';
import { differenceMark } from './difference-mark.ts';

test.each([
  [0.03, 41, 1500, 'differs'],
  [0.05, 10, 10, 'differs'],
  [0.051, 41, 1500, 'no_clear_difference'],
  [0.0001, 9, 1500, 'too_few'],
  [0.0001, 1500, 9, 'too_few'],
] as const)('p %d of %d and %d answers: %s', (p, n, otherN, expected) => {
  expect(differenceMark(p, n, otherN)).toBe(expected);
});

test('wants a p-value', () => {
  expect(() => differenceMark(1.01, 41, 41)).toThrow(RangeError);
});
