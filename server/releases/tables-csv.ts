import { stringify } from 'csv-stringify/sync';
import type { SafeTable } from '../disclosure/safe-table.ts';
import type { ReleaseMeta } from './release-meta.ts';
import { releaseRows, TABLE_COLUMNS } from './release-rows.ts';

/**
 * The text of tables.csv: a header, then the rows in code-point order of their text (the order of a
 * byte-wise sort of the file), so that the same figures are the same bytes.
 */
export function tablesCsv(meta: Pick<ReleaseMeta, 'survey' | 'period'>, table: SafeTable): string {
  const lines = [...releaseRows(meta, table)].map((row) => stringify([TABLE_COLUMNS.map((column) => row[column])]));
  lines.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return stringify([[...TABLE_COLUMNS]]) + lines.join('');
}
