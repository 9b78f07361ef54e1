import type { SafeFigure } from '../disclosure/safe-table.ts';
import type { Drawing, Figure } from './figure.ts';
import type { ReportTexts } from './texts/index.ts';
import { rowChart, type Mark } from './row-chart.ts';

const HEIGHT = 36;
const UPPER = 0.45;
const LOWER = -0.5;

/** A share (0–1) as a bar from zero with its interval; below it the field's and the nation's, where shown. */
export function shareDrawing(own: SafeFigure, field: SafeFigure | null, nation: SafeFigure | null): Drawing {
  const marks: Mark[] = [{ kind: 'bar', from: 0, to: own.value, y: UPPER, thickness: 15, colour: 'own' }];
  if (own.low !== null && own.high !== null) marks.push(...whisker(own.low, own.high, UPPER));
  if (field) marks.push({ kind: 'point', at: field.value, y: LOWER, shape: 'diamond', colour: 'field' });
  if (nation) marks.push({ kind: 'point', at: nation.value, y: LOWER, shape: 'triangle', colour: 'nation' });
  return { height: HEIGHT, chart: rowChart({ height: HEIGHT, from: 0, to: 1, gridStep: 0.25, marks }) };
}

/** An interval that stays visible on a bar and beside it: a line with a border of paper. */
export function whisker(from: number, to: number, y: number): Mark[] {
  return [
    { kind: 'line', from, to, y, width: 5, colour: 'paper' },
    { kind: 'line', from, to, y, width: 2, colour: 'link' },
  ];
}

/** The signs of `shareDrawing`. */
export function shareLegend(texts: ReportTexts): Figure['legend'] {
  return [
    { sign: 'bar', label: texts.group.own },
    { sign: 'whisker', label: texts.dumbbell.intervalKey },
    { sign: 'diamond', label: texts.group.field },
    { sign: 'triangle', label: texts.group.nation },
  ];
}
