import type { AnswerValue, Answers } from './answer.ts';
import type { Background } from './condition.ts';
import { typeOf } from './question-types/index.ts';
import type { AnswerProblem, RawRow } from './question-types/question-type.ts';
import type { Survey } from './survey.ts';
import { walk } from './walk.ts';

export type ParsedResponseRow = { kind: 'valid'; answers: Answers } | { kind: 'invalid'; problems: AnswerProblem[] };

/** Columns of responses.csv that hold answers, in the definition's order. The columns of the person come before. */
export function responseColumns(survey: Survey): string[] {
  return questionsOf(survey).flatMap((question) => typeOf(question).columns(question));
}

/**
 * Reads the answers of one row of responses.csv. Any cell that does not fit makes the row invalid, with
 * every problem of the row, since a person can mend the file. An answer off the person's path is dropped
 * by the same rule as in the form. Columns that are missing count as empty; columns that no question has
 * are not looked at.
 *
 * @example parseResponseRow(survey, { activity: 'employed', 'teamwork.importance': '5' }, {})
 */
export function parseResponseRow(survey: Survey, row: RawRow, background: Background): ParsedResponseRow {
  const answers: Record<string, AnswerValue> = {};
  const problems: AnswerProblem[] = [];
  for (const question of questionsOf(survey)) {
    const parsed = typeOf(question).parseRow(survey, question, row);
    if (parsed.kind === 'answer') answers[question.code] = parsed.value;
    if (parsed.kind === 'invalid') problems.push(...parsed.problems);
  }
  if (problems.length > 0) return { kind: 'invalid', problems };
  return { kind: 'valid', answers: walk(survey, answers, background).relevantAnswers };
}

/** The row that reads back to the same answers: every answer column, '' where there is none. */
export function toResponseRow(survey: Survey, answers: Answers): Record<string, string> {
  return Object.assign(
    {},
    ...questionsOf(survey).map((question) => typeOf(question).toRow(question, answers[question.code])),
  );
}

function questionsOf(survey: Survey) {
  return survey.definition.pages.flatMap((page) => page.questions);
}
