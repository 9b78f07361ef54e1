import { describe, expect, test } from '@jest/globals';
import { loadSurveys } from '../../survey-definitions/index.ts';
import { decidePart } from './decide-part.ts';

const survey = loadSurveys().find('amk-career', 2);
if (!survey) throw new Error('The survey of this test is gone.');
const begun = { answers: { main_activity: 'unemployed' } };
const open = (part: string, response: typeof begun | null = begun) =>
  decidePart({ survey: survey as NonNullable<typeof survey>, background: {}, response, part });

describe('the part that an address opens', () => {
  test('is that part, for someone who has begun and is asked it', () => {
    expect(open('5')).toEqual({ pageIndex: 4, isAsked: true });
    expect(open('1', null)).toEqual({ pageIndex: 0, isAsked: true });
  });

  test('is the first part when that one is not asked, does not exist, or nothing is begun', () => {
    for (const part of ['2', '0', '8', 'x', '']) expect(open(part)).toEqual({ pageIndex: 0, isAsked: false });
    expect(open('3', null)).toEqual({ pageIndex: 0, isAsked: false });
  });
});
