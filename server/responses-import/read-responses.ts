import { inBatches } from '../csv/in-batches.ts';
import { openCsv, type CsvFile, type CsvRecord } from '../csv/read-csv.ts';
import { readDay } from '../csv/read-day.ts';
import type { RejectedRow } from '../csv/rejected-rows.ts';
import type { RowProblem } from '../csv/row-problem.ts';
import type { Answers } from '../engine/answer.ts';
import type { Background } from '../engine/condition.ts';
import { parseResponseRow } from '../engine/parse-response-row.ts';
import type { AnswerProblem, RawRow } from '../engine/question-types/question-type.ts';
import type { Survey } from '../engine/survey.ts';
import { coarsenBackground } from '../invitations/coarsen-background.ts';
import type { RegisterPerson } from './register-person.ts';
import { problemText, shownAnswer } from './problem-text.ts';
import { checkResponseColumns, PERSON_COLUMNS } from './response-columns.ts';

/** One row of responses.csv: a response, or a row that is not taken. */
export type ResponseEntry<P extends RegisterPerson> =
  | {
      kind: 'response';
      line: number;
      cells: readonly string[];
      person: P;
      submitted_on: string;
      background: Background;
      answers: Answers;
    }
  | ({ kind: 'rejected' } & RejectedRow);

export type OpenedResponses<P extends RegisterPerson> =
  | { kind: 'unusable'; problem: RowProblem }
  | { kind: 'responses'; file: CsvFile; notices: string[]; entries: AsyncIterable<ResponseEntry<P>> };

/** The people of these keys, in their order; null for a key that the population does not have. */
export type FindPeople<P extends RegisterPerson> = (keys: readonly string[]) => Promise<readonly (P | null)[]>;

const ROWS_AT_ONCE = 500;

/**
 * Reads responses.csv, streaming: each row against the survey and against the population, and each
 * person once. A row with anything wrong is rejected whole. The person key ties the row to its person
 * here and goes no further.
 */
export async function openResponses<P extends RegisterPerson>(
  path: string,
  survey: Survey,
  findPeople: FindPeople<P>,
): Promise<OpenedResponses<P>> {
  const opened = await openCsv(path, { linesInTexts: true });
  if (opened.kind === 'unusable') return opened;
  const { file } = opened;
  const { problem, notices } = checkResponseColumns(survey, file.columns);
  if (problem) return { kind: 'unusable', problem };
  return { kind: 'responses', file, notices, entries: readEntries(file, survey, findPeople) };
}

async function* readEntries<P extends RegisterPerson>(
  file: CsvFile,
  survey: Survey,
  findPeople: FindPeople<P>,
): AsyncGenerator<ResponseEntry<P>> {
  const lineOf = new Map<string, number>();
  for await (const records of inBatches(file.records, ROWS_AT_ONCE)) {
    const keys = records.map((record) => (record.kind === 'row' ? keyIn(record.row) : ''));
    const people = await findPeople(keys);
    for (const [index, record] of records.entries()) {
      const entry = readEntry(survey, record, people[index] ?? null);
      const key = keys[index] ?? '';
      const earlier = entry.kind === 'response' ? lineOf.get(key) : undefined;
      if (earlier !== undefined) {
        const problem = {
          line: record.line,
          column: 'person_key',
          value: key,
          reason: `this person is on line ${earlier} already`,
        };
        yield { kind: 'rejected', line: record.line, cells: record.cells, problems: [problem] };
        continue;
      }
      if (entry.kind === 'response') lineOf.set(key, record.line);
      yield entry;
    }
  }
}

function readEntry<P extends RegisterPerson>(survey: Survey, record: CsvRecord, person: P | null): ResponseEntry<P> {
  const { line, cells } = record;
  if (record.kind === 'broken') return { kind: 'rejected', line, cells, problems: [record.problem] };
  const { row } = record;
  const problems = personProblems(row, line, person);
  const background = person ? coarsenBackground(survey, person) : {};
  const parsed = parseResponseRow(survey, row, background);
  if (parsed.kind === 'invalid') problems.push(...parsed.problems.map((problem) => answerProblem(problem, row, line)));
  if (problems.length > 0 || parsed.kind === 'invalid' || !person) return { kind: 'rejected', line, cells, problems };
  const submitted_on = (row['submitted_on'] ?? '').trim();
  return { kind: 'response', line, cells, person, submitted_on, background, answers: parsed.answers };
}

function personProblems(row: RawRow, line: number, person: RegisterPerson | null): RowProblem[] {
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

function answerProblem(problem: AnswerProblem, row: RawRow, line: number): RowProblem {
  const value = shownAnswer((row[problem.field] ?? '').trim());
  return { line, column: problem.field, value, reason: problemText(problem) };
}

function keyIn(row: RawRow): string {
  return (row['person_key'] ?? '').trim();
}
