import { describe, expect, test } from '@jest/globals';
import { aSurvey, questionIn } from '../../../test/support/build-definition.ts';
import { pair } from './pair.ts';

const survey = aSurvey();
const question = questionIn(survey, 'pair', 'teamwork');

test('the names of fields and columns', () => {
  expect(pair.columns(question)).toEqual(['teamwork.importance', 'teamwork.development']);
  expect(pair.fields(question)).toEqual(['teamwork.importance', 'teamwork.development']);
});

describe('a pair', () => {
  test.each([
    ['both', { 'teamwork.importance': '6', 'teamwork.development': '2' }, { importance: '6', development: '2' }],
    ['importance only', { 'teamwork.importance': '6' }, { importance: '6' }],
    ['development only', { 'teamwork.development': '1' }, { development: '1' }],
    [
      'cannot-say of one part',
      { 'teamwork.importance': '_dk', 'teamwork.development': '2' },
      { importance: '_dk', development: '2' },
    ],
  ])('%s is read from form and row', (_name, raw, value) => {
    expect(pair.parseForm(survey, question, raw)).toEqual({ kind: 'answer', value });
    expect(pair.parseRow(survey, question, raw)).toEqual({ kind: 'answer', value });
  });

  test('cannot-say where it is not offered is refused in form and row', () => {
    const raw = { 'teamwork.importance': '3', 'teamwork.development': '_dk' };
    const field = 'teamwork.development';
    const problems = [{ question: 'teamwork', field, problem: 'unknown_code', params: { value: '_dk' } }];
    expect(pair.parseForm(survey, question, raw)).toEqual({ kind: 'invalid', problems });
    expect(pair.parseRow(survey, question, raw)).toEqual({ kind: 'invalid', problems });
  });

  test('no part is no answer', () => {
    expect(pair.parseForm(survey, question, {})).toEqual({ kind: 'empty' });
    expect(pair.parseForm(survey, question, { teamwork: '5', 'teamwork.importance': ' ' })).toEqual({ kind: 'empty' });
    expect(pair.stored(survey, question).safeParse({}).success).toBe(false);
  });
});

test('the summary has a line for each part that was answered', () => {
  expect(pair.summary(survey, question, { importance: '6', development: '1' }, 'en')).toEqual([
    'how important en: very much',
    'how much studies developed it en: not at all',
  ]);
  expect(pair.summary(survey, question, { development: '1' }, 'en')).toHaveLength(1);
});

test('the funding indicator counts the development part', () => {
  expect(pair.score(survey, question, { importance: '6', development: '2' })).toBe(2);
  expect(pair.score(survey, question, { importance: '6' })).toBeNull();
});

test('results have the scale of both parts, and say where cannot-say was offered', () => {
  expect(pair.aggregate(survey, question)).toEqual({
    kind: 'pair',
    categories: ['1', '2', '3', '4', '5', '6'],
    scores: [1, 2, 3, 4, 5, 6],
    cannotSay: { importance: true, development: false },
  });
});
