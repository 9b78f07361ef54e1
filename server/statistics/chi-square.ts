import { sum } from './figure.ts';
import { chiSquareP } from './p-values.ts';

/** Pearson's statistic of a table, its degrees of freedom and p-value, and Cramér's V (0–1). */
export type Association = { statistic: number; df: number; p: number; cramersV: number };

/**
 * Pearson's chi-square test that the rows of a table (groups) have the same distribution over its
 * columns (categories), without continuity correction: Σ (count − expected)²/expected. Empty rows and
 * columns say nothing and are left out. V = √(χ²/(n · (least side − 1))). Poor where expected counts
 * are below 5: then `fisher`. Source: Pearson 1900; Cramér 1946. null with fewer than two rows or
 * columns that have answers. Throws a RangeError for rows of unlike length or a negative count.
 *
 * Example: chiSquare([[18, 7], [12, 10]]) → { statistic: 1.544214, df: 1, p: 0.213992, cramersV: 0.181261 }.
 */
export function chiSquare(rows: readonly (readonly number[])[]): Association | null {
  const width = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== width || row.some((count) => !(count >= 0)))) {
    throw new RangeError('a table has rows of one length, and no negative count');
  }
  const rowTotals = rows.map(sum);
  const columnTotals = Array.from({ length: width }, (_, column) => sum(rows.map((row) => row[column] ?? 0)));
  const n = sum(rowTotals);
  const height = rowTotals.filter((total) => total > 0).length;
  const breadth = columnTotals.filter((total) => total > 0).length;
  if (height < 2 || breadth < 2) return null;
  let statistic = 0;
  for (const [index, row] of rows.entries()) {
    for (const [column, count] of row.entries()) {
      const expected = ((rowTotals[index] ?? 0) * (columnTotals[column] ?? 0)) / n;
      if (expected > 0) statistic += (count - expected) ** 2 / expected;
    }
  }
  const df = (height - 1) * (breadth - 1);
  const cramersV = Math.sqrt(statistic / (n * (Math.min(height, breadth) - 1)));
  return { statistic, df, p: chiSquareP(statistic, df), cramersV: Math.min(1, cramersV) };
}
