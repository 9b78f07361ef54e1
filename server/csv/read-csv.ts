import { readLines, type Line } from './read-lines.ts';
import type { RowProblem } from './row-problem.ts';
import { splitRecord, togglesQuotation, type Separator } from './split-record.ts';

/** A column that the importers skip: the reasons in a file of rejected rows. */
export const PROBLEM_COLUMN = '_problem';

/**
 * One record. `cells` are the fields as they stand in the file (for a file of rejected rows);
 * a broken record's whole text is its only cell when it cannot be split.
 */
export type CsvRecord =
  | { kind: 'row'; line: number; row: Readonly<Record<string, string>>; cells: readonly string[] }
  | { kind: 'broken'; line: number; cells: readonly string[]; problem: RowProblem };

export type CsvFile = { columns: readonly string[]; separator: Separator; records: AsyncIterable<CsvRecord> };
export type OpenedCsv = { kind: 'file'; file: CsvFile } | { kind: 'unusable'; problem: RowProblem };

/** A record of more lines than this has lost a quotation mark. */
const MOST_LINES = 200;
const FEWEST_TELLING_COLUMNS = 5;

/**
 * Opens a file of rows: UTF-8 with or without a byte order mark, `,` or `;` (told by the header),
 * columns in any order. A record that is broken (a lost quotation mark, bytes that are no UTF-8, a
 * wrong number of columns) is reported with its line, and reading goes on with the next line, so that
 * one mistake never costs another row. Rows without any text are skipped.
 */
export async function openCsv(path: string, options: { linesInTexts: boolean }): Promise<OpenedCsv> {
  const lines = readLines(path);
  let first: IteratorResult<Line>;
  try {
    first = await lines.next();
  } catch (error) {
    return unusable(path, whyUnreadable(error));
  }
  if (first.done) return unusable(path, 'the file is empty');
  const header = readHeader(first.value);
  if (header.kind === 'unusable') {
    await lines.return(undefined);
    return header;
  }
  const { columns, separator } = header;
  return { kind: 'file', file: { columns, separator, records: readRecords(lines, header, options.linesInTexts) } };
}

type Header = { columns: string[]; separator: Separator };

function readHeader(line: Line): ({ kind: 'header' } & Header) | Extract<OpenedCsv, { kind: 'unusable' }> {
  if (line.problem) return unusable(line.text, `${line.problem} (line 1 must name the columns)`);
  const separator = line.text.split(';').length > line.text.split(',').length ? ';' : ',';
  const split = splitRecord(line.text, separator);
  if (split.kind === 'broken') return unusable(line.text, split.reason);
  const columns = split.fields.map((name) => name.trim().toLowerCase());
  while (columns.at(-1) === '') columns.pop(); // a spreadsheet's empty columns
  if (columns.length === 0) return unusable('', 'line 1 is empty: it must name the columns');
  const blank = columns.indexOf('');
  if (blank >= 0) return unusable('', `column ${blank + 1} has no name`, `column ${blank + 1}`);
  const twice = columns.find((name, index) => columns.indexOf(name) !== index);
  if (twice !== undefined) return unusable(twice, 'two columns have this name', twice);
  return { kind: 'header', columns, separator };
}

async function* readRecords(lines: AsyncIterable<Line>, header: Header, linesInTexts: boolean) {
  let waiting: Line[] = [];
  for await (const line of lines) {
    waiting.push(line);
    waiting = yield* takeRecords(waiting, header, { linesInTexts, atEnd: false });
  }
  yield* takeRecords(waiting, header, { linesInTexts, atEnd: true });
}

/** The records that these lines hold. Returns the lines of one that may go on with the next line. */
function* takeRecords(
  lines: Line[],
  header: Header,
  { linesInTexts, atEnd }: { linesInTexts: boolean; atEnd: boolean },
): Generator<CsvRecord, Line[]> {
  let rest = lines;
  while (rest.length > 0) {
    const length = linesInTexts ? linesOfFirstRecord(rest) : 1;
    if (length === null && !atEnd && rest.length < MOST_LINES) return rest;
    const taken = rest.slice(0, length ?? 1);
    const record = toRecord(taken, header);
    if (record) yield record;
    // A broken record of several lines begins at a lost mark: the lines after its first may be sound.
    rest = rest.slice(record?.kind === 'broken' ? 1 : taken.length);
  }
  return [];
}

/** After how many lines every quotation mark is closed; null when not within these lines. */
function linesOfFirstRecord(lines: readonly Line[]): number | null {
  let isOpen = false;
  const end = lines.findIndex((line) => {
    if (togglesQuotation(line.text)) isOpen = !isOpen;
    return !isOpen || line.problem !== null;
  });
  return end < 0 ? null : end + 1;
}

/** The record of some lines; null for one without any text. A broken one tells of its first line. */
function toRecord(lines: readonly Line[], { columns, separator }: Header): CsvRecord | null {
  const [first] = lines;
  if (!first) return null;
  const broken = (cells: readonly string[], at: number, reason: string): CsvRecord => {
    const kept = lines.length > 1 ? [first.text] : cells;
    const problem = {
      line: first.number,
      column: columns[at] ?? `${at + 1}`,
      value: kept[at] ?? kept[0] ?? '',
      reason,
    };
    return { kind: 'broken', line: first.number, cells: kept, problem };
  };
  const damage = lines.find((line) => line.problem !== null)?.problem;
  if (damage) return broken([first.text], 0, damage);
  const split = splitRecord(lines.map((line) => line.text).join('\n'), separator);
  if (split.kind === 'broken') return broken([first.text], split.field, split.reason);
  if (lines.slice(1, -1).some((line) => isRowOfItsOwn(line, columns.length, separator))) {
    return broken(
      [first.text],
      split.fields.length - 1,
      'a quotation mark is opened and not closed before the next row',
    );
  }
  const { fields } = split;
  if (fields.every((field) => field.trim() === '')) return null;
  const surplus = fields.findIndex((field, index) => index >= columns.length && field.trim() !== '');
  const counts = `the row has ${fields.length} columns, and line 1 names ${columns.length}`;
  if (surplus >= 0) return broken(fields, surplus, counts);
  if (fields.length < columns.length) return broken(fields, fields.length, counts);
  const row = Object.fromEntries(columns.map((column, index) => [column, fields[index] ?? '']));
  return { kind: 'row', line: first.number, row, cells: fields };
}

/**
 * Two lost marks, rows apart, make one long text of all the rows between them. A line inside a text
 * that has exactly the file's number of columns is such a row; in prose it hardly happens.
 */
function isRowOfItsOwn(line: Line, columns: number, separator: Separator): boolean {
  if (columns < FEWEST_TELLING_COLUMNS) return false;
  const split = splitRecord(line.text, separator);
  return split.kind === 'fields' && split.fields.length === columns;
}

function unusable(value: string, reason: string, column = 'the first'): Extract<OpenedCsv, { kind: 'unusable' }> {
  return { kind: 'unusable', problem: { line: 1, column, value, reason } };
}

function whyUnreadable(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'this is a folder, not a file';
  if (code === 'EACCES') return 'the file may not be read by this user';
  return `the file cannot be read (${String(code ?? error)})`;
}
