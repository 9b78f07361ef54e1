import { zonedDay } from '../rounds/zoned-time.ts';
import { downToStep } from './decide-bands.ts';

/** Fewest people of a group whose days are kept for later rounds, and that is compared with an earlier one. */
export const CURVE_LEAST = 30;
const DAY_MS = 24 * 3_600_000;

/** How many of a group had answered by the end of a day of the round, rounded down to a full five. 0 = its first day. */
export type CurvePoint = { institution: string; degree: string; day: number; target: number; sent: number };
/** Answers that a degree sent on one day. */
export type DayCount = { institution: string; degree: string; on: string; sent: number };
type Asked = { institution: string; degree: string; target: number };
type Times = { opens_at: Date; time_zone: string };

/**
 * Which day of the round it is: 0 = the day on which it opened.
 *
 * @example dayOfRound('2026-10-06', { opens_at: new Date('2026-10-05T06:00Z'), time_zone: 'Europe/Helsinki' }) // 1
 */
export function dayOfRound(on: string, { opens_at, time_zone }: Times): number {
  const first = Date.parse(`${zonedDay(opens_at, time_zone)}T12:00:00Z`);
  return Math.max(0, Math.round((Date.parse(`${on}T12:00:00Z`) - first) / DAY_MS));
}

/**
 * The curves of the whole round ('' and ''), of each institution and of each degree of it, where thirty people or more
 * are asked: the first day, and each on which the number that is kept changes.
 */
export function makeCurves(asked: readonly Asked[], days: readonly DayCount[], times: Times): CurvePoint[] {
  const targets = new Map<string, Asked>();
  for (const { target, ...place } of asked)
    for (const group of groupsOf(place)) {
      const known = targets.get(nameOf(group));
      targets.set(nameOf(group), { ...group, target: (known?.target ?? 0) + target });
    }
  const byGroup = new Map<string, DayCount[]>();
  for (const day of days)
    for (const group of groupsOf(day)) {
      const known = byGroup.get(nameOf(group));
      if (known) known.push(day);
      else byGroup.set(nameOf(group), [day]);
    }
  return [...targets.values()].flatMap((group) =>
    group.target < CURVE_LEAST ? [] : makeCurve(group, byGroup.get(nameOf(group)) ?? [], times),
  );
}

/** The curve of one group. */
export function makeCurve(group: Asked, days: readonly Pick<DayCount, 'on' | 'sent'>[], times: Times): CurvePoint[] {
  const byDay = new Map<number, number>();
  for (const { on, sent } of days) {
    const day = dayOfRound(on, times);
    byDay.set(day, (byDay.get(day) ?? 0) + sent);
  }
  let sent = 0;
  let shown = -1;
  return [...new Set([0, ...byDay.keys()])]
    .toSorted((one, other) => one - other)
    .flatMap((day) => {
      sent += byDay.get(day) ?? 0;
      const next = downToStep(Math.min(sent, group.target));
      if (next === shown) return [];
      shown = next;
      return [{ ...group, day, sent: next }];
    });
}

/** The points of one group, by day. */
export function curveOf(points: readonly CurvePoint[], institution: string, degree: string): CurvePoint[] {
  return points
    .filter((one) => one.institution === institution && one.degree === degree)
    .toSorted((one, other) => one.day - other.day);
}

/** How many had answered by the end of a day; null without a curve. */
export function sentBy(curve: readonly CurvePoint[], day: number): { target: number; sent: number } | null {
  const [first] = curve;
  if (!first) return null;
  const last = curve.findLast((one) => one.day <= day);
  return { target: first.target, sent: last?.sent ?? 0 };
}

function groupsOf({ institution, degree }: { institution: string; degree: string }) {
  return [
    { institution: '', degree: '' },
    { institution, degree: '' },
    { institution, degree },
  ];
}

function nameOf({ institution, degree }: { institution: string; degree: string }): string {
  return `${institution}/${degree}`;
}
