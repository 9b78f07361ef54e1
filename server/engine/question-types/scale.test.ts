import { describe, expect, test } from '@jest/globals';
import { aSurvey, questionIn, scaleInput } from '../../../test/support/build-definition.ts';
import { words } from '../../../test/support/words.ts';
import { scale } from './scale.ts';

const survey = aSurvey();
const withCannotSay = questionIn(survey, 'scale', 'uses_skills');
const without = questionIn(survey, 'scale', 'level');

describe('a step on a scale', () => {
  test('is read from form and row alike', () => {
    expect(scale.parseForm(survey, without, { level: '6' })).toEqual({ kind: 'answer', value: '6' });
    expect(scale.parseRow(survey, without, { level: '6' })).toEqual({ kind: 'answer', value: '6' });
  });

  test('cannot-say counts where it is offered, and nowhere else', () => {
    expect(scale.parseForm(survey, withCannotSay, { uses_skills: '_dk' })).toEqual({ kind: 'answer', value: '_dk' });
    expect(scale.parseRow(survey, withCannotSay, { uses_skills: '_dk' })).toEqual({ kind: 'answer', value: '_dk' });
    const refused = { problems: [{ problem: 'unknown_code' }] };
    expect(scale.parseForm(survey, without, { level: '_dk' })).toMatchObject(refused);
    expect(scale.parseRow(survey, without, { level: '_dk' })).toMatchObject(refused);
  });

  test.each(['0', '7', '3.0', '03', 'x'])('%s is refused in form and row', (code) => {
    expect(scale.parseForm(survey, without, { level: code })).toMatchObject({ kind: 'invalid' });
    expect(scale.parseRow(survey, without, { level: code })).toMatchObject({ kind: 'invalid' });
  });
});

test('the summary has the words of the step, or those of cannot-say', () => {
  expect(scale.summary(survey, withCannotSay, '6', 'fi')).toEqual(['täysin samaa mieltä']);
  expect(scale.summary(survey, withCannotSay, '_dk', 'sv')).toEqual(['cannot say sv']);
});

test('results have scores; cannot-say is no category', () => {
  const aggregation = scale.aggregate(survey, withCannotSay);
  expect(aggregation).toMatchObject({
    kind: 'categories',
    categories: ['1', '2', '3', '4', '5', '6'],
    scores: [1, 2, 3, 4, 5, 6],
    cannotSay: true,
  });
  if (aggregation.kind !== 'categories') throw new Error('no categories');
  expect(aggregation.categoryOf('4')).toBe('4');
  expect(aggregation.categoryOf('_dk')).toBeNull();
  expect(scale.aggregate(survey, without)).toMatchObject({ cannotSay: false });
});

test('a score is that of the scale, and none for cannot-say', () => {
  expect(scale.score(survey, withCannotSay, '5')).toBe(5);
  expect(scale.score(survey, withCannotSay, '_dk')).toBeNull();
});

test('codes that are words cannot be compared with numbers', () => {
  const worded = aSurvey((input) => {
    const base = scaleInput('agreement', [words('low'), words('high')]);
    input.scales[0] = { ...base, options: base.options.map((option, index) => ({ ...option, code: `step${index}` })) };
  });
  expect(scale.range(worded, questionIn(worded, 'scale', 'level'))).toBeNull();
  expect(scale.range(survey, without)).toEqual({ from: 1, to: 6 });
});
