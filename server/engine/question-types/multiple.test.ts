import { describe, expect, test } from '@jest/globals';
import { aSurvey, questionIn } from '../../../test/support/build-definition.ts';
import { multiple } from './multiple.ts';

const survey = aSurvey();
const question = questionIn(survey, 'multiple', 'further');

describe('posted choices', () => {
  test.each([
    ['one', { further: 'course' }, ['course']],
    ['several, in the order of the definition', { further: ['course', 'degree'] }, ['degree', 'course']],
    ['the same twice', { further: ['course', 'course'] }, ['course']],
    ['the exclusive one alone', { further: 'none' }, ['none']],
  ])('%s', (_name, form, value) => {
    expect(multiple.parseForm(survey, question, form)).toEqual({ kind: 'answer', value });
  });

  test.each([
    ['nothing', {}],
    ['blanks', { further: ['', ' '] }],
  ])('%s leaves it empty', (_name, form) => {
    expect(multiple.parseForm(survey, question, form)).toEqual({ kind: 'empty' });
  });

  test.each([[['zzz']], [['zzz', 'licence']], [['licence', 'yyy-1', 'zzz']]])('%j is a problem, told once', (codes) => {
    const value = codes.find((code) => code !== 'licence');
    expect(multiple.parseForm(survey, question, { further: codes })).toEqual({
      kind: 'invalid',
      problems: [{ question: 'further', field: 'further', problem: 'unknown_code', params: { value } }],
    });
  });

  test('"none of these" beside another is a problem', () => {
    expect(multiple.parseForm(survey, question, { further: ['none', 'course'] })).toEqual({
      kind: 'invalid',
      problems: [{ question: 'further', field: 'further', problem: 'exclusive_with_others', params: {} }],
    });
  });

  test('more than may be chosen is a problem that says how many', () => {
    expect(multiple.parseForm(survey, question, { further: ['degree', 'course', 'licence'] })).toEqual({
      kind: 'invalid',
      problems: [{ question: 'further', field: 'further', problem: 'too_many_chosen', params: { max: 2 } }],
    });
  });
});

describe('a cell of several choices', () => {
  test('codes with a bar between, in any order', () => {
    expect(multiple.parseRow(survey, question, { further: 'licence | degree' })).toEqual({
      kind: 'answer',
      value: ['degree', 'licence'],
    });
  });

  test('every unknown code is a problem, also an empty one', () => {
    expect(multiple.parseRow(survey, question, { further: 'zzz|degree||' })).toMatchObject({
      kind: 'invalid',
      problems: [{ params: { value: 'zzz' } }, { problem: 'unknown_code' }, { problem: 'unknown_code' }],
    });
  });

  test('the rules of the form hold', () => {
    expect(multiple.parseRow(survey, question, { further: 'none|degree' })).toMatchObject({
      problems: [{ problem: 'exclusive_with_others' }],
    });
    expect(multiple.parseRow(survey, question, { further: 'degree|course|licence' })).toMatchObject({
      problems: [{ problem: 'too_many_chosen' }],
    });
  });

  test('is written as it is read', () => {
    expect(multiple.toRow(question, ['degree', 'licence'])).toEqual({ further: 'degree|licence' });
    expect(multiple.toRow(question, undefined)).toEqual({ further: '' });
  });
});

test('the summary has a line for each choice', () => {
  expect(multiple.summary(survey, question, ['degree', 'licence'], 'en')).toEqual(['degree en', 'licence en']);
});

test('the checker tries every set that conditions can tell apart and the question allows', () => {
  const sets = multiple.samples(survey, question, { optionLists: [['degree'], ['course']], numbers: [] });
  // degree, course, licence (in no list) and none; two at most, and none only alone.
  expect(sets.map((set) => (Array.isArray(set) ? set.join('+') : set)).sort()).toEqual(
    ['course', 'course+licence', 'degree', 'degree+course', 'degree+licence', 'licence', 'none'].sort(),
  );
});
