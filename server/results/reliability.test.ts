import { expect, test } from '@jest/globals';
import { representativenessOf } from '../disclosure/representativeness-of.ts';
import { populationOf } from '../../test/support/figure-context.ts';
import { largestHalfWidth, signOf } from './reliability.ts';

test.each([
  [93, 0.1, 'good'],
  [92, 0.1002, 'fair'],
  [41, 0.1464, 'fair'],
  [21, 0.2, 'fair'],
  [20, 0.2009, 'low'],
  [10, 0.2635, 'low'],
  [9, 0.2736, 'few'],
])('%i answers: at most ±%f, %s', (respondents, halfWidth, word) => {
  expect(signOf(representativenessOf({ ...populationOf('own'), respondents }, []))).toBe(word);
  expect(largestHalfWidth(respondents)).toBeLessThanOrEqual(halfWidth);
  expect(largestHalfWidth(respondents)).toBeGreaterThan(halfWidth - 0.005);
});
