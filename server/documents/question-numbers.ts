import type { Condition } from '../engine/condition.ts';
import type { Page } from '../engine/definition.ts';
import type { Question } from '../engine/question.ts';
import type { Survey } from '../engine/survey.ts';

/** A question on its place: what a document says of it beside its own text. */
export type PlacedQuestion = { question: Question; page: Page; number: number; conditions: readonly Condition[] };

/**
 * Every question that is answered, numbered from 1 in the order of the definition, with all that must
 * hold for it to be asked (of its page, then its own). Information has no number and is left out.
 */
export function placedQuestions(survey: Survey): PlacedQuestion[] {
  return survey.definition.pages
    .flatMap((page) => page.questions.map((question) => ({ page, question })))
    .filter(({ question }) => question.kind !== 'info')
    .map(({ page, question }, index) => ({
      question,
      page,
      number: index + 1,
      conditions: [page.showIf, question.showIf].filter((condition) => condition !== undefined),
    }));
}

/** The conditions as one; undefined where there is none. */
export function together(conditions: readonly Condition[]): Condition | undefined {
  const [first, ...rest] = conditions;
  return rest.length === 0 ? first : { kind: 'all', conditions: [...conditions] };
}
