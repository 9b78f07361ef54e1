import { z } from 'zod';
import type { Answers } from './answer.ts';
import { isOwnCode } from './own-block.ts';
import type { Question } from './question.ts';
import { typeOf } from './question-types/index.ts';
import { answerableCodes } from './question-types/scale-steps.ts';
import type { Survey } from './survey.ts';

const anyAnswer = z.union([
  z.string(),
  z.number(),
  z.array(z.string()),
  z.strictObject({ importance: z.string().exactOptional(), development: z.string().exactOptional() }),
]);

/**
 * The schema of answers read back from JSON: each question in its stored shape, no other codes but own
 * ones: somebody whom the register moved to another institution keeps what they answered to the own
 * questions of the first one, though nobody asks them any more. Make it once a survey, not once a row.
 *
 * @example answersSchema(survey).parse({ activity: 'employed', teamwork: { importance: '5' } })
 */
export function answersSchema(survey: Survey): z.ZodType<Answers> {
  const answered = [...survey.questions.values()].filter((question) => typeOf(question).columns(question).length > 0);
  const shapes = new Map(answered.map((question) => [question.code, typeOf(question).stored(survey, question)]));
  const coded = new Map(answered.map((question) => [question.code, codesIn(survey, question)]));
  const fits = (code: string, answer: unknown): boolean => {
    if (coded.get(code)?.(answer)) return true;
    const shape = shapes.get(code) ?? (isOwnCode(code) ? anyAnswer : undefined);
    return shape?.safeParse(answer).success === true;
  };
  // Looks at what is there alone: a schema of all questions costs the same for one answer as for all.
  return z.custom<Answers>(
    (stored) =>
      typeof stored === 'object' &&
      stored !== null &&
      !Array.isArray(stored) &&
      Object.keys(stored).every((code) => fits(code, Reflect.get(stored, code))),
    'these are no answers to the questions of the survey',
  );
}

/**
 * Whether an answer is one of the question's own codes, or several or a pair of them. Nearly all answers are, and are
 * read with every page, so they are looked up; what is anything else the question's schema decides.
 */
function codesIn(survey: Survey, question: Question): (answer: unknown) => boolean {
  if (question.kind === 'pair') {
    const parts = {
      importance: new Set<unknown>(answerableCodes(survey, question.importance)),
      development: new Set<unknown>(answerableCodes(survey, question.development)),
    };
    return (answer) => typeof answer === 'object' && answer !== null && isPairOf(parts, answer);
  }
  const codes = new Set<unknown>(typeOf(question).choices(survey, question));
  if (question.kind !== 'multiple') return (answer) => codes.has(answer);
  return (answer) => Array.isArray(answer) && answer.length > 0 && answer.every((code) => codes.has(code));
}

type Parts = { importance: ReadonlySet<unknown>; development: ReadonlySet<unknown> };

function isPairOf(parts: Parts, answer: object): boolean {
  const named = Object.keys(answer);
  return named.length > 0 && named.every((part) => isPart(part) && parts[part].has(Reflect.get(answer, part)));
}

function isPart(name: string): name is keyof Parts {
  return name === 'importance' || name === 'development';
}
