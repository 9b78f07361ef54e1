import type { Question } from '../engine/question.ts';
import type { TypedQuestion } from './draft.ts';
import { toQuestion } from './draft-block.ts';
import type { SurveyParts } from './survey-parts.ts';

export type CodeFacts = {
  parts: SurveyParts;
  /** Every published question of the survey, as it was last published. */
  published: ReadonlyMap<string, Question>;
  newCode: () => string;
};

/**
 * The code under which a question's answers are stored. Words may change under a code; another kind,
 * other options or another scale would mix answers that do not mean the same, so a published question
 * gets a new code with them, and its old one back when they are put back.
 */
export function decideCode(question: TypedQuestion, { parts, published, newCode }: CodeFacts): TypedQuestion {
  const base = question.replaces ?? question.code;
  const before = published.get(base);
  if (!before) return question;
  if (shapeOf(before) === shapeOf(toQuestion(question, parts))) return { ...question, code: base, replaces: null };
  return question.replaces === null ? { ...question, code: newCode(), replaces: base } : question;
}

/** What of a question its answers hang on: kind, options (in any order), scale. Words are no part of it. */
export function shapeOf(question: Question): string {
  return JSON.stringify(shape(question));
}

function shape(question: Question): unknown {
  const { kind } = question;
  switch (kind) {
    case 'single':
    case 'multiple': {
      const options = question.options.map(({ code, exclusive }) => `${code}${exclusive ? '!' : ''}`).toSorted();
      return [kind, options, kind === 'multiple' ? (question.max ?? null) : null];
    }
    case 'scale':
      return [kind, question.scale, question.cannotSay !== undefined];
    case 'pair':
      return [
        kind,
        ...[question.importance, question.development].map(({ scale, cannotSay }) => [scale, cannotSay !== undefined]),
      ];
    case 'text':
    case 'info':
    case 'number':
    case 'year_month':
    case 'codelist':
    case 'nps':
      return [kind];
    default:
      return kind satisfies never;
  }
}
