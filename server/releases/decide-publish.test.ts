import { describe, expect, test } from '@jest/globals';
import { addDays, decidePublish, type PublishFacts } from './decide-publish.ts';

const facts = (changed: Partial<PublishFacts> = {}): PublishFacts => ({
  hasRound: true,
  hasDraft: true,
  publishers: ['anna', 'bertta'],
  edition: 1,
  hasReason: false,
  ...changed,
});

describe('publishing', () => {
  test('takes two people', () => {
    expect(decidePublish(facts())).toEqual({ kind: 'allowed', by: 'anna, bertta' });
    expect(decidePublish(facts({ publishers: ['anna'] }))).toEqual({ kind: 'one_key' });
    expect(decidePublish(facts({ publishers: [] }))).toEqual({ kind: 'one_key' });
    expect(decidePublish(facts({ publishers: ['anna', 'anna'] }))).toEqual({ kind: 'same_name' });
    expect(decidePublish(facts({ publishers: ['anna', null] }))).toEqual({ kind: 'unknown_key', which: 2 });
  });

  test('needs a draft, and of a later edition a reason', () => {
    expect(decidePublish(facts({ hasRound: false }))).toEqual({ kind: 'unknown_round' });
    expect(decidePublish(facts({ hasDraft: false }))).toEqual({ kind: 'no_draft' });
    expect(decidePublish(facts({ edition: 2 }))).toEqual({ kind: 'needs_reason' });
    expect(decidePublish(facts({ edition: 2, hasReason: true }))).toMatchObject({ kind: 'allowed' });
  });
});

test('days are counted over the ends of months and years', () => {
  expect(addDays('2025-12-31', 15)).toBe('2026-01-15');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
});
