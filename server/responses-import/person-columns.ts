import { readDay } from '../csv/read-day.ts';
import type { RowProblem } from '../csv/row-problem.ts';
import type { RawRow } from '../engine/question-types/question-type.ts';
import type { PopulationRow } from '../invitations/population-file.ts';

/** Columns of responses.csv that come before those of the questions. None of them may be empty. */
export const PERSON_COLUMNS = ['person_key', 'institution', 'degree', 'submitted_on'] as const;

/** The register side of a person. Addresses are no part of answers or releases. */
export type RegisterPerson = Omit<PopulationRow, 'contact_language' | 'email' | 'phone'>;

/** What is wrong with the columns of the person in one row; null = the population has no such person. */
export function personProblems(row: RawRow, line: number, person: RegisterPerson | null): RowProblem[] {
  const problems: RowProblem[] = [];
  for (const column of PERSON_COLUMNS) {
    const value = (row[column] ?? '').trim();
    const reason = value === '' ? 'the column is empty' : whyWrong(column, value, person);
    if (reason !== null) problems.push({ line, column, value, reason });
  }
  return problems;
}

function whyWrong(
  column: (typeof PERSON_COLUMNS)[number],
  value: string,
  person: RegisterPerson | null,
): string | null {
  switch (column) {
    case 'person_key':
      return person ? null : 'the population has no such person';
    case 'institution':
    case 'degree':
      return !person || person[column] === value ? null : `the population has ${person[column]} for this person`;
    case 'submitted_on': {
      const read = readDay(value);
      return read.kind === 'day' ? null : read.reason;
    }
    default:
      return column satisfies never;
  }
}
