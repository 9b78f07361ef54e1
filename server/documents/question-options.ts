import { CANNOT_SAY } from '../engine/answer.ts';
import type { Question } from '../engine/question.ts';
import { listOf, scaleOf, type Survey } from '../engine/survey.ts';
import { LANGUAGES, type Text } from '../engine/text.ts';

export type LabelledOption = { code: string; label: Text };

/**
 * What may be chosen in a question, in its order. Empty for questions that are answered otherwise.
 *
 * @example optionsOf(survey, { kind: 'nps', … }).length // 11
 */
export function optionsOf(survey: Survey, question: Question): LabelledOption[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.options.map(({ code, label }) => ({ code, label }));
    case 'scale':
      return [
        ...scaleOf(survey, question.scale).options.map(({ code, label }) => ({ code, label })),
        ...(question.cannotSay ? [{ code: CANNOT_SAY, label: question.cannotSay }] : []),
      ];
    case 'codelist':
      return listOf(survey, question.list).codes.map(({ code, label }) => ({ code, label }));
    case 'nps':
      return Array.from({ length: 11 }, (_, step) => npsStep(question, step));
    case 'pair':
    case 'number':
    case 'year_month':
    case 'text':
    case 'info':
      return [];
    default:
      return question satisfies never;
  }
}

function npsStep(question: { low: Text; high: Text }, step: number): LabelledOption {
  const end = step === 0 ? question.low : step === 10 ? question.high : null;
  const words = LANGUAGES.map((language) => [language, end ? `${step} = ${end[language]}` : String(step)] as const);
  // LANGUAGES is exactly the keys of a Text.
  return { code: String(step), label: Object.fromEntries(words) as Text };
}
