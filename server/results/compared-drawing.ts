import type { SafeFigure } from '../disclosure/safe-table.ts';
import type { Line } from './compared-lines.ts';
import type { Drawing } from './figure.ts';
import type { MeasureScale } from './measure-scale.ts';
import { rowChart, type Mark } from './row-chart.ts';
import { shareDrawing } from './share-drawing.ts';

/** How the groups beside the degree are drawn, in their order. */
export const BESIDE = [
  { shape: 'diamond', colour: 'field' },
  { shape: 'triangle', colour: 'nation' },
] as const;

const HEIGHT = 36;
const [UPPER, LOWER] = [0.45, -0.5];

/** One line of a comparison: the degree above with its interval, up to two groups below. */
export function comparedDrawing(
  own: SafeFigure,
  others: readonly (SafeFigure | null)[],
  { line, scale }: { line: Line; scale: MeasureScale },
): Drawing {
  if (line.measure === 'share') return shareDrawing(own, others);
  const { from, to } = scale;
  const marks: Mark[] = [
    { kind: 'line', from, to, y: UPPER, width: 1, colour: 'grid' },
    {
      kind: 'line',
      from: Math.max(from, own.low ?? own.value),
      to: Math.min(to, own.high ?? own.value),
      y: UPPER,
      width: 5,
      colour: 'interval',
    },
    { kind: 'point', at: own.value, y: UPPER, shape: 'dot', colour: 'own' },
  ];
  for (const [index, sign] of BESIDE.entries()) {
    const other = others[index];
    if (other) marks.push({ kind: 'point', at: other.value, y: LOWER, ...sign });
  }
  return { height: HEIGHT, chart: rowChart({ height: HEIGHT, from, to, gridStep: scale.step, marks }) };
}
