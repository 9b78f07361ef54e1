import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryAnswers } from '../../test/support/arbitrary-answers.ts';
import { aSurvey } from '../../test/support/build-definition.ts';
import { typeOf } from './question-types/index.ts';
import { answersSchema } from './stored-answers.ts';

const survey = aSurvey();
const schema = answersSchema(survey);

test('answers come back from JSON as they were', () => {
  fc.assert(
    fc.property(arbitraryAnswers(survey), (answers) => {
      expect(schema.parse(JSON.parse(JSON.stringify(answers)))).toEqual(answers);
    }),
  );
});

test('an answer is taken exactly where the schema of its question takes it', () => {
  const questions = [...survey.questions.values()].filter((question) => typeOf(question).columns(question).length > 0);
  const codes = [...new Set(questions.flatMap((question) => typeOf(question).choices(survey, question) ?? [])), '_dk'];
  const code = fc.oneof(fc.constantFrom(...codes), fc.string({ maxLength: 3 }));
  const parts = fc.dictionary(fc.constantFrom('importance', 'development', 'gap'), fc.oneof(code, fc.constant(null)));
  const value = fc.oneof(code, fc.array(code, { maxLength: 2 }), parts, fc.integer(), fc.constant(null));
  fc.assert(
    fc.property(fc.constantFrom(...questions), value, (question, answer) => {
      const isTaken = typeOf(question).stored(survey, question).safeParse(answer).success;
      expect(schema.safeParse({ [question.code]: answer }).success).toBe(isTaken);
    }),
    { numRuns: 2000 },
  );
});

describe('what is no answer of this survey is refused', () => {
  test.each<[string, unknown]>([
    ['a question that does not exist', { zzz: 'x' }],
    ['information', { welcome: 'x' }],
    ['an option that does not exist', { activity: 'zzz' }],
    ['cannot-say where it is not offered', { level: '_dk' }],
    ['a text where a number is stored', { staff: '3' }],
    ['a number where a code is stored', { recommend: 9 }],
    ['one code where several are stored', { further: 'course' }],
    ['no codes', { further: [] }],
    ['a pair without parts', { teamwork: {} }],
    ['a part that does not exist', { teamwork: { importance: '5', gap: '1' } }],
    ['a month that does not exist', { started: '2020-13' }],
    ['an empty text', { job: '' }],
    ['null', { job: null }],
    ['a list', []],
  ])('%s', (_name, answers) => {
    expect(schema.safeParse(answers).success).toBe(false);
  });
});
