import { describe, expect, test } from '@jest/globals';
import { decideIntake, decideState, type State } from './decide-state.ts';

const round = {
  opens_at: new Date('2026-11-02T07:00:00Z'),
  closes_at: new Date('2026-11-30T22:00:00Z'),
  tolerance_hours: 24,
};
const BEFORE = new Date('2026-11-02T06:59:59.999Z');
const OPENING = new Date('2026-11-02T07:00:00Z');
const LAST = new Date('2026-11-30T21:59:59.999Z');
const CLOSING = new Date('2026-11-30T22:00:00Z');
const LATEST = new Date('2026-12-01T21:59:59.999Z');
const OVER = new Date('2026-12-01T22:00:00Z');

const draft = { submitted_on: null };
const sent = { submitted_on: '2026-11-12' };

describe('the state of a link', () => {
  test.each<[Date, string | null, { submitted_on: string | null } | null, State]>([
    [BEFORE, null, null, 'not-open'],
    [OPENING, null, null, 'new'],
    [OPENING, null, draft, 'started'],
    [LAST, null, sent, 'submitted'],
    [LAST, '2026-11-10', null, 'refused'],
    [LAST, '2026-11-10', sent, 'refused'],
    [CLOSING, null, null, 'closed'],
    [CLOSING, null, draft, 'closed'],
    [CLOSING, '2026-11-10', null, 'closed'],
    [CLOSING, '2026-11-10', sent, 'closed-submitted'],
    [OVER, null, sent, 'closed-submitted'],
  ])('at %p, refused %p, record %p: %s', (now, refusedOn, response, state) => {
    expect(decideState({ round, refusedOn, response }, now)).toBe(state);
  });
});

describe('whether a posted page is taken', () => {
  test.each([
    [BEFORE, null, 'no'],
    [OPENING, null, 'open'],
    [LAST, null, 'open'],
    [CLOSING, null, 'late'],
    [LATEST, null, 'late'],
    [OVER, null, 'no'],
    [LAST, '2026-11-10', 'no'],
    [CLOSING, '2026-11-10', 'no'],
  ])('at %p, refused %p: %s', (now, refusedOn, intake) => {
    expect(decideIntake({ round, refusedOn }, now)).toBe(intake);
  });

  test('without a tolerance nothing is late', () => {
    expect(decideIntake({ round: { ...round, tolerance_hours: 0 }, refusedOn: null }, CLOSING)).toBe('no');
  });
});
