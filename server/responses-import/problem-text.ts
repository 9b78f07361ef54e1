import type { RowProblem } from '../csv/row-problem.ts';
import type { AnswerProblem, RawRow } from '../engine/question-types/question-type.ts';

/** A problem with an answer, as a problem of its row. */
export function answerProblem(problem: AnswerProblem, row: RawRow, line: number): RowProblem {
  const value = shownAnswer((row[problem.field] ?? '').trim());
  return { line, column: problem.field, value, reason: problemText(problem) };
}

/** Why an answer in a file cannot be used, in English for the command line. */
function problemText({ problem, params }: AnswerProblem): string {
  const named = (name: string) => String(params[name] ?? '?');
  switch (problem) {
    case 'not_a_number':
      return 'this is no number (digits, and a point before decimals)';
    case 'below_min':
      return `the least that can be is ${named('min')}`;
    case 'above_max':
      return `the most that can be is ${named('max')}`;
    case 'too_many_decimals':
      return `at most ${named('limit')} decimals`;
    case 'too_long':
      return `the text has ${named('value')} characters, at most ${named('limit')} are taken`;
    case 'too_many_chosen':
      return `at most ${named('max')} may be chosen`;
    case 'exclusive_with_others':
      return 'an option that excludes all others stands beside others';
    case 'not_a_month':
      return 'a month is written YYYY-MM';
    case 'month_without_year':
      return 'the year is missing';
    case 'outside_years':
      return `years from ${named('min')} to ${named('max')} can be`;
    case 'unknown_code':
      return 'the question has no such code (see: uras definitions codes)';
    case 'not_in_list':
      return 'the code is not in the list of this question (see: uras definitions codes)';
    default:
      return problem satisfies never;
  }
}

/** What a message may repeat of a refused answer: codes and numbers, never words that a person wrote. */
export function shownAnswer(cell: string): string {
  return /^[\w|-]{0,40}$|^[\d\s.,€+-]{1,40}$/.test(cell) ? cell : '…';
}
