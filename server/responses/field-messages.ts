import type { AnswerProblem } from '../engine/question-types/question-type.ts';
import type { Question } from '../engine/question.ts';
import type { Survey } from '../engine/survey.ts';
import type { Language } from '../engine/text.ts';
import { fieldErrorText, type FieldError } from '../http/field-errors.ts';
import { firstInputId } from './question-fields.ts';

export type QuestionError = FieldError & { question: string };

/** What the page says of each problem, and where its link leads. */
export function fieldMessages(survey: Survey, problems: readonly AnswerProblem[], language: Language): QuestionError[] {
  return problems.map(({ question: code, field, problem, params }) => {
    const question = survey.questions.get(code);
    const message = fieldErrorText(language, problem, { ...params, ...(question && hints(question, language)) });
    return { question: code, field, message, id: question ? firstInputId(survey, question, field) : field };
  });
}

/** What a message says that the problem does not know: a number that would do, the option that stands alone. */
function hints(question: Question, language: Language): Record<string, string> {
  switch (question.kind) {
    case 'number':
      return { example: String(question.bands[Math.floor(question.bands.length / 2)]?.from ?? question.min) };
    case 'multiple':
      return { option: question.options.find((option) => option.exclusive)?.label[language] ?? '' };
    case 'single':
    case 'scale':
    case 'pair':
    case 'year_month':
    case 'text':
    case 'codelist':
    case 'nps':
    case 'info':
      return {};
    default:
      return question satisfies never;
  }
}
