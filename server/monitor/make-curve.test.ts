import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { STEP } from './decide-bands.ts';
import { CURVE_LEAST, curveOf, dayOfRound, makeCurves, sentBy, type DayCount } from './make-curve.ts';

const TIMES = { opens_at: new Date('2026-10-05T06:00:00Z'), time_zone: 'Europe/Helsinki' };
const dayAfter = (days: number) => new Date(Date.UTC(2026, 9, 5 + days)).toISOString().slice(0, 10);

const degree = fc.record({
  institution: fc.constantFrom('A', 'B'),
  degree: fc.constantFrom('x', 'y', 'z'),
  target: fc.integer({ min: 1, max: 90 }),
  days: fc.array(fc.record({ day: fc.nat({ max: 27 }), sent: fc.integer({ min: 1, max: 9 }) }), { maxLength: 8 }),
});
const rounds = fc.uniqueArray(degree, { selector: (one) => one.institution + one.degree, maxLength: 6 });
type Degree = { institution: string; degree: string; target: number; days: { day: number; sent: number }[] };
const daysOf = (round: readonly Degree[]): DayCount[] =>
  round.flatMap(({ institution, degree: code, days }) =>
    days.map(({ day, sent }) => ({ institution, degree: code, on: dayAfter(day), sent })),
  );

describe('the day of a round', () => {
  test('is counted by the clocks of its zone, over the end of summer time too', () => {
    expect(dayOfRound('2026-10-05', TIMES)).toBe(0);
    expect(dayOfRound('2026-10-26', TIMES)).toBe(21);
    // 23:30 of the day before by UTC is half past one of the next day in Finland.
    expect(dayOfRound('2026-10-06', { ...TIMES, opens_at: new Date('2026-10-04T22:30:00Z') })).toBe(1);
  });
});

describe('curves', () => {
  test('by hand', () => {
    const asked = [
      { institution: 'A', degree: 'x', target: 40 },
      { institution: 'A', degree: 'y', target: 12 },
    ];
    const days = daysOf([
      {
        institution: 'A',
        degree: 'x',
        target: 40,
        days: [
          { day: 1, sent: 6 },
          { day: 2, sent: 3 },
          { day: 3, sent: 2 },
        ],
      },
      { institution: 'A', degree: 'y', target: 12, days: [{ day: 2, sent: 4 }] },
    ]);
    const points = makeCurves(asked, days, TIMES);
    expect(curveOf(points, 'A', 'x').map(({ day, sent }) => [day, sent])).toEqual([[0, 0], [1, 5], [3, 10]]); // prettier-ignore
    expect(curveOf(points, 'A', 'y')).toEqual([]);
    expect(curveOf(points, '', '').map(({ day, sent }) => [day, sent])).toEqual([[0, 0], [1, 5], [2, 10], [3, 15]]); // prettier-ignore
    expect(sentBy(curveOf(points, 'A', ''), 2)).toEqual({ target: 52, sent: 10 });
    expect(sentBy([], 2)).toBeNull();
  });

  test('go up in full fives, of thirty people at least, and say of no day more than that', () => {
    fc.assert(
      fc.property(rounds, (round) => {
        const points = makeCurves(round, daysOf(round), TIMES);
        for (const { institution, degree: code, target, sent, day } of points) {
          expect(target).toBeGreaterThanOrEqual(CURVE_LEAST);
          expect(sent % STEP).toBe(0);
          const members = round.filter(
            (one) => (institution === '' || one.institution === institution) && (code === '' || one.degree === code),
          );
          expect(target).toBe(members.reduce((sum, one) => sum + one.target, 0));
          const exact = members
            .flatMap(({ days }) => days)
            .reduce((sum, one) => sum + (one.day <= day ? one.sent : 0), 0);
          expect(sent).toBe(Math.floor(Math.min(exact, target) / STEP) * STEP);
        }
        const curve = curveOf(points, '', '');
        expect(curve.every((point, index) => index === 0 || point.sent > (curve[index - 1]?.sent ?? 0))).toBe(true);
      }),
    );
  });
});
