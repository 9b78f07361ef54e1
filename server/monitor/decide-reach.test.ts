import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideReach, type ComingStep, type DegreeCount } from './decide-reach.ts';
import { isBehind } from './decide-behind.ts';
import { bandOf, LEAST } from './decide-bands.ts';

const THRESHOLD = 5;
const step = (code: string, audience: ComingStep['audience'], day: number): ComingStep => ({
  code,
  audience,
  reach: 'all',
  at: new Date(Date.UTC(2026, 9, day)),
});
const STEPS = [step('first', 'not_started', 12), step('begun', 'partial', 13), step('second', 'not_answered', 19)];
const degree = fc
  .record({
    target: fc.integer({ min: 1, max: 40 }),
    refused: fc.integer({ min: 0, max: 40 }),
    started: fc.integer({ min: 0, max: 40 }),
    sent: fc.integer({ min: 0, max: 40 }),
  })
  .map((one): DegreeCount => {
    const started = Math.min(one.started, one.target);
    return {
      target: one.target,
      started,
      sent: Math.min(one.sent, started),
      refused: Math.min(one.refused, one.target - started),
    };
  });

describe('what reports are out of reach', () => {
  test('by hand: two are under, one of them can be opened, and the reminder to all who have not sent serves it', () => {
    const degrees = [
      { target: 40, refused: 0, started: 20, sent: 18 },
      { target: 14, refused: 1, started: 6, sent: 3 },
      { target: 12, refused: 9, started: 2, sent: 1 },
      { target: 6, refused: 0, started: 1, sent: 1 },
    ];
    expect(decideReach(degrees, STEPS, THRESHOLD)).toEqual({
      under: 2,
      openable: 1,
      needed: 5,
      small: 1,
      best: { step: 'second', at: new Date(Date.UTC(2026, 9, 19)), people: 13 },
    });
    expect(decideReach([], STEPS, THRESHOLD)).toMatchObject({ under: 0, needed: 0, best: null });
  });

  test('so many answers open every one of them, and one degree’s answers are never told', () => {
    fc.assert(
      fc.property(fc.array(degree, { maxLength: 12 }), (degrees) => {
        const { under, openable, needed, best } = decideReach(degrees, STEPS, THRESHOLD);
        const open = degrees.filter(
          ({ target, refused, sent }) => target >= LEAST && sent < THRESHOLD && target - refused >= THRESHOLD,
        );
        expect(openable).toBe(open.length);
        expect(under).toBeGreaterThanOrEqual(openable);
        expect(needed).toBeGreaterThanOrEqual(open.reduce((sum, { sent }) => sum + THRESHOLD - sent, 0));
        expect(needed % 5).toBe(0);
        if (best) expect(openable).toBeGreaterThan(0);
        // Whatever the others miss, at least one each and five at most, any degree may miss all five or one alone.
        if (openable > 0) {
          expect(needed - (openable - 1)).toBeGreaterThanOrEqual(THRESHOLD);
          expect(needed - 4 - THRESHOLD * (openable - 1)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('one answer more changes what is told at full fives alone', () => {
    const openOf = (sent: number) =>
      decideReach([{ target: 30, refused: 0, started: 12, sent }, { target: 30, refused: 0, started: 12, sent: 2 }], STEPS, THRESHOLD); // prettier-ignore
    const told = [0, 1, 2, 3, 4].map((sent) => JSON.stringify(openOf(sent)));
    expect(new Set(told).size).toBeLessThanOrEqual(2);
  });
});

describe('behind the last round', () => {
  const now = (sent: number, target: number) => ({ target, band: bandOf(sent, target) ?? { low: 0, high: target } });
  test('clearly, with many people', () => {
    expect(isBehind(now(28, 140), { target: 140, sent: 55 })).toBe(true);
    expect(isBehind(now(41, 112), { target: 118, sent: 40 })).toBe(false);
    expect(isBehind(now(2, 29), { target: 140, sent: 100 })).toBe(false);
    expect(isBehind(now(28, 140), null)).toBe(false);
  });

  test('is a function of the band: no answer within it changes it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 400 }), fc.nat(), fc.nat(), (target, some, other) => {
        const count = some % target;
        const before = { target, sent: Math.floor((other % target) / 5) * 5 };
        const [one, next] = [now(count, target), now(count + 1, target)];
        if (one.band.low === next.band.low) expect(isBehind(one, before)).toBe(isBehind(next, before));
      }),
    );
  });
});
