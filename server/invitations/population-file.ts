import { nearest } from '../csv/nearest.ts';
import { readDay } from '../csv/read-day.ts';
import type { RowProblem } from '../csv/row-problem.ts';
import { reasonIn, type PopulationReason } from './population-reasons.ts';
import type { CodeList, ListedCode } from '../engine/code-list.ts';
import type { RawRow } from '../engine/question-types/question-type.ts';
import { readPhone } from './phone.ts';
import { FLAG_COLUMNS, readYes, type Flags } from './read-flags.ts';
import { POPULATION_COLUMNS, REQUIRED_COLUMNS, type Register } from './register.ts';

/** A person of the target population, as a good row of population.csv says. null = empty. */
export type PopulationRow = {
  person_key: string;
  institution: string;
  degree: string;
  graduation_date: string;
  gender: string | null;
  birth_year: number | null;
  study_language: string | null;
  contact_language: string | null;
  email: string | null;
  phone: string | null;
};

/** `why` for every language, `reason` in English. */
export type PopulationProblem = RowProblem & { why: PopulationReason };

export type ParsedPopulationRow =
  { kind: 'person'; person: PopulationRow; invented: boolean } | { kind: 'invalid'; problems: PopulationProblem[] };

/** Nobody graduates younger; a later year of birth is a mistake. */
const YOUNGEST_GRADUATE = 15;
const LONGEST_KEY = 64;
const LONGEST_EMAIL = 254;

/** Reads one row of population.csv: the person, or everything that is wrong with the row. */
export function parsePopulationRow(register: Register, row: RawRow, line: number): ParsedPopulationRow {
  const problems: PopulationProblem[] = [];
  const read = <T>(column: string, parse: (value: string) => T | Refusal): T | null => {
    const value = (row[column] ?? '').trim();
    if (value === '' && !isRequired(column)) return null;
    const parsed = value === '' ? new Refusal({ code: 'empty' }) : parse(value);
    if (!(parsed instanceof Refusal)) return parsed;
    problems.push({ line, column, value, reason: reasonIn('en', parsed.why), why: parsed.why });
    return null;
  };
  const person_key = read('person_key', readKey);
  const institution = read('institution', listed(register.institutions, register.institutionList));
  const degree = read('degree', listed(register.degrees, register.degreeList));
  const graduation_date = read('graduation_date', readDate);
  const rest = {
    gender: read('gender', oneOf(register.values.get('gender'))),
    birth_year: read('birth_year', (value) => readBirthYear(value, graduation_date)),
    study_language: read('study_language', oneOf(register.values.get('study_language'))),
    contact_language: read('contact_language', oneOf(register.values.get('contact_language'))),
    email: read('email', readEmail),
    phone: read('phone', readKeptPhone),
  };
  if (person_key === null || !institution || !degree || graduation_date === null || problems.length > 0) {
    return { kind: 'invalid', problems };
  }
  const person = { person_key, institution: institution.code, degree: degree.code, graduation_date, ...rest };
  return { kind: 'person', person, invented: institution.invented === true };
}

/** Reads the columns that say whom nobody may write to; what says neither yes nor no is told, and never guessed. */
export function parseFlags(row: RawRow, line: number): { flags: Flags; problems: RowProblem[] } {
  const flags: Flags = { protected: false, deceased: false };
  const problems: RowProblem[] = [];
  for (const column of FLAG_COLUMNS) {
    const value = (row[column] ?? '').trim();
    const isYes = readYes(value);
    if (isYes === null) problems.push({ line, column, value, reason: 'write yes or no, or leave it empty' });
    flags[column] = isYes ?? false;
  }
  return { flags, problems };
}

