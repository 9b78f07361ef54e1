import { z } from 'zod';
import type { Answers } from './answer.ts';
import { typeOf } from './question-types/index.ts';
import type { Survey } from './survey.ts';

/**
 * The schema of answers read back from JSON: each question in its stored shape, no other codes. Make it
 * once a survey, not once a row.
 *
 * @example answersSchema(survey).parse({ activity: 'employed', teamwork: { importance: '5' } })
 */
export function answersSchema(survey: Survey): z.ZodType<Answers> {
  const answered = [...survey.questions.values()].filter((question) => typeOf(question).columns(question).length > 0);
  return z.strictObject(
    Object.fromEntries(
      answered.map((question) => [question.code, typeOf(question).stored(survey, question).exactOptional()]),
    ),
  );
}
