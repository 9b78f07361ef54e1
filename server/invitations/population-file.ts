import { nearest } from '../csv/nearest.ts';
import { readDay } from '../csv/read-day.ts';
import type { RowProblem } from '../csv/row-problem.ts';
import type { CodeList, ListedCode } from '../engine/code-list.ts';
import type { RawRow } from '../engine/question-types/question-type.ts';
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

export type ParsedPopulationRow =
  { kind: 'person'; person: PopulationRow; invented: boolean } | { kind: 'invalid'; problems: RowProblem[] };

/** Nobody graduates younger; a later year of birth is a mistake. */
const YOUNGEST_GRADUATE = 15;
const LONGEST_KEY = 64;
const LONGEST_EMAIL = 254;

/** Reads one row of population.csv: the person, or everything that is wrong with the row. */
export function parsePopulationRow(register: Register, row: RawRow, line: number): ParsedPopulationRow {
  const problems: RowProblem[] = [];
  const read = <T>(column: string, parse: (value: string) => T | Refusal): T | null => {
    const value = (row[column] ?? '').trim();
    if (value === '' && !isRequired(column)) return null;
    const parsed = value === '' ? refuse('the column is empty') : parse(value);
    if (!(parsed instanceof Refusal)) return parsed;
    problems.push({ line, column, value, reason: parsed.reason });
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
    phone: read('phone', readPhone),
  };
  if (person_key === null || !institution || !degree || graduation_date === null || problems.length > 0) {
    return { kind: 'invalid', problems };
  }
  const person = { person_key, institution: institution.code, degree: degree.code, graduation_date, ...rest };
  return { kind: 'person', person, invented: institution.invented === true };
}

/** The columns of a file: what is missing that must be there, and what will not be read. */
export function checkPopulationColumns(columns: readonly string[]): { problem: RowProblem | null; notices: string[] } {
  const known: readonly string[] = POPULATION_COLUMNS;
  const missing = REQUIRED_COLUMNS.filter((column) => !columns.includes(column));
  const absent = known.filter((column) => !columns.includes(column) && !isRequired(column));
  const unknown = columns.filter((column) => !known.includes(column) && !column.startsWith('_'));
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

class Refusal {
  readonly reason: string;
  constructor(reason: string) {
    this.reason = reason;
  }
}

function refuse(reason: string): Refusal {
  return new Refusal(reason);
}

function isRequired(column: string): boolean {
  return (REQUIRED_COLUMNS as readonly string[]).includes(column); // a list of literals takes no other string
}

function readKey(value: string): string | Refusal {
  if ([...value].length > LONGEST_KEY) return refuse(`a person key has at most ${LONGEST_KEY} characters`);
  if (/[\p{C}\p{Z}]/u.test(value)) return refuse('a person key has no spaces and no invisible characters');
  return value;
}

function readDate(value: string): string | Refusal {
  const read = readDay(value);
  return read.kind === 'day' ? read.day : refuse(read.reason);
}

function listed(codes: ReadonlyMap<string, ListedCode>, list: CodeList): (value: string) => ListedCode | Refusal {
  return (value) => codes.get(value) ?? refuse(unknownCode(value, list));
}

/** What a wrong code may have meant: a code that is near, or the code of the name that stands there. */
function unknownCode(value: string, list: CodeList): string {
  const named = list.codes.find(({ label }) =>
    Object.values(label).some((name) => name.toLowerCase() === value.toLowerCase()),
  );
  const meant =
    named?.code ??
    nearest(
      value,
      list.codes.map(({ code }) => code),
    );
  const reason = `the code is not in the list "${list.name}"`;
  return meant === null ? reason : `${reason}: did you mean ${meant}?`;
}

function oneOf(codes: readonly string[] | undefined): (value: string) => string | Refusal {
  return (value) => {
    if (codes === undefined) return /^[\w-]{1,40}$/.test(value) ? value : refuse('a code of a-z, 0-9, - and _');
    return codes.includes(value) ? value : refuse(`must be one of ${codes.join(', ')}, or empty`);
  };
}

function readBirthYear(value: string, graduation: string | null): number | Refusal {
  const year = /^(19|20)\d\d$/.test(value) ? Number(value) : null;
  if (year === null) return refuse('a year is four digits, from 1900 to 2099');
  const latest = graduation === null ? year : Number(graduation.slice(0, 4)) - YOUNGEST_GRADUATE;
  return year <= latest ? year : refuse(`too late for someone who graduated in ${graduation?.slice(0, 4)}`);
}

function readEmail(value: string): string | Refusal {
  if (value.length > LONGEST_EMAIL) return refuse(`an address has at most ${LONGEST_EMAIL} characters`);
  if (value.split('@').length > 2) return refuse('the address has more than one @');
  const isShaped = /^[^\s@,;<>()"\p{C}]+@[^\s@,;<>()"\p{C}]+\.[^\s@.,;<>()"\p{C}]{2,}$/u.test(value);
  return isShaped ? value : refuse('this is no e-mail address');
}

/** Kept as '+358401234567'. */
function readPhone(value: string): string | Refusal {
  const digits = value.replace(/[\s().-]/g, '');
  if (/^\+[1-9]\d{6,14}$/.test(digits)) return digits;
  return refuse('write the number with its country code: +358401234567');
}
