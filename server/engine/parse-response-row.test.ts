import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryAnswers, arbitraryBackground } from '../../test/support/arbitrary-answers.ts';
import { aSurvey } from '../../test/support/build-definition.ts';
import { parseResponseRow, responseColumns, toResponseRow } from './parse-response-row.ts';
import { walk } from './walk.ts';

const survey = aSurvey();

// prettier-ignore
test('columns are in the order of the definition; a pair has two, information none', () => {
  expect(responseColumns(survey)).toEqual([
    'activity', 'further', 'place', 'job', 'started', 'staff', 'uses_skills', 'level',
    'teamwork.importance', 'teamwork.development', 'languages.importance', 'languages.development',
    'projects.importance', 'projects.development', 'skills_other', 'law.importance', 'law.development',
    'satisfied', 'recommend', 'reasons', 'registration', 'salary', 'greetings',
  ]);
});

describe('a row', () => {
  test('with answers of every kind', () => {
    const row = {
      person_key: 'x',
      activity: 'entrepreneur',
      further: 'degree|course',
      place: 'P9',
      job: 'baker',
      started: '2019-08',
      staff: '4',
      'teamwork.importance': '6',
      'teamwork.development': '2',
      'law.importance': '_dk',
      satisfied: '5',
      recommend: '9',
      salary: '3400.5',
      greetings: '',
    };
    expect(parseResponseRow(survey, row, {})).toEqual({
      kind: 'valid',
      answers: {
        activity: 'entrepreneur',
        further: ['degree', 'course'],
        place: 'P9',
        job: 'baker',
        started: '2019-08',
        staff: 4,
        teamwork: { importance: '6', development: '2' },
        law: { importance: '_dk' },
        satisfied: '5',
        recommend: '9',
        salary: 3400.5,
      },
    });
  });

  test('with nothing in it is valid and has no answers', () => {
    expect(parseResponseRow(survey, {}, {})).toEqual({ kind: 'valid', answers: {} });
  });

  test('drops what the person was not asked', () => {
    expect(parseResponseRow(survey, { activity: 'studying', staff: '3', registration: '4' }, { field: '7' })).toEqual({
      kind: 'valid',
      answers: { activity: 'studying' },
    });
    expect(parseResponseRow(survey, { registration: '4' }, { field: '11' })).toMatchObject({
      answers: { registration: '4' },
    });
  });

  test('tells every problem at once, also of a question off the path', () => {
    const parsed = parseResponseRow(survey, { activity: 'zzz', staff: '3 400', recommend: '11', place: 'P1' }, {});
    expect(parsed.kind === 'invalid' && parsed.problems.map(({ field, problem }) => `${field} ${problem}`)).toEqual([
      'activity unknown_code',
      'staff not_a_number',
      'recommend unknown_code',
    ]);
  });
});

test('relevant answers are written to a row and read back the same', () => {
  fc.assert(
    fc.property(arbitraryAnswers(survey), arbitraryBackground(survey), (answers, background) => {
      const relevant = walk(survey, answers, background).relevantAnswers;
      const row = toResponseRow(survey, relevant);
      expect(Object.keys(row)).toEqual(responseColumns(survey));
      expect(parseResponseRow(survey, row, background)).toEqual({ kind: 'valid', answers: relevant });
    }),
  );
});

test('any row is read without throwing', () => {
  const rows = fc.dictionary(
    fc.constantFrom(...responseColumns(survey), '__proto__', 'zzz'),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(rows, (row) => {
      expect(['valid', 'invalid']).toContain(parseResponseRow(survey, row, {}).kind);
    }),
  );
});
