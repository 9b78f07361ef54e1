import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryAnswers } from '../../test/support/arbitrary-answers.ts';
import { aSurvey } from '../../test/support/build-definition.ts';
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
