import type { SafeFigure } from '../disclosure/safe-table.ts';
import { answersText, exactCellOf, gapText, meanText, plainShareText, shareOf, shareText } from './cell-texts.ts';
import type { ExactCell } from './cell-texts.ts';
import type { FigureContext, Group, TableCell } from './figure.ts';

// The cells of tables: what is read, and the number behind it for files that hold numbers.

/** A share with its interval. A bound has no number: it is no figure to count with. */
export function shareCell(context: FigureContext, group: Group, id: string, codes: readonly string[]): TableCell {
  const text = shareText(context, group, id, codes);
  return { text, figure: shareOf(context, group, id, codes), unit: 'share' };
}

/** A share that is read without its interval. */
export function plainShareCell(context: FigureContext, group: Group, id: string, codes: readonly string[]): TableCell {
  const text = plainShareText(context, group, id, codes);
  return { text, figure: shareOf(context, group, id, codes), unit: 'share' };
}

/** A mean with its interval. */
export function meanCell(context: FigureContext, group: Group, id: string): TableCell {
  const figure = exactCellOf(context, group, id)?.measures.mean ?? null;
  return { text: meanText(context, group, id), figure, unit: 'mean' };
}

/** A gap with its interval. */
export function gapCell(context: FigureContext, group: Group, id: string): TableCell {
  const figure = exactCellOf(context, group, id)?.measures.gap ?? null;
  return { text: gapText(context, group, id), figure, unit: 'difference' };
}

/** How many answered. */
export function answersCell(context: FigureContext, cell: ExactCell | null): TableCell {
  return { text: answersText(context, cell), figure: point(cell?.n ?? null), unit: 'count' };
}

/** A number of answers, or the sign for one that is not shown. */
export function countCell({ texts, format }: FigureContext, count: number | null): TableCell {
  return { text: count === null ? texts.hidden : format.count(count), figure: point(count), unit: 'count' };
}

/** Words in the place of a figure. */
export function wordsCell(text: string): TableCell {
  return { text, figure: null, unit: null };
}

/** A figure without an interval. */
export function point(value: number | null): SafeFigure | null {
  return value === null ? null : { value, low: null, high: null };
}
