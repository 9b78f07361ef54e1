import { stringify } from 'csv-stringify/sync';
import type { SafeTable } from '../disclosure/safe-table.ts';
import type { ReleaseMeta } from './release-meta.ts';
import { populationRows, TABLE_COLUMNS } from './release-rows.ts';

type TableMeta = Pick<ReleaseMeta, 'survey' | 'period'>;

/**
 * The text of tables.csv, made one population a step: a header, then the rows in code-point order
 * of their text (the order of a byte-wise sort of the file), so that the same figures are the same
 * bytes.
 */
export function* tablesCsvSteps(meta: TableMeta, table: SafeTable): Generator<void, string> {
  const chunks: string[] = [];
  for (const population of table.populations) {
    const rows = [...populationRows(meta, table, population)];
    // A quoted line break cannot occur: codes have none. So a line is a row.
    const lines = stringify(rows.map((row) => TABLE_COLUMNS.map((column) => row[column])))
      .trimEnd()
      .split('\n');
    chunks.push(lines.sort(byCodePoint).join('\n'));
    yield;
  }
  // The columns that name a population come first and differ, so whole populations can be put in order.
  return `${[TABLE_COLUMNS.join(','), ...chunks.sort(byCodePoint)].join('\n')}\n`;
}

/** Codes are ASCII, so that the order of UTF-16 units is the order of code points. */
function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
