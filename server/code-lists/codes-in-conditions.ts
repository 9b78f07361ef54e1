import type { Condition } from '../engine/condition.ts';
import type { Survey } from '../engine/survey.ts';

/** Where a published definition names a code of a list. */
export type CodeUse = { code: string; survey: string; place: string };

/**
 * The codes of a list that conditions of published definitions name: taking one out of use changes who is asked
 * what.
 *
 * @example codesInConditions(surveys, 'countries')[0] // { code: 'SE', survey: 'amk-career.v2', place: 'page "job"' }
 */
export function codesInConditions(surveys: readonly Survey[], list: string): CodeUse[] {
  return surveys
    .filter(({ definition }) => definition.published !== null)
    .flatMap((survey) =>
      survey.definition.pages.flatMap((page) => [
        ...usesIn(page.showIf, survey, list, `page "${page.code}"`),
        ...page.questions.flatMap((question) => usesIn(question.showIf, survey, list, `question "${question.code}"`)),
      ]),
    );
}

function usesIn(condition: Condition | undefined, survey: Survey, list: string, place: string): CodeUse[] {
  if (!condition) return [];
  switch (condition.kind) {
    case 'any_of': {
      const question = survey.questions.get(condition.question);
      const isOfList = question?.kind === 'codelist' && question.list === list;
      return isOfList ? condition.options.map((code) => ({ code, survey: survey.id, place })) : [];
    }
    case 'background': {
      const variable = survey.definition.background.find(({ code }) => code === condition.variable);
      const isOfList = variable?.kind === 'codelist' && variable.list === list;
      return isOfList ? condition.values.map((code) => ({ code, survey: survey.id, place })) : [];
    }
    case 'all':
    case 'any':
      return condition.conditions.flatMap((part) => usesIn(part, survey, list, place));
    case 'not':
      return usesIn(condition.condition, survey, list, place);
    case 'answered':
    case 'at_least':
    case 'at_most':
      return [];
    default:
      return condition satisfies never;
  }
}