/** The columns of a file: what is missing that must be there, and what will not be read. */
export function checkPopulationColumns(columns: readonly string[]): { problem: RowProblem | null; notices: string[] } {
  const known: readonly string[] = POPULATION_COLUMNS;
  const missing = REQUIRED_COLUMNS.filter((column) => !columns.includes(column));
  const absent = known.filter((column) => !columns.includes(column) && !isRequired(column));
  const flags: readonly string[] = FLAG_COLUMNS;
  const unknown = columns.filter((column) => ![...known, ...flags].includes(column) && !column.startsWith('_'));
  const [first] = missing;
  if (first !== undefined) {
    const meant = unknown.find((column) => nearest(column, missing) !== null);
    const hint = meant === undefined ? '' : ` (is "${meant}" that column?)`;
    const reason = `line 1 does not name this column${hint}; it must name ${REQUIRED_COLUMNS.join(', ')}`;
    return { problem: { line: 1, column: first, value: columns.join(',').slice(0, 200), reason }, notices: [] };
  }
  const notices = unknown.map((column) => {
    const meant = nearest(column, absent);
    return `Column "${column}" is not read and not stored.${meant === null ? '' : ` Did you mean ${meant}?`}`;
  });
  if (absent.length > 0) notices.push(`The file has no column ${absent.join(', ')}: left empty.`);
  return { problem: null, notices };
}

/** A value that cannot be used. */
export class Refusal {
  readonly why: PopulationReason;
  constructor(why: PopulationReason) {
    this.why = why;
  }
}

function isRequired(column: string): boolean {
  return (REQUIRED_COLUMNS as readonly string[]).includes(column); // a list of literals takes no other string
}

function readKey(value: string): string | Refusal {
  if ([...value].length > LONGEST_KEY) return new Refusal({ code: 'key_too_long', limit: LONGEST_KEY });
  if (/[\p{C}\p{Z}]/u.test(value)) return new Refusal({ code: 'key_characters' });
  return value;
}

function readDate(value: string): string | Refusal {
  const read = readDay(value);
  if (read.kind === 'day') return read.day;
  return new Refusal({ code: read.why });
}

function listed(codes: ReadonlyMap<string, ListedCode>, list: CodeList): (value: string) => ListedCode | Refusal {
  return (value) =>
    codes.get(value) ?? new Refusal({ code: 'not_in_list', list: list.name, meant: meantCode(value, list) });
}

/** What a wrong code may have meant: a code that is near, or the code of the name that stands there. */
function meantCode(value: string, list: CodeList): string | null {
  const named = list.codes.find(({ label }) =>
    Object.values(label).some((name) => name.toLowerCase() === value.toLowerCase()),
  );
  return (
    named?.code ??
    nearest(
      value,
      list.codes.map(({ code }) => code),
    )
  );
}

function oneOf(codes: readonly string[] | undefined): (value: string) => string | Refusal {
  return (value) => {
    if (codes === undefined) return /^[\w-]{1,40}$/.test(value) ? value : new Refusal({ code: 'no_code' });
    return codes.includes(value) ? value : new Refusal({ code: 'not_one_of', codes });
  };
}

function readBirthYear(value: string, graduation: string | null): number | Refusal {
  const year = /^(19|20)\d\d$/.test(value) ? Number(value) : null;
  if (year === null) return new Refusal({ code: 'no_year' });
  if (graduation === null) return year;
  const graduated = graduation.slice(0, 4);
  return year <= Number(graduated) - YOUNGEST_GRADUATE ? year : new Refusal({ code: 'born_too_late', graduated });
}

/** An address of mail as it is kept, or why it is none. */
export function readEmail(value: string): string | Refusal {
  if (value.length > LONGEST_EMAIL) return new Refusal({ code: 'email_too_long', limit: LONGEST_EMAIL });
  if (value.split('@').length > 2) return new Refusal({ code: 'email_two_ats' });
  const isShaped = /^[^\s@,;<>()"\p{C}]+@[^\s@,;<>()"\p{C}]+\.[^\s@.,;<>()"\p{C}]{2,}$/u.test(value);
  return isShaped ? value : new Refusal({ code: 'no_email' });
}

/** A number as people write it, as it is kept, or why it is none. */
export function readTypedPhone(value: string): string | Refusal {
  return readPhone(value) ?? new Refusal({ code: 'no_phone' });
}

/** A number as it is kept, '+358401234567', and no other way, or why it is none. */
function readKeptPhone(value: string): string | Refusal {
  const digits = value.replace(/[\s().-]/g, '');
  return /^\+[1-9]\d{6,14}$/.test(digits) ? digits : new Refusal({ code: 'no_phone' });
}
