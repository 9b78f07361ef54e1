import { expect, test } from '@jest/globals';
import { decideSupplement, type SupplementFacts } from './decide-supplement.ts';

const allowed: SupplementFacts = {
  hasRound: true,
  isFrozen: true,
  isPublished: true,
  finalFrom: '2026-11-16',
  today: '2026-11-15',
  hasSupplement: false,
};

test('late answers are taken between the first edition and the day on which it is final', () => {
  expect(decideSupplement(allowed)).toEqual({ kind: 'allowed' });
  expect(decideSupplement({ ...allowed, today: '2026-11-16' })).toEqual({ kind: 'final' });
  expect(decideSupplement({ ...allowed, finalFrom: null })).toEqual({ kind: 'final' });
  expect(decideSupplement({ ...allowed, isPublished: false })).toEqual({ kind: 'not_published' });
  expect(decideSupplement({ ...allowed, isFrozen: false })).toEqual({ kind: 'not_frozen' });
  expect(decideSupplement({ ...allowed, hasRound: false })).toEqual({ kind: 'unknown_round' });
});

test('they are taken once', () => {
  expect(decideSupplement({ ...allowed, hasSupplement: true })).toEqual({ kind: 'supplemented' });
});
