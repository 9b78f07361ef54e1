import { expect, test } from '@jest/globals';
import { aSurvey, questionIn } from '../../../test/support/build-definition.ts';
import { nps } from './nps.ts';

const survey = aSurvey();
const question = questionIn(survey, 'nps', 'recommend');

test.each(['0', '7', '10'])('%s is an answer', (value) => {
  expect(nps.parseForm(survey, question, { recommend: value })).toEqual({ kind: 'answer', value });
  expect(nps.parseRow(survey, question, { recommend: value })).toEqual({ kind: 'answer', value });
});

test.each(['11', '-1', '07', '7.0', '_dk', 'x'])('%s is refused in form and row', (value) => {
  const refused = { problems: [{ problem: 'unknown_code' }] };
  expect(nps.parseForm(survey, question, { recommend: value })).toMatchObject(refused);
  expect(nps.parseRow(survey, question, { recommend: value })).toMatchObject(refused);
});

test('results have eleven categories and are a recommendation', () => {
  expect(nps.aggregate(survey, question)).toMatchObject({
    kind: 'categories',
    categories: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
    scores: null,
    nps: true,
    cannotSay: false,
  });
});
