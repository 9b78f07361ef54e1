import type { SafeFigure } from '../disclosure/safe-table.ts';
import type { Drawing } from './figure.ts';
import { planeChart, type PlaneMark } from './plane-chart.ts';
import type { Series, SeriesPoint } from './trend-series.ts';

/** The values that a drawing spans, with the labels of its lines. */
export type Span = { from: number; to: number; ticks: readonly { at: number; label: string }[] };

const HEIGHT = 190;
type At = [number, number];

/**
 * A series over its rounds: line, points and band of the degree, the field beside it, a broken line upright
 * where the question changed. What is hidden leaves a gap.
 */
export function trendDrawing(
  { points, segments }: Series,
  periods: readonly string[],
  { from, to, ticks }: Span,
): Drawing {
  const inside = (value: number) => Math.min(to, Math.max(from, value));
  const placeOf = new Map(points.map((point, index) => [point.period, index]));
  const marks: PlaneMark[] = [];
  for (const [index, segment] of segments.entries()) {
    const runs = segment.runs.map((run) =>
      run.flatMap((at) => segment.points.find((one) => placeOf.get(one.period) === at) ?? []),
    );
    for (const run of runs) marks.push(...runMarks(run, placeOf, inside));
    const before = segments[index - 1]?.points.at(-1);
    const first = segment.points[0];
    if (segment.link && before && first)
      marks.push(breakMark(((placeOf.get(before.period) ?? 0) + (placeOf.get(first.period) ?? 0)) / 2, { from, to }));
    for (const point of segment.points)
      marks.push(...pointMarks(point, placeOf.get(point.period) ?? 0, segment.marker));
  }
  const x = {
    from: -0.5,
    to: periods.length - 0.5,
    ticks: periods.map((period, index) => ({ at: index, label: shortPeriod(period) })),
  };
  return { height: HEIGHT, chart: planeChart({ height: HEIGHT, x, y: { from, to, ticks }, marks }) };
}

function runMarks(
  run: readonly SeriesPoint[],
  placeOf: ReadonlyMap<string, number>,
  inside: (value: number) => number,
): PlaneMark[] {
  const of = (side: 'own' | 'field') =>
    run.flatMap((point): { at: number; figure: SafeFigure }[] => {
      const figure = point[side];
      return figure ? [{ at: placeOf.get(point.period) ?? 0, figure }] : [];
    });
  const [own, field] = [of('own'), of('field')];
  const ends = own.flatMap(({ at, figure }) =>
    figure.low === null || figure.high === null ? [] : [{ at, low: inside(figure.low), high: inside(figure.high) }],
  );
  const band: At[] = [
    ...ends.map(({ at, low }): At => [at, low]),
    ...ends.toReversed().map(({ at, high }): At => [at, high]),
  ];
  const whiskers = ends.map(({ at, low, high }): PlaneMark => ({
    kind: 'path',
    points: [
      [at, low],
      [at, high],
    ],
    width: 5,
    colour: 'band',
  }));
  const path = (side: typeof own, colour: 'own' | 'field', dash?: readonly [number, number]): PlaneMark[] =>
    side.length > 1
      ? [
          {
            kind: 'path',
            points: side.map(({ at, figure }): At => [at, figure.value]),
            width: 2,
            colour,
            ...(dash ? { dash } : {}),
          },
        ]
      : [];
  return [
    ...(ends.length > 1 ? [{ kind: 'area' as const, points: band, colour: 'band' as const }] : whiskers),
    ...path(field, 'field', [5, 4]),
    ...path(own, 'own'),
  ];
}

function pointMarks({ own, field }: SeriesPoint, at: number, marker: 'filled' | 'hollow'): PlaneMark[] {
  return [
    ...(field
      ? [
          {
            kind: 'point' as const,
            at: [at, field.value] as const,
            shape: 'diamond' as const,
            colour: 'field' as const,
            size: 5,
          },
        ]
      : []),
    ...(own
      ? [
          {
            kind: 'point' as const,
            at: [at, own.value] as const,
            shape: marker === 'filled' ? ('dot' as const) : ('ring' as const),
            colour: 'own' as const,
            size: 6,
          },
        ]
      : []),
  ];
}

function breakMark(at: number, { from, to }: { from: number; to: number }): PlaneMark {
  return {
    kind: 'path',
    points: [
      [at, from],
      [at, to],
    ],
    width: 2,
    colour: 'link',
    dash: [3, 4],
  };
}

/** '2020', '18–19': what fits under a point. */
function shortPeriod(period: string): string {
  const [from = '', to] = period.split('-');
  return to === undefined ? from : `${from.slice(-2)}–${to.slice(-2)}`;
}
