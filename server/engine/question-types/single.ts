import { checkSingleOptions } from '../checks/check-options.ts';
import type { QuestionOf } from '../question.ts';
import { asAnswer, codeFromForm, codeFromRow, codesOf, codeToRow, labelOf, oneOf, placeOf } from './one-code.ts';
import type { QuestionType } from './question-type.ts';

type Single = QuestionOf<'single'>;

/** One option out of several. Stored: the option's code. */
export const single: QuestionType<Single> = {
  columns: (question) => [question.code],
  fields: (question) => [question.code],
  parseForm: (_survey, question, form) => asAnswer(codeFromForm(form, placeOf(question), has(question))),
  parseRow: (_survey, question, row) => asAnswer(codeFromRow(row, placeOf(question), has(question))),
  toRow: (question, value) => codeToRow(question.code, value),
  summary: (_survey, question, value, language) => [labelOf(question.options, String(value), language)],
  aggregate: (_survey, question) => ({
    kind: 'categories',
    categories: codesOf(question.options),
    scores: null,
    nps: false,
    cannotSay: false,
    categoryOf: (value) => (typeof value === 'string' && has(question)(value) ? value : null),
  }),
  stored: (_survey, question) => oneOf(codesOf(question.options)),
  score: () => null,
  moves: false,
  choices: (_survey, question) => codesOf(question.options),
  range: () => null,
  samples: (_survey, question) => codesOf(question.options),
  check: (_survey, question) => checkSingleOptions(question.options),
};

function has(question: Single): (code: string) => boolean {
  return (code) => question.options.some((option) => option.code === code);
}
