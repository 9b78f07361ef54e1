import type { ChartConfiguration, ChartDataset } from 'chart.js';
import { standIn, type ChartColour } from './chart-colours.ts';

/** A point of a drawing's data: `x` on the chart's scale, `y` from −1 (below) to 1 (above). */
type At = { x: number | [number, number]; y: number };
export type RowChart = ChartConfiguration<'bar' | 'line', At[]>;

/** What one row of a figure shows, on a scale of its own. Later marks lie on earlier ones. */
export type RowMarks = {
  /** In units of the drawing; its width is `CHART_WIDTH`. */
  height: number;
  from: number;
  to: number;
  /** Distance of the grid lines, counted from `from`. */
  gridStep: number;
  marks: readonly Mark[];
};

/** A mark takes its `y` from −1 (below) to 1 (above); the middle is 0. */
export type Mark =
  | {
      kind: 'bar';
      from: number;
      to: number;
      y?: number;
      thickness: number;
      colour: ChartColour;
      text?: string;
      textColour?: ChartColour;
    }
  | { kind: 'line'; from: number; to: number; y?: number; width: number; colour: ChartColour }
  | { kind: 'point'; at: number; y?: number; shape: 'dot' | 'diamond' | 'triangle'; colour: ChartColour };

/** Units of a drawing from side to side, and how many of them are margin at each side. */
export const CHART_WIDTH = 400;
export const CHART_MARGIN = 12;

/**
 * The drawing of one row. Its configuration is made when it is asked for: most reports were drawn before. Not a class:
 * what goes to the process that draws is what the object has of its own.
 */
export function rowDrawing(row: RowMarks): { height: number; readonly chart: RowChart } {
  return {
    height: row.height,
    get chart() {
      return rowChart(row);
    },
  };
}

/** The Chart.js configuration of one row: data only, so that a browser could draw it as well. */
export function rowChart(row: RowMarks): RowChart {
  return {
    type: 'line',
    // Chart.js draws the last dataset first.
    data: { datasets: row.marks.map(toDataset).reverse() },
    options: {
      responsive: false,
      animation: false,
      events: [],
      devicePixelRatio: 1,
      clip: false,
      layout: { autoPadding: false, padding: { left: CHART_MARGIN, right: CHART_MARGIN } },
      plugins: { legend: { display: false }, tooltip: { enabled: false } },
      scales: {
        x: {
          type: 'linear',
          min: row.from,
          max: row.to,
          ticks: { display: false, stepSize: row.gridStep },
          grid: { drawTicks: false, color: standIn('grid'), lineWidth: 1 },
          border: { display: false },
        },
        y: { type: 'linear', min: -1, max: 1, display: false, offset: false },
      },
    },
  };
}

function toDataset(mark: Mark): ChartDataset<'bar' | 'line', At[]> {
  const y = mark.y ?? 0;
  switch (mark.kind) {
    case 'bar':
      return {
        type: 'bar',
        indexAxis: 'y',
        data: [{ x: [mark.from, mark.to], y }],
        backgroundColor: standIn(mark.colour),
        barThickness: mark.thickness,
        grouped: false,
        ...(mark.text === undefined ? {} : { label: mark.text, borderColor: standIn(mark.textColour ?? 'paper') }),
      };
    case 'line':
      return {
        type: 'line',
        data: [
          { x: mark.from, y },
          { x: mark.to, y },
        ],
        borderColor: standIn(mark.colour),
        borderWidth: mark.width,
        pointRadius: 0,
      };
    case 'point':
      return { type: 'line', data: [{ x: mark.at, y }], showLine: false, ...pointStyle(mark.shape, mark.colour) };
    default:
      return mark satisfies never;
  }
}

/** Shapes differ, so that colour is never the only sign: a full dot, a hollow diamond, a small full triangle, a ring. */
export function pointStyle(shape: 'dot' | 'diamond' | 'triangle' | 'ring', colour: ChartColour) {
  const full = { pointBackgroundColor: standIn(colour), pointBorderWidth: 0 };
  switch (shape) {
    case 'dot':
      return { ...full, pointStyle: 'circle' as const, pointRadius: 7 };
    case 'diamond':
      return {
        pointStyle: 'rectRot' as const,
        pointRadius: 7,
        pointBackgroundColor: standIn('paper'),
        pointBorderColor: standIn(colour),
        pointBorderWidth: 3,
      };
    case 'triangle':
      return { ...full, pointStyle: 'triangle' as const, pointRadius: 6 };
    case 'ring':
      return {
        pointStyle: 'circle' as const,
        pointRadius: 6,
        pointBackgroundColor: standIn('paper'),
        pointBorderColor: standIn(colour),
        pointBorderWidth: 2,
      };
    default:
      return shape satisfies never;
  }
}
