import { describe, expect, test } from '@jest/globals';
import { aSurvey, questionIn } from '../../../test/support/build-definition.ts';
import { single } from './single.ts';

const survey = aSurvey();
const question = questionIn(survey, 'single', 'activity');

function refused(value: string) {
  return {
    kind: 'invalid',
    problems: [{ question: 'activity', field: 'activity', problem: 'unknown_code', params: { value } }],
  };
}

describe('a posted single choice', () => {
  test.each([
    ['an option', { activity: 'studying' }, { kind: 'answer', value: 'studying' }],
    ['an option with space around it', { activity: ' studying ' }, { kind: 'answer', value: 'studying' }],
    ['nothing', {}, { kind: 'empty' }],
    ['a blank', { activity: '' }, { kind: 'empty' }],
    ['an option that does not exist', { activity: 'astronaut' }, refused('astronaut')],
    ['a name of every object', { activity: 'constructor' }, refused('constructor')],
    ['words instead of a code', { activity: 'I am an astronaut' }, refused('…')],
    ['two of the same name', { activity: ['zzz', 'other', 'studying'] }, { kind: 'answer', value: 'other' }],
  ])('%s', (_name, form, expected) => {
    expect(single.parseForm(survey, question, form)).toEqual(expected);
  });

  test('what an object inherits is not posted', () => {
    const form = Object.create({ activity: 'studying' });
    expect(single.parseForm(survey, question, form)).toEqual({ kind: 'empty' });
  });
});

describe('a cell of a single choice', () => {
  test('a code that does not exist is a problem that names the column and the code', () => {
    expect(single.parseRow(survey, question, { activity: 'astronaut' })).toEqual({
      kind: 'invalid',
      problems: [{ question: 'activity', field: 'activity', problem: 'unknown_code', params: { value: 'astronaut' } }],
    });
  });

  test('words in the wrong column are not repeated in the problem', () => {
    expect(single.parseRow(survey, question, { activity: 'I drive a bus' })).toMatchObject({
      problems: [{ params: { value: '…' } }],
    });
  });

  test('cannot-say is not offered', () => {
    expect(single.parseRow(survey, question, { activity: '_dk' })).toMatchObject({ kind: 'invalid' });
  });
});

test('the summary is the label in the language asked for', () => {
  expect(single.summary(survey, question, 'studying', 'sv')).toEqual(['studying sv']);
});

test('results have the options as categories, without scores', () => {
  const aggregation = single.aggregate(survey, question);
  expect(aggregation).toMatchObject({
    kind: 'categories',
    categories: ['employed', 'entrepreneur', 'studying', 'unemployed', 'other'],
    scores: null,
    nps: false,
    cannotSay: false,
  });
  if (aggregation.kind !== 'categories') throw new Error('no categories');
  expect(aggregation.categoryOf('studying')).toBe('studying');
  expect(aggregation.categoryOf('astronaut')).toBeNull();
});
