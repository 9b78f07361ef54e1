import { describe, expect, test } from '@jest/globals';
import { aSurvey, definitionInput } from '../../test/support/build-definition.ts';
import { findingsAfter } from '../../test/support/edit-definition.ts';
import { endOfCore, lastCorePage, standingOfCore } from './core.ts';
import { walk } from './walk.ts';

const codes = definitionInput().pages.map(({ code }) => code);
const withCore = (lastPage: string, minutes = 1) =>
  aSurvey((input) => void Object.assign(input, { core: { lastPage, minutes } }));

describe('the core of a survey', () => {
  test('without one there is one path', () => {
    const survey = aSurvey();
    const walked = walk(survey, {}, {});
    expect([lastCorePage(survey), endOfCore(survey, walked), standingOfCore(survey, walked, codes)]).toEqual([
      null,
      null,
      'none',
    ]);
  });

  test('is done when every page of it that the person is asked is done, whatever comes after', () => {
    const survey = withCore(codes[1] ?? '');
    const walked = walk(survey, {}, {});
    const asked = walked.pages.filter((page) => page <= 1).map((page) => codes[page] ?? '');
    expect(standingOfCore(survey, walked, [])).toBe('open');
    expect(standingOfCore(survey, walked, asked)).toBe('done');
    expect(standingOfCore(survey, walked, asked.slice(1))).toBe('open');
    expect(endOfCore(survey, walked)).toBe(walked.pages.findLast((page) => page <= 1));
  });

  test('ends with a page that there is, before the last, and takes less than the whole', () => {
    const planted = (core: object) => findingsAfter((input) => void Object.assign(input, { core }));
    expect(planted({ lastPage: codes[0], minutes: 1 })).toEqual([]);
    expect(planted({ lastPage: 'nowhere', minutes: 1 })).toEqual(['core.lastPage unknown_page']);
    expect(planted({ lastPage: codes.at(-1), minutes: 1 })).toEqual(['core.lastPage core_is_everything']);
    expect(planted({ lastPage: codes[0], minutes: 5 })).toEqual(['core.minutes core_is_everything']);
  });
});
