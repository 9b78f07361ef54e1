import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { representativenessOf } from './representativeness-of.ts';
import type { SafePopulation } from './safe-table.ts';

function population(target: number, respondents: number, split = '', split_value = ''): SafePopulation {
  const place = { institution: 'X0101', field: '2', degree: '621101' };
  return { key: 'k', level: 'degree', ...place, split, split_value, members: [], target, respondents };
}

describe('who answered', () => {
  test('shares of respondents and of all, and whether one is far off', () => {
    const found = representativenessOf(population(112, 41), [population(86, 36, 'gender', 'female')]);
    expect(found.characteristics).toHaveLength(1);
    expect(found.characteristics[0]?.categories).toHaveLength(1);
    expect(found.characteristics[0]?.categories[0]).toMatchObject({ code: 'female' });
    expect(found.characteristics[0]?.categories[0]?.target).toBeCloseTo(0.767857, 6);
    expect(found.characteristics[0]?.categories[0]?.respondents).toBeCloseTo(0.878049, 6);
    expect(found).toMatchObject({ reliability: 'fair', lowRate: false, unlike: true });
  });

  test('the word drops one class where few and one-sided people answered, not for one of the two', () => {
    const sided = [population(50, 38, 'gender', 'female')];
    expect(representativenessOf(population(200, 40), sided).reliability).toBe('weak');
    expect(representativenessOf(population(100, 40), sided).reliability).toBe('fair');
    expect(representativenessOf(population(200, 40), []).reliability).toBe('fair');
  });

  test('parts that do not fit into the whole say nothing', () => {
    expect(representativenessOf(population(20, 10), [population(30, 12, 'gender', 'female')]).characteristics).toEqual(
      [],
    );
  });

  test('the largest difference counts the people of no published part', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), (one, other) => {
        const whole = population(100, one + other);
        const part = representativenessOf(whole, [population(50, one, 'gender', 'female')]);
        const both = representativenessOf(whole, [
          population(50, one, 'gender', 'female'),
          population(50, other, 'gender', 'male'),
        ]);
        expect(part.characteristics[0]?.largest).toBeCloseTo(both.characteristics[0]?.largest ?? -1, 12);
        expect(part.reliability).toBe(both.reliability);
      }),
    );
  });
});
