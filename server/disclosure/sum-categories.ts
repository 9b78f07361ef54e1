import { wilson } from '../statistics/wilson.ts';
import type { SafeCell, SafeFigure } from './safe-table.ts';

/**
 * The share of several categories of one exact cell, with its 95 % Wilson interval (finite
 * population correction, `target` = N). An exact cell shows all its counts, and their sum tells
 * nothing more (rule R4). Codes that the cell does not have count for nothing.
 *
 * Example: counts 2, 3, 5 of n = 10, N = 20, the last two → { value: 0.8, low: 0.546…, high: 0.930… }.
 */
export function sumOfCategories(
  cell: Extract<SafeCell, { status: 'exact' }>,
  codes: readonly string[],
  target: number,
): SafeFigure | null {
  const chosen = cell.categories.filter(({ code }) => codes.includes(code));
  return wilson(
    chosen.reduce((sum, { count }) => sum + count, 0),
    cell.n,
    target,
  );
}
