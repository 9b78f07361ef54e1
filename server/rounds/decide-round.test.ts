import { describe, expect, test } from '@jest/globals';
import { decideRound, type RoundRequest } from './decide-round.ts';
import { freezableAt, roundState } from './round-state.ts';

const request: RoundRequest = {
  id: 'autumn-2025',
  survey: 'amk-career',
  version: 2,
  cohort: '2020',
  opens: '2025-10-08T09:00',
  closes: '2025-11-09',
  zone: 'Europe/Helsinki',
  toleranceHours: 24,
};

describe('a new round', () => {
  test('has the times of its zone', () => {
    expect(decideRound(request)).toEqual({
      kind: 'round',
      row: {
        id: 'autumn-2025',
        survey: 'amk-career',
        version: 2,
        cohort: '2020',
        tolerance_hours: 24,
        opens_at: new Date('2025-10-08T06:00Z'),
        closes_at: new Date('2025-11-09T22:00Z'),
        time_zone: 'Europe/Helsinki',
      },
    });
  });

  test('is refused with every reason at once', () => {
    const decision = decideRound({
      ...request,
      id: 'Autumn 2025',
      cohort: '20',
      toleranceHours: 1000,
      opens: 'x',
      closes: 'y',
    });
    expect(decision).toMatchObject({ kind: 'invalid' });
    expect(decision.kind === 'invalid' && decision.problems.map((problem) => problem.split(' ')[0])).toEqual([
      'id',
      'cohort',
      'tolerance',
      'opening',
      'closing',
    ]);
  });

  test.each([
    [{ closes: '2025-10-08T09:00' }, 'closes before it opens'],
    [{ zone: 'Helsinki' }, 'name of a time zone'],
    [{ toleranceHours: 1.5 }, 'whole number'],
    [{ toleranceHours: Number.NaN }, 'whole number'],
    [{ id: '-x' }, 'id "-x"'],
  ])('%j is refused', (change, reason) => {
    const decision = decideRound({ ...request, ...change });
    expect(decision.kind === 'invalid' ? decision.problems.join() : '').toContain(reason);
  });
});

test('the times of a round decide its state', () => {
  const round = {
    opens_at: new Date('2025-10-08T06:00Z'),
    closes_at: new Date('2025-11-09T22:00Z'),
    tolerance_hours: 24,
    freeze_step: 0,
    frozen_on: null,
    draft: false,
    discarded_on: null,
    extended_to: null,
  };
  const states = [
    '2025-10-08T05:59Z',
    '2025-10-08T06:00Z',
    '2025-11-09T21:59Z',
    '2025-11-09T22:00Z',
    '2025-11-10T22:00Z',
  ];
  expect(states.map((now) => roundState(round, new Date(now)))).toEqual([
    'planned',
    'open',
    'open',
    'closing',
    'closed',
  ]);
  expect(freezableAt(round)).toEqual(new Date('2025-11-10T22:00Z'));
  const longer = { ...round, extended_to: new Date('2025-11-20T22:00Z') };
  expect(freezableAt(longer)).toEqual(new Date('2025-11-21T22:00Z'));
  expect(roundState(longer, new Date('2025-11-21T21:59Z'))).toBe('closing');
  expect(roundState({ ...round, draft: true }, new Date('2025-10-20T06:00Z'))).toBe('draft');
  expect(roundState({ ...round, draft: true, discarded_on: '2025-10-01' }, new Date())).toBe('discarded');
  expect(roundState({ ...round, freeze_step: 2 }, new Date())).toBe('freezing');
  expect(roundState({ ...round, freeze_step: 5, frozen_on: '2025-11-11' }, new Date())).toBe('frozen');
});
