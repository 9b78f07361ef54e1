import { parsePopulationRow, type PopulationRow } from '../invitations/population-file.ts';
import type { PopulationReason } from '../invitations/population-reasons.ts';
import type { Register } from '../invitations/register.ts';
import { readDayAs, type DayFormat } from './day-formats.ts';
import { FIELDS, type Field } from './fields.ts';
import type { FileSettings } from './file-settings.ts';
import type { RowFault, TableRow } from './read-table.ts';
import { readYes } from '../invitations/read-flags.ts';
import type { Tidier } from './tidy-values.ts';

/** Why a row is not taken, for every language alike. */
export type ImportReason =
  | PopulationReason
  | { code: RowFault }
  | { code: 'cells'; found: number; named: number }
  | { code: 'day_format'; format: DayFormat }
  | { code: 'yes_or_no' }
  | { code: 'not_yours' }
  /** The institution has said that it takes no part in the round. */
  | { code: 'no_part' }
  /** The round has institutions of the other kind. */
  | { code: 'mixed'; invented: boolean }
  | { code: 'duplicate'; line: number };

export type ImportProblem = { field: Field | null; value: string; why: ImportReason };

/** What a row says: a person, or everything that is wrong with it. */
export type ReadRow =
  | { kind: 'person'; person: PopulationRow; protected: boolean; deceased: boolean; invented: boolean }
  | { kind: 'rejected'; problems: ImportProblem[] };

export type RowRules = {
  settings: Pick<FileSettings, 'columns' | 'days'>;
  register: Register;
  tidy: Tidier;
  /** How many columns the table has. */
  width: number;
  /** Whose people may be in the file; null = everybody's. */
  institutions: ReadonlySet<string> | null;
  /** Institutions that take no part in the round. */
  absent: ReadonlySet<string>;
};

const LONGEST_VALUE = 200;

/** Reads one row of an uploaded table. Nothing of it is looked up: what it takes to judge it is in the rules. */
export function readRow(rules: RowRules, { line, cells, fault }: TableRow): ReadRow {
  if (fault) return rejected(null, cells[0] ?? '', { code: fault });
  const surplus = cells.slice(rules.width).some((cell) => cell.trim() !== '');
  if (surplus || cells.length < rules.width) {
    return rejected(null, cells[0] ?? '', { code: 'cells', found: cells.length, named: rules.width });
  }
  const problems: ImportProblem[] = [];
  const row: Partial<Record<Field, string>> = {};
  for (const field of FIELDS) {
    const at = rules.settings.columns[field];
    if (at !== undefined) row[field] = rules.tidy(field, cells[at] ?? '');
  }
  row.graduation_date = isoDay(rules, row.graduation_date ?? '', problems);
  const flags = { protected: yes('protected', row, problems), deceased: yes('deceased', row, problems) };
  const parsed = parsePopulationRow(rules.register, row, line);
  if (parsed.kind === 'invalid') {
    for (const { column, value, why } of parsed.problems) {
      const field = FIELDS.find((one) => one === column) ?? null;
      const isToldAlready = problems.some((problem) => problem.field === field);
      if (!isToldAlready) problems.push({ field, value: value.slice(0, LONGEST_VALUE), why });
    }
    return { kind: 'rejected', problems: inOrder(problems) };
  }
  const { person, invented } = parsed;
  if (rules.institutions && !rules.institutions.has(person.institution)) {
    problems.push({ field: 'institution', value: person.institution, why: { code: 'not_yours' } });
  } else if (rules.absent.has(person.institution)) {
    problems.push({ field: 'institution', value: person.institution, why: { code: 'no_part' } });
  }
  if (problems.length > 0) return { kind: 'rejected', problems: inOrder(problems) };
  return { kind: 'person', person, ...flags, invented };
}

/** The day as population.csv writes it; what is no day in the file's format is told, and left empty. */
function isoDay({ settings }: RowRules, value: string, problems: ImportProblem[]): string {
  if (value === '') return '';
  const read = readDayAs(settings.days, value);
  if (read.kind === 'day') return read.day;
  const why: ImportReason =
    read.why === 'no_such_day' ? { code: 'no_such_day' } : { code: 'day_format', format: settings.days };
  problems.push({ field: 'graduation_date', value: value.slice(0, LONGEST_VALUE), why });
  return '';
}

function yes(field: 'protected' | 'deceased', row: Partial<Record<Field, string>>, problems: ImportProblem[]): boolean {
  const value = row[field] ?? '';
  const isYes = readYes(value);
  if (isYes === null) problems.push({ field, value: value.slice(0, LONGEST_VALUE), why: { code: 'yes_or_no' } });
  return isYes ?? false;
}

function inOrder(problems: readonly ImportProblem[]): ImportProblem[] {
  const placeOf = ({ field }: ImportProblem) => (field === null ? -1 : FIELDS.indexOf(field));
  return problems.toSorted((one, other) => placeOf(one) - placeOf(other));
}

function rejected(field: Field | null, value: string, why: ImportReason): ReadRow {
  return { kind: 'rejected', problems: [{ field, value: value.slice(0, LONGEST_VALUE), why }] };
}
