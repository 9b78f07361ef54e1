import type { AnswerValue } from './answer.ts';
import type { Question } from './question.ts';
import { typeOf } from './question-types/index.ts';
import type { AnswerProblem, RawForm } from './question-types/question-type.ts';
import type { Survey } from './survey.ts';

/** What a posted page changes. A question with a problem is in none of the other lists: it stays as stored. */
export type ParsedPage = {
  /** Answers to set, by question code. */
  answers: Record<string, AnswerValue>;
  /** Codes of questions that have no answer now. */
  cleared: string[];
  problems: AnswerProblem[];
  /** Codes of questions whose answer is kept but worth asking about once. */
  implausible: string[];
};

/**
 * Reads a posted page. Every field that parses is kept, also when another fails, and a question whose
 * field fails keeps its earlier answer. Only the page's own questions are read, of those that were shown.
 * Never throws, whatever was posted.
 *
 * @example parsePage(survey, 0, questions, { activity: 'employed', started: 'x' })
 */
export function parsePage(
  survey: Survey,
  pageIndex: number,
  questions: readonly Question[],
  rawForm: RawForm,
): ParsedPage {
  const page: ParsedPage = { answers: {}, cleared: [], problems: [], implausible: [] };
  const own = questions.filter(({ code }) => survey.pageOf.get(code) === pageIndex);
  for (const question of own) addQuestion(page, survey, question, rawForm);
  return page;
}

function addQuestion(page: ParsedPage, survey: Survey, question: Question, rawForm: RawForm): void {
  const type = typeOf(question);
  if (type.fields(question).length === 0) return;
  const parsed = type.parseForm(survey, question, rawForm);
  switch (parsed.kind) {
    case 'answer':
      page.answers[question.code] = parsed.value;
      if (parsed.implausible) page.implausible.push(question.code);
      return;
    case 'empty':
      page.cleared.push(question.code);
      return;
    case 'invalid':
      page.problems.push(...parsed.problems);
      return;
    default:
      return parsed satisfies never;
  }
}
