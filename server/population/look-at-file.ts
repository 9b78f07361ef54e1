import { daysOf, recogniseRows, type FileSettings } from './file-settings.ts';
import { readDayAs } from './day-formats.ts';
import { withoutEmptyEnd } from './row-rules.ts';
import { firstLines } from './read-table.ts';
import { cellsOf } from './recognise-table.ts';

/** The beginning of a file as its settings have it. */
export type FileLook = {
  /** Names of columns, or none. */
  header: readonly string[];
  width: number;
  rows: readonly { line: number; cells: readonly string[] }[];
  /** A day that could as well be another, and as what it is read. */
  ambiguous: { value: string; day: string } | null;
};

const LINES_LOOKED_AT = 200;
const SHOWN_ROWS = 5;

/** Reads the beginning of a file: names of columns and the first rows below them. */
export async function lookAtFile(path: string, settings: FileSettings): Promise<FileLook> {
  const lines = await firstLines(path, settings, LINES_LOOKED_AT);
  const all = lines.map((text, index) => ({ line: index + 1, cells: cellsOf(text, settings.separator) }));
  const header = settings.header === 0 ? [] : withoutEmptyEnd(all[settings.header - 1]?.cells ?? []);
  const rows = all.filter(({ line, cells }) => line > settings.header && cells.some((cell) => cell.trim() !== ''));
  const width = header.length > 0 ? header.length : (rows[0]?.cells.length ?? 0);
  return { header, width, rows: rows.slice(0, SHOWN_ROWS), ambiguous: ambiguousDay(rows, settings) };
}

function ambiguousDay(rows: FileLook['rows'], settings: FileSettings): FileLook['ambiguous'] {
  const at = settings.columns.graduation_date;
  const cells = rows.map((row) => row.cells);
  const { other } = daysOf(cells, settings.columns);
  if (at === undefined || other === null) return null;
  for (const row of cells) {
    const value = row[at] ?? '';
    const [one, two] = [readDayAs(settings.days, value), readDayAs(other, value)];
    if (one.kind === 'day' && two.kind === 'day' && one.day !== two.day) return { value, day: one.day };
  }
  return null;
}

/** What follows from another separator, encoding or header: columns and days are recognised anew. */
export async function recogniseAgain(path: string, settings: FileSettings, header?: number): Promise<FileSettings> {
  const lines = await firstLines(path, settings, LINES_LOOKED_AT);
  const rows = lines.map((line) => cellsOf(line, settings.separator));
  return { ...settings, ...recogniseRows(rows, header) };
}
