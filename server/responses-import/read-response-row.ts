import type { CsvRecord } from '../csv/read-csv.ts';
import type { RejectedRow } from '../csv/rejected-rows.ts';
import type { Answers } from '../engine/answer.ts';
import type { AskedSurveys } from '../engine/asked-surveys.ts';
import type { Background } from '../engine/condition.ts';
import { parseResponseRow } from '../engine/parse-response-row.ts';
import type { Survey } from '../engine/survey.ts';
import { coarsenBackground } from '../invitations/coarsen-background.ts';
import { ownColumnProblems } from './own-columns.ts';
import { personProblems, type RegisterPerson } from './person-columns.ts';
import { answerProblem } from './problem-text.ts';

/** One row of responses.csv: a response, or a row that is not taken. */
export type ResponseEntry<P extends RegisterPerson> =
  | {
      kind: 'response';
      line: number;
      cells: readonly string[];
      person: P;
      submitted_on: string;
      /** What this person is asked. */
      survey: Survey;
      background: Background;
      answers: Answers;
    }
  | ({ kind: 'rejected' } & RejectedRow);

/**
 * Reads one row against its person, null where the population has no such person, and against what
 * this person is asked: a value for the own question of another institution is a problem.
 */
export function readResponseRow<P extends RegisterPerson>(
  surveys: AskedSurveys,
  record: CsvRecord,
  person: P | null,
): ResponseEntry<P> {
  const { line, cells } = record;
  if (record.kind === 'broken') return { kind: 'rejected', line, cells, problems: [record.problem] };
  const { row } = record;
  const problems = personProblems(row, line, person);
  const survey = person ? surveys.of(person) : surveys.common;
  if (person) problems.push(...ownColumnProblems(surveys, survey, row, line));
  const background = person ? coarsenBackground(survey, person) : {};
  const parsed = parseResponseRow(survey, row, background);
  if (parsed.kind === 'invalid') problems.push(...parsed.problems.map((problem) => answerProblem(problem, row, line)));
  if (problems.length > 0 || parsed.kind === 'invalid' || !person) return { kind: 'rejected', line, cells, problems };
  const submitted_on = (row['submitted_on'] ?? '').trim();
  return { kind: 'response', line, cells, person, submitted_on, survey, background, answers: parsed.answers };
}
