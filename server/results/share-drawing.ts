import type { SafeFigure } from '../disclosure/safe-table.ts';
import { comparedIn } from './cell-texts.ts';
import type { Drawing, Figure, FigureContext } from './figure.ts';
import { rowDrawing, type Mark } from './row-chart.ts';

const HEIGHT = 36;
const UPPER = 0.45;
const LOWER = -0.5;

/** How the groups beside this degree are drawn, in their order. */
const BESIDE = [
  { shape: 'diamond', colour: 'field' },
  { shape: 'triangle', colour: 'nation' },
] as const;

/** A share (0–1) as a bar from zero with its interval; below it those of the other groups, where shown. */
export function shareDrawing(own: SafeFigure, others: readonly (SafeFigure | null)[]): Drawing {
  const marks: Mark[] = [{ kind: 'bar', from: 0, to: own.value, y: UPPER, thickness: 15, colour: 'own' }];
  if (own.low !== null && own.high !== null) marks.push(...whisker(own.low, own.high, UPPER));
  for (const [index, sign] of BESIDE.entries()) {
    const other = others[index];
    if (other) marks.push({ kind: 'point', at: other.value, y: LOWER, ...sign });
  }
  return rowDrawing({ height: HEIGHT, from: 0, to: 1, gridStep: 0.25, marks });
}

/** An interval that stays visible on a bar and beside it: a line with a border of paper. */
export function whisker(from: number, to: number, y: number): Mark[] {
  return [
    { kind: 'line', from, to, y, width: 5, colour: 'paper' },
    { kind: 'line', from, to, y, width: 2, colour: 'link' },
  ];
}

/** The signs of `shareDrawing`. */
export function shareLegend(context: FigureContext): Figure['legend'] {
  const { texts } = context;
  const others = comparedIn(context).map((group) => texts.group[group]);
  return [
    { sign: 'bar', label: texts.group.own },
    { sign: 'whisker', label: texts.dumbbell.intervalKey },
    ...BESIDE.flatMap(({ shape }, index) => {
      const label = others[index];
      return label === undefined ? [] : [{ sign: shape, label }];
    }),
  ];
}
