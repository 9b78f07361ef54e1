import { z } from 'zod';
import { DAY_FORMATS, recogniseDays, type DayFormat } from './day-formats.ts';
import { FIELDS, isRequired, type Field } from './fields.ts';
import { ENCODINGS } from './recognise-encoding.ts';
import { cellsOf, recogniseColumns, recogniseHeader, recogniseSeparator, SEPARATORS } from './recognise-table.ts';

/** The place of a column; more than this no table of people has. */
const MOST_COLUMNS = 500;

/** How a file is read: guessed from it, shown, and changed by a person. */
export const settingsSchema = z.object({
  encoding: z.enum(ENCODINGS),
  /** Lines end with a carriage return alone. */
  cr: z.boolean(),
  separator: z.enum(SEPARATORS),
  /** The row that names the columns; 0 = none, and every row is a person. */
  header: z.int().min(0).max(50),
  days: z.enum(DAY_FORMATS),
  columns: z.partialRecord(z.enum(FIELDS), z.int().min(0).max(MOST_COLUMNS)),
});
export type FileSettings = z.infer<typeof settingsSchema>;

/** How the text of a file is told apart: enough to read its lines. */
export type TextSettings = Pick<FileSettings, 'encoding' | 'cr'>;

/** Everything that can be told from the first lines of a file. */
export function recogniseSettings(text: TextSettings, lines: readonly string[]): FileSettings {
  const separator = recogniseSeparator(lines);
  return { ...text, separator, ...recogniseRows(lines.map((line) => cellsOf(line, separator))) };
}

/** The rest, once it is known where cells end. */
export function recogniseRows(
  rows: readonly (readonly string[])[],
  header = recogniseHeader(rows),
): Pick<FileSettings, 'header' | 'days' | 'columns'> {
  const columns = header === 0 ? {} : recogniseColumns(rows[header - 1] ?? []);
  return { header, columns, days: daysOf(rows.slice(header), columns).format };
}

/** The format of the days of graduation in these rows, and another that reads them as well. */
export function daysOf(
  rows: readonly (readonly string[])[],
  columns: FileSettings['columns'],
): { format: DayFormat; other: DayFormat | null } {
  const at = columns.graduation_date;
  return recogniseDays(at === undefined ? [] : rows.map((cells) => cells[at] ?? ''));
}

/** What stands in the way of reading the file: fields without a column, and columns for two fields. */
export function settingsProblems({ columns }: Pick<FileSettings, 'columns'>): { missing: Field[]; twice: Field[] } {
  const missing = FIELDS.filter((field) => isRequired(field) && columns[field] === undefined);
  const twice = FIELDS.filter(
    (field, index) =>
      columns[field] !== undefined && FIELDS.slice(0, index).some((other) => columns[other] === columns[field]),
  );
  return { missing, twice };
}
