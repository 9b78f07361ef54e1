import type { QuestionOf } from '../question.ts';
import { asAnswer, codeFromForm, codeFromRow, codeToRow, oneOf, placeOf } from './one-code.ts';
import type { QuestionType } from './question-type.ts';

const STEPS: readonly string[] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'];

/** How likely to recommend, 0 to 10. Stored: '0' to '10'. */
export const nps: QuestionType<QuestionOf<'nps'>> = {
  columns: (question) => [question.code],
  fields: (question) => [question.code],
  parseForm: (_survey, question, form) => asAnswer(codeFromForm(form, placeOf(question), isStep)),
  parseRow: (_survey, question, row) => asAnswer(codeFromRow(row, placeOf(question), isStep)),
  toRow: (question, value) => codeToRow(question.code, value),
  summary: (_survey, _question, value) => [String(value)],
  aggregate: () => ({
    kind: 'categories',
    categories: STEPS,
    scores: null,
    nps: true,
    cannotSay: false,
    categoryOf: (value) => (typeof value === 'string' && isStep(value) ? value : null),
  }),
  stored: () => oneOf(STEPS),
  score: () => null,
  moves: false,
  choices: () => STEPS,
  range: () => ({ from: 0, to: 10 }),
  samples: () => [...STEPS],
  check: () => [],
};

function isStep(code: string): boolean {
  return STEPS.includes(code);
}
