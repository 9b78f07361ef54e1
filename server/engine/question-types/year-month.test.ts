import { describe, expect, test } from '@jest/globals';
import { aSurvey, questionIn } from '../../../test/support/build-definition.ts';
import { yearMonth } from './year-month.ts';

const survey = aSurvey();
const question = questionIn(survey, 'year_month', 'started');

function posted(year: string | undefined, month: string | undefined): unknown {
  const form = { 'started.year': year, 'started.month': month };
  const parsed = yearMonth.parseForm(survey, question, form);
  return parsed.kind === 'invalid' ? parsed.problems.map(({ field, problem }) => `${field} ${problem}`) : parsed;
}

test('the page asks for two fields, the file for one column', () => {
  expect(yearMonth.fields(question)).toEqual(['started.year', 'started.month']);
  expect(yearMonth.columns(question)).toEqual(['started']);
});

describe('a posted year and month', () => {
  test.each([
    ['2020', '5', '2020-05'],
    ['2020', '05', '2020-05'],
    [' 2015 ', '12', '2015-12'],
    ['2024', '1', '2024-01'],
  ])('%s and %s', (year, month, value) => {
    expect(posted(year, month)).toEqual({ kind: 'answer', value });
  });

  test.each([
    [undefined, undefined],
    ['', ''],
    ['\0', ' '],
  ])('%j and %j are no answer', (year, month) => {
    expect(posted(year, month)).toEqual({ kind: 'empty' });
  });

  test.each([
    ['', '5', ['started.year month_without_year']],
    ['2020', '', ['started.month not_a_month']],
    ['2020', '13', ['started.month not_a_month']],
    ['2020', '0', ['started.month not_a_month']],
    ['2020', '1.5', ['started.month not_a_month']],
    ['2014', '5', ['started.year outside_years']],
    ['2025', '5', ['started.year outside_years']],
    ['20', '5', ['started.year outside_years']],
    ['02020', '5', ['started.year outside_years']],
    ['x', 'y', ['started.year outside_years', 'started.month not_a_month']],
  ])('%j and %j are refused', (year, month, expected) => {
    expect(posted(year, month)).toEqual(expected);
  });

  test('the problem says which years are asked for', () => {
    const form = { 'started.year': '1999', 'started.month': '1' };
    expect(yearMonth.parseForm(survey, question, form)).toMatchObject({
      problems: [{ params: { min: 2015, max: 2024 } }],
    });
  });
});

describe('a cell', () => {
  test('is a year and a month with a hyphen', () => {
    expect(yearMonth.parseRow(survey, question, { started: '2020-05' })).toEqual({ kind: 'answer', value: '2020-05' });
  });

  test.each([
    ['2020', 'not_a_month'],
    ['2020-5', 'not_a_month'],
    ['2020-13', 'not_a_month'],
    ['2020-05-01', 'not_a_month'],
    ['05/2020', 'not_a_month'],
    ['2014-05', 'outside_years'],
  ])('%s is refused', (cell, problem) => {
    expect(yearMonth.parseRow(survey, question, { started: cell })).toMatchObject({
      problems: [{ field: 'started', problem }],
    });
  });
});

test('the twelve months of a year fall in the band of that year', () => {
  const aggregation = yearMonth.aggregate(survey, question);
  if (aggregation.kind !== 'bands') throw new Error('no bands');
  expect(aggregation.numberOf('2020-01')).toBe(2020);
  expect(aggregation.numberOf('2020-07')).toBe(2020.5);
  expect(aggregation.numberOf('2020-12')).toBeLessThan(2021);
  expect(aggregation.bands.map(({ code }) => code)).toEqual(['y15', 'y18', 'y20', 'y22']);
});

test('the summary is the month and the year', () => {
  expect(yearMonth.summary(survey, question, '2020-05', 'fi')).toEqual(['5/2020']);
});
