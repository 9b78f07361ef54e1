import type { ChartDataset } from 'chart.js';
import { standIn, type ChartColour } from './chart-colours.ts';
import { pointStyle, type RowChart } from './row-chart.ts';

type At = readonly [number, number];
export type Axis = { from: number; to: number; ticks: readonly { at: number; label: string }[] };

/** What a drawing with two axes shows. Later marks lie on earlier ones. Labels are figures, never words. */
export type PlaneMarks = { height: number; x: Axis; y: Axis; marks: readonly PlaneMark[] };
export type PlaneMark =
  | { kind: 'path'; points: readonly At[]; width: number; colour: ChartColour; dash?: readonly [number, number] }
  /** A closed area. */
  | { kind: 'area'; points: readonly At[]; colour: ChartColour }
  | { kind: 'point'; at: At; shape: 'dot' | 'diamond' | 'triangle' | 'ring'; colour: ChartColour; size?: number }
  | { kind: 'text'; at: At; text: string; colour: ChartColour };

/** Units around the axes, where their labels stand. */
const LEFT = 46;
const RIGHT = 16;
const TOP = 14;
const BOTTOM = 28;
const GAP = 13;

/** The Chart.js configuration of a drawing with two axes: data only, like that of one row. */
export function planeChart({ height, x, y, marks }: PlaneMarks): RowChart {
  const unit = {
    x: (x.to - x.from) / (400 - LEFT - RIGHT),
    y: (y.to - y.from) / (height - TOP - BOTTOM),
  };
  const grid = (points: readonly At[]): PlaneMark => ({ kind: 'path', points, width: 1, colour: 'grid' });
  const all: PlaneMark[] = [
    ...y.ticks.map(({ at }) =>
      grid([
        [x.from, at],
        [x.to, at],
      ]),
    ),
    ...marks,
    ...y.ticks.map(({ at, label }) => text([x.from - (GAP + label.length * 4.5) * unit.x, at], label)),
    ...x.ticks.map(({ at, label }) => text([at, y.from - (BOTTOM - GAP) * unit.y], label)),
  ];
  return {
    type: 'line',
    // Chart.js draws the last dataset first.
    data: { datasets: all.map(toDataset).reverse() },
    options: {
      responsive: false,
      animation: false,
      events: [],
      devicePixelRatio: 1,
      clip: false,
      layout: { autoPadding: false, padding: { left: LEFT, right: RIGHT, top: TOP, bottom: BOTTOM } },
      plugins: { legend: { display: false }, tooltip: { enabled: false } },
      scales: {
        x: { type: 'linear', min: x.from, max: x.to, display: false },
        y: { type: 'linear', min: y.from, max: y.to, display: false },
      },
    },
  };
}

function text(at: At, label: string): PlaneMark {
  return { kind: 'text', at, text: label, colour: 'link' };
}

function toDataset(mark: PlaneMark): ChartDataset<'line', { x: number; y: number }[]> {
  const bare = { type: 'line', pointRadius: 0 } as const;
  switch (mark.kind) {
    case 'path':
      return {
        ...bare,
        data: mark.points.map(toPoint),
        borderColor: standIn(mark.colour),
        borderWidth: mark.width,
        ...(mark.dash ? { borderDash: [...mark.dash] } : {}),
      };
    case 'area':
      return {
        ...bare,
        data: mark.points.map(toPoint),
        fill: 'shape',
        backgroundColor: standIn(mark.colour),
        borderWidth: 0,
      };
    case 'point':
      return {
        type: 'line',
        data: [toPoint(mark.at)],
        showLine: false,
        ...pointStyle(mark.shape, mark.colour),
        ...(mark.size === undefined ? {} : { pointRadius: mark.size }),
      };
    case 'text':
      return {
        ...bare,
        data: [toPoint(mark.at)],
        showLine: false,
        label: mark.text,
        borderColor: standIn(mark.colour),
      };
    default:
      return mark satisfies never;
  }
}

function toPoint([x, y]: At): { x: number; y: number } {
  return { x, y };
}
