import { expect, test } from '@jest/globals';
import { aSurvey, questionIn } from '../../../test/support/build-definition.ts';
import { info } from './info.ts';

const survey = aSurvey();
const question = questionIn(survey, 'info', 'welcome');

test('information has no field, no column and no value, whatever is posted', () => {
  expect(info.fields(question)).toEqual([]);
  expect(info.columns(question)).toEqual([]);
  expect(info.parseForm(survey, question, { welcome: 'x' })).toEqual({ kind: 'empty' });
  expect(info.parseRow(survey, question, { welcome: 'x' })).toEqual({ kind: 'empty' });
  expect(info.stored(survey, question).safeParse('x').success).toBe(false);
});
