import type { Question, QuestionKind, QuestionOf } from '../question.ts';
import { codelist } from './codelist.ts';
import { info } from './info.ts';
import { multiple } from './multiple.ts';
import { nps } from './nps.ts';
import { number } from './number.ts';
import { pair } from './pair.ts';
import type { QuestionType } from './question-type.ts';
import { scale } from './scale.ts';
import { single } from './single.ts';
import { text } from './text.ts';
import { yearMonth } from './year-month.ts';

type QuestionTypes = { [K in QuestionKind]: QuestionType<QuestionOf<K>> };

/** Every type of question. A new type is one file and one line here. */
export const QUESTION_TYPES = {
  single,
  multiple,
  scale,
  pair,
  number,
  year_month: yearMonth,
  text,
  codelist,
  nps,
  info,
} satisfies QuestionTypes;

/**
 * What the engine knows of a question's type, ready to be called with that question. The rest of the
 * code asks here and never names a type.
 *
 * @example typeOf(question).columns(question) // ['negotiation.importance', 'negotiation.development']
 */
export function typeOf<Q extends Question>(question: Q): QuestionType<Q> {
  const types: Readonly<Record<QuestionKind, unknown>> = QUESTION_TYPES;
  // The entry under a question's kind takes questions of that kind; TypeScript cannot tie the two.
  return types[question.kind] as QuestionType<Q>;
}
