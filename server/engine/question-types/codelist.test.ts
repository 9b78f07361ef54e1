import { expect, test } from '@jest/globals';
import { aSurvey, questionIn, questionInput } from '../../../test/support/build-definition.ts';
import { codelist } from './codelist.ts';

const survey = aSurvey();
const question = questionIn(survey, 'codelist', 'place');

function categoriesOf(by: 'code' | 'group') {
  const changed = aSurvey((input) => Object.assign(questionInput(input, 'place'), { resultsBy: by }));
  const aggregation = codelist.aggregate(changed, questionIn(changed, 'codelist', 'place'));
  if (aggregation.kind !== 'categories') throw new Error('no categories');
  return aggregation;
}

test('a posted code of the list is taken; another is refused', () => {
  expect(codelist.parseForm(survey, question, { place: 'P2' })).toEqual({ kind: 'answer', value: 'P2' });
  expect(codelist.parseForm(survey, question, { place: 'p2' })).toMatchObject({
    problems: [{ problem: 'not_in_list' }],
  });
  expect(codelist.parseForm(survey, question, { place: 'coast' })).toMatchObject({ kind: 'invalid' });
  expect(codelist.parseForm(survey, question, {})).toEqual({ kind: 'empty' });
});

test('in a row a code that is not in the list is a problem', () => {
  expect(codelist.parseRow(survey, question, { place: 'P2' })).toEqual({ kind: 'answer', value: 'P2' });
  expect(codelist.parseRow(survey, question, { place: 'P7' })).toEqual({
    kind: 'invalid',
    problems: [{ question: 'place', field: 'place', problem: 'not_in_list', params: { value: 'P7' } }],
  });
});

test('results by group: groups in their declared order, then codes without a group', () => {
  const { categories, categoryOf } = categoriesOf('group');
  expect(categories).toEqual(['inland', 'coast', 'P9']);
  expect(['P1', 'P2', 'P3', 'P9', 'P7'].map(categoryOf)).toEqual(['coast', 'coast', 'inland', 'P9', null]);
});

test('results by code', () => {
  const { categories, categoryOf } = categoriesOf('code');
  expect(categories).toEqual(['P1', 'P2', 'P3', 'P9']);
  expect(categoryOf('P1')).toBe('P1');
});

test('the summary is the label; a code that has left the list stands for itself', () => {
  expect(codelist.summary(survey, question, 'P1', 'sv')).toEqual(['harbour sv']);
  expect(codelist.summary(survey, question, 'P7', 'sv')).toEqual(['P7']);
  expect(codelist.stored(survey, question).safeParse('P7').success).toBe(true);
});
