import type { Question } from '../engine/question.ts';
import { typeOf } from '../engine/question-types/index.ts';
import { listOf, scaleOf, type Survey } from '../engine/survey.ts';
import type { Language } from '../engine/text.ts';

export type LabelledCategory = { code: string; label: string };

/** The categories that results have of a question, in the definition's order, with their words. */
export function categoriesOf(survey: Survey, question: Question, language: Language): LabelledCategory[] {
  const aggregation = typeOf(question).aggregate(survey, question);
  const codes =
    aggregation.kind === 'options' ? aggregation.options : 'categories' in aggregation ? aggregation.categories : [];
  const labels = labelsOf(survey, question, language);
  return codes.map((code) => ({ code, label: labels.get(code) ?? code }));
}

/** Whether only some respondents were asked. */
export function isAskedOfSome(survey: Survey, question: Question): boolean {
  const page = survey.definition.pages[survey.pageOf.get(question.code) ?? -1];
  return question.showIf !== undefined || page?.showIf !== undefined;
}

function labelsOf(survey: Survey, question: Question, language: Language): Map<string, string> {
  const entries = (all: readonly { code: string; label: Record<Language, string> }[]) =>
    all.map(({ code, label }) => [code, label[language]] as const);
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return new Map(entries(question.options));
    case 'scale':
      return new Map(entries(scaleOf(survey, question.scale).options));
    case 'codelist': {
      const list = listOf(survey, question.list);
      return new Map([...entries(list.codes), ...(question.resultsBy === 'group' ? entries(list.groups ?? []) : [])]);
    }
    case 'number':
    case 'year_month':
      return new Map(entries(question.bands));
    case 'pair':
    case 'nps':
    case 'text':
    case 'info':
      return new Map();
    default:
      return question satisfies never;
  }
}
