import { z } from 'zod';
import type { Answers } from './answer.ts';
import { isOwnCode } from './own-block.ts';
import { typeOf } from './question-types/index.ts';
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
  const fits = (code: string, answer: unknown): boolean => {
    const shape = shapes.get(code) ?? (isOwnCode(code) ? anyAnswer : undefined);
    return shape?.safeParse(answer).success === true;
  };
  // Looks at what is there alone: a schema of all questions costs the same for one answer as for all.
  return z.custom<Answers>(
    (stored) =>
      typeof stored === 'object' &&
      stored !== null &&
      !Array.isArray(stored) &&
      Object.entries(stored).every(([code, answer]) => fits(code, answer)),
    'these are no answers to the questions of the survey',
  );
}
