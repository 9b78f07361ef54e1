import { checkScaleName } from '../checks/check-scales.ts';
import type { QuestionOf } from '../question.ts';
import { asAnswer, codeFromForm, codeFromRow, codeToRow, oneOf, placeOf } from './one-code.ts';
import type { QuestionType } from './question-type.ts';
import { answerableCodes, scoreOf, scoresOf, stepLabel, stepsOf } from './scale-steps.ts';

/** One statement on a scale. Stored: the step's code, or `_dk` for "cannot say". */
export const scale: QuestionType<QuestionOf<'scale'>> = {
  columns: (question) => [question.code],
  fields: (question) => [question.code],
  parseForm: (survey, question, form) => {
    const codes = answerableCodes(survey, question);
    return asAnswer(codeFromForm(form, placeOf(question), (code) => codes.includes(code)));
  },
  parseRow: (survey, question, row) => {
    const codes = answerableCodes(survey, question);
    return asAnswer(codeFromRow(row, placeOf(question), (code) => codes.includes(code)));
  },
  toRow: (question, value) => codeToRow(question.code, value),
  summary: (survey, question, value, language) => [stepLabel(survey, question, String(value), language)],
  aggregate: (survey, question) => {
    const steps = stepsOf(survey, question);
    return {
      kind: 'categories',
      categories: steps,
      scores: scoresOf(survey, question),
      nps: false,
      cannotSay: question.cannotSay !== undefined,
      categoryOf: (value) => (typeof value === 'string' && steps.includes(value) ? value : null),
    };
  },
  stored: (survey, question) => oneOf(answerableCodes(survey, question)),
  score: (survey, question, value) => (typeof value === 'string' ? scoreOf(survey, question, value) : null),
  moves: true,
  choices: answerableCodes,
  range: (survey, question) => rangeOfCodes(stepsOf(survey, question)),
  samples: answerableCodes,
  check: (survey, question) => checkScaleName(survey, question.scale, 'scale'),
};

// Conditions compare the step's code, so a scale whose codes are words has no range.
function rangeOfCodes(codes: readonly string[]): { from: number; to: number } | null {
  const numbers = codes.map(Number);
  if (numbers.length === 0 || numbers.some(Number.isNaN)) return null;
  return { from: Math.min(...numbers), to: Math.max(...numbers) };
}
