import { describe, expect, test } from '@jest/globals';
import { aSurvey, questionIn, questionInput } from '../../../test/support/build-definition.ts';
import { number } from './number.ts';

const survey = aSurvey();
const staff = questionIn(survey, 'number', 'staff');
const salary = questionIn(survey, 'number', 'salary');

function problemOf(text: string, question = staff): unknown {
  const parsed = number.parseForm(survey, question, { [question.code]: text });
  return parsed.kind === 'invalid' ? [parsed.problems[0]?.problem, parsed.problems[0]?.params] : parsed;
}

describe('a posted number', () => {
  test.each([
    ['9.2', ['too_many_decimals', { limit: 0 }]],
    ['0.5', ['too_many_decimals', { limit: 0 }]],
    ['1.', ['not_a_number', {}]],
    ['.', ['not_a_number', {}]],
    ['3,4 k', ['not_a_number', {}]],
    ['-1', ['below_min', { min: 0, max: 500 }]],
    ['501', ['above_max', { min: 0, max: 500 }]],
    ['9.200', ['above_max', { min: 0, max: 500 }]],
    ['9'.repeat(40), ['above_max', { min: 0, max: 500 }]],
  ])('%s is refused', (text, expected) => {
    expect(problemOf(text)).toEqual(expected);
  });

  test.each([
    ['1.0', { kind: 'answer', value: 1 }],
    ['0', { kind: 'answer', value: 0 }],
    ['500', { kind: 'answer', value: 500, implausible: true }],
    ['100', { kind: 'answer', value: 100 }],
    ['101', { kind: 'answer', value: 101, implausible: true }],
    ['  ', { kind: 'empty' }],
  ])('%j is taken', (text, expected) => {
    expect(problemOf(text)).toEqual(expected);
  });

  test('monthly pay with decimals and unit', () => {
    expect(problemOf('3 400,55 €', salary)).toEqual({ kind: 'answer', value: 3400.55 });
    expect(problemOf('3400,555', salary)).toEqual(['too_many_decimals', { limit: 2 }]);
    expect(problemOf('34', salary)).toEqual({ kind: 'answer', value: 34, implausible: true });
    expect(problemOf('kolme tonnia', salary)).toEqual(['not_a_number', {}]);
  });

  test('a minus sign where numbers below zero are asked for', () => {
    const cold = aSurvey((input) => Object.assign(questionInput(input, 'staff'), { min: -40 }));
    expect(number.parseForm(cold, questionIn(cold, 'number', 'staff'), { staff: '−12' })).toEqual({
      kind: 'answer',
      value: -12,
      implausible: true,
    });
  });
});

test('a row has a dot for decimals and nothing else', () => {
  expect(number.parseRow(survey, salary, { salary: '3400.5' })).toEqual({ kind: 'answer', value: 3400.5 });
  expect(number.parseRow(survey, salary, { salary: '3 400' })).toMatchObject({
    problems: [{ problem: 'not_a_number' }],
  });
  expect(number.parseRow(survey, staff, { staff: '9.2' })).toMatchObject({
    problems: [{ problem: 'too_many_decimals' }],
  });
  expect(number.parseRow(survey, staff, {})).toEqual({ kind: 'empty' });
  expect(number.toRow(salary, 3400.5)).toEqual({ salary: '3400.5' });
});

test('the summary is written as the language writes numbers, with the unit', () => {
  expect(number.summary(survey, salary, 3400.5, 'en')).toEqual(['3,400.5 €/month']);
  expect(number.summary(survey, salary, 3400.5, 'fi')).toEqual(['3\u00a0400,5 €/kk']);
});

test('results are protected on the declared bands', () => {
  const aggregation = number.aggregate(survey, salary);
  expect(aggregation).toMatchObject({
    kind: 'bands',
    roundTo: 50,
    bands: [
      { code: 'to2000', from: 0, below: 2000 },
      { code: 'to3000', from: 2000, below: 3000 },
      { code: 'to4000', from: 3000, below: 4000 },
      { code: 'from4000', from: 4000, below: 50_001 },
    ],
  });
  if (aggregation.kind !== 'bands') throw new Error('no bands');
  expect(aggregation.numberOf(3400.5)).toBe(3400.5);
});

test('samples lie on both sides of every limit, inside what can be answered', () => {
  const values = number.samples(survey, staff, { optionLists: [], numbers: [10, 500, 900] });
  expect(values).toEqual(expect.arrayContaining([0, 9, 10, 11, 499, 500]));
  expect(values.every((value) => Number(value) >= 0 && Number(value) <= 500)).toBe(true);
});
