import { nearest } from '../csv/nearest.ts';
import { openCsv, type CsvRecord } from '../csv/read-csv.ts';
import { readDay } from '../csv/read-day.ts';
import { shownValue, type RowProblem } from '../csv/row-problem.ts';
import { optionCodeSchema } from '../engine/question.ts';
import { LANGUAGES } from '../engine/text.ts';
import { tidyName, type FileProblem, type IncomingCode, type ReadCodes } from './incoming-code.ts';

const REQUIRED = ['code', 'label_fi'] as const;
const COLUMNS = [
  ...REQUIRED,
  'label_sv',
  'label_en',
  'valid_from',
  'valid_to',
  'replaced_by',
  'group',
  'level',
] as const;
type Row = Readonly<Record<string, string>>;

/**
 * Reads a file with the columns code, label_fi, label_sv, label_en, valid_from, valid_to, replaced_by, group and
 * level, of which only the first two must be there. `replaced_by` holds codes with spaces or | between them.
 */
export async function readCodesCsv(path: string, name: string): Promise<ReadCodes> {
  const opened = await openCsv(path, { linesInTexts: false });
  if (opened.kind === 'unusable') {
    const { value, reason } = opened.problem;
    const what = value === '' || value === path ? '' : `"${shownValue(value)}": `;
    return { kind: 'unusable', problems: [{ place: 'the file', reason: what + reason }] };
  }
  const { columns, records } = opened.file;
  const wrong = checkColumns(columns);
  if (wrong.length > 0) return { kind: 'unusable', problems: wrong };
  const problems: FileProblem[] = [];
  const codes = new Map<string, IncomingCode>();
  for await (const record of records) {
    const read = readRecord(record);
    if ('problems' in read) problems.push(...read.problems);
    else {
      const earlier = codes.get(read.code);
      if (earlier)
        problems.push({ place: read.place, reason: `the code "${read.code}" stands at ${earlier.place}, too` });
      else codes.set(read.code, read);
    }
  }
  if (problems.length === 0 && codes.size === 0)
    problems.push({ place: 'the file', reason: 'it holds no code at all' });
  if (problems.length > 0) return { kind: 'unusable', problems };
  return { kind: 'codes', codes: [...codes.values()], notices: [], source: `file ${name}` };
}

function checkColumns(columns: readonly string[]): FileProblem[] {
  const known: readonly string[] = COLUMNS;
  const missing = REQUIRED.filter((column) => !columns.includes(column));
  const unknown = columns.filter((column) => !known.includes(column));
  return [
    ...missing.map((column) => ({ place: 'line 1', reason: `the column ${column} is missing` })),
    ...unknown.map((column) => {
      const meant = nearest(column, COLUMNS);
      const hint = meant === null ? `columns are ${COLUMNS.join(', ')}` : `did you mean ${meant}?`;
      return { place: 'line 1', reason: `there is no column "${shownValue(column)}" in a file of codes; ${hint}` };
    }),
  ];
}

function fromRow({ line, column, value, reason }: RowProblem): FileProblem {
  return { place: `line ${line}`, reason: `column ${column}, "${shownValue(value)}": ${reason}` };
}

function readRecord(record: CsvRecord): IncomingCode | { problems: FileProblem[] } {
  if (record.kind === 'broken') return { problems: [fromRow(record.problem)] };
  const { row, line } = record;
  const cell = (column: string) => (row[column] ?? '').trim();
  const replacedBy = cell('replaced_by')
    .split(/[\s|]+/)
    .filter(Boolean);
  const problems = [
    ...[cell('code'), ...replacedBy].flatMap((code) => codeProblems(line, code)),
    ...['valid_from', 'valid_to'].flatMap((column) => dayProblems(line, column, cell(column))),
  ];
  if (problems.length > 0) return { problems };
  return {
    place: `line ${line}`,
    code: cell('code'),
    label: labelOf(row),
    validFrom: cell('valid_from') || null,
    validTo: cell('valid_to') || null,
    inForce: replacedBy.length === 0,
    earlierLabels: [],
    replacedBy: replacedBy.length > 0 ? replacedBy : null,
    group: cell('group') || null,
    level: cell('level') || null,
  };
}

function codeProblems(line: number, code: string): FileProblem[] {
  const parsed = optionCodeSchema.safeParse(code);
  if (parsed.success) return [];
  const reason =
    code === '' ? 'the row has no code' : `"${shownValue(code)}": ${parsed.error.issues[0]?.message ?? ''}`;
  return [{ place: `line ${line}`, reason }];
}

function dayProblems(line: number, column: string, text: string): FileProblem[] {
  if (text === '') return [];
  const read = readDay(text);
  return read.kind === 'day'
    ? []
    : [{ place: `line ${line}`, reason: `column ${column}, "${shownValue(text)}": ${read.reason}` }];
}

function labelOf(row: Row): IncomingCode['label'] {
  return Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const name = tidyName(row[`label_${language}`] ?? '');
      return name === '' ? [] : [[language, name]];
    }),
  );
}
