import { expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { shuffle } from './shuffle.ts';

test('keeps everything and changes the argument in nothing', () => {
  const things = Array.from({ length: 1000 }, (_, index) => index);
  const shuffled = shuffle(things, randomBytes);
  expect(shuffled).not.toEqual(things);
  expect(shuffled.toSorted((a, b) => a - b)).toEqual(things);
  expect(things[0]).toBe(0);
  expect(shuffle([], randomBytes)).toEqual([]);
});

test('favours no order: each of the six orders of three things comes about as often', () => {
  const counts = new Map<string, number>();
  for (let draw = 0; draw < 6000; draw += 1) {
    const order = shuffle(['a', 'b', 'c'], randomBytes).join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  // 1000 are expected; the standard deviation is 29.
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(180);
});
