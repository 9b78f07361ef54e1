import type { Drawing } from '../results/figure.ts';
import { planeChart, type Axis, type PlaneMark } from '../results/plane-chart.ts';

type Rate = { day: number; rate: number };
type Shown = {
  /** Rates at the end of each day; the first day ends at 1. */
  now: readonly Rate[];
  before: readonly Rate[];
  /** How many days the round is open. */
  days: number;
  /** In which day messages left, and in which they are to. */
  messages: { begun: readonly number[]; coming: readonly number[] };
  forecast: { value: number; low: number; high: number } | null;
};

const HEIGHT = 210;
const WEEK = 7;
/** Most labels under the drawing. */
const MOST_TICKS = 6;

/** How a round is answered, day by day, over the one before it, with what is expected at its end. */
export function curveDrawing(shown: Shown, percent: (value: number) => string): Drawing {
  const { now, before, days, messages, forecast } = shown;
  const rates = [...now, ...before].map(({ rate }) => rate);
  const y = rateAxis(Math.max(0.1, forecast?.high ?? 0, ...rates), percent);
  const x = dayAxis(days);
  const marks: PlaneMark[] = [
    ...pathOf(before, days, { colour: 'field', dash: [5, 4] }),
    ...pathOf(now, days, { colour: 'own' }),
    ...forecastMarks(forecast, days),
    ...lastPoint(now),
    ...messages.begun.map((at): PlaneMark => mark(at, 'triangle')),
    ...messages.coming.map((at): PlaneMark => mark(at, 'ring')),
  ];
  return { height: HEIGHT, chart: planeChart({ height: HEIGHT, x, y, marks }) };
}

function pathOf(
  rates: readonly Rate[],
  days: number,
  line: { colour: 'own' | 'field'; dash?: readonly [number, number] },
): PlaneMark[] {
  if (rates.length === 0) return [];
  const points = [{ day: 0, rate: 0 }, ...rates].filter(({ day }) => day <= days);
  return [{ kind: 'path', points: points.map(({ day, rate }) => [day, rate]), width: 2, ...line }];
}

function forecastMarks(forecast: Shown['forecast'], days: number): PlaneMark[] {
  if (!forecast) return [];
  const { value, low, high } = forecast;
  const points = [
    [days, low],
    [days, high],
  ] as const;
  return [
    { kind: 'path', points, width: 7, colour: 'interval' },
    { kind: 'point', at: [days, value], shape: 'ring', colour: 'own', size: 3 },
  ];
}

function lastPoint(rates: readonly Rate[]): PlaneMark[] {
  const last = rates.at(-1);
  return last ? [{ kind: 'point', at: [last.day, last.rate], shape: 'dot', colour: 'own', size: 5 }] : [];
}

function mark(day: number, shape: 'triangle' | 'ring'): PlaneMark {
  return { kind: 'point', at: [day, 0], shape, colour: 'link', size: 4 };
}

function rateAxis(most: number, percent: (value: number) => string): Axis {
  const step = most > 0.5 ? 0.2 : 0.1;
  const to = Math.min(1, Math.ceil(most / step - 1e-9) * step);
  const ticks = Array.from({ length: Math.round(to / step) + 1 }, (_, index) => ({
    at: index * step,
    label: percent(index * step),
  }));
  return { from: 0, to, ticks };
}

function dayAxis(days: number): Axis {
  const step = WEEK * Math.max(1, Math.ceil(days / WEEK / MOST_TICKS));
  const ticks = Array.from({ length: Math.floor(days / step) + 1 }, (_, index) => ({
    at: index * step,
    label: String(index * step),
  }));
  return { from: 0, to: days, ticks };
}
