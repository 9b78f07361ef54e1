import { describe, expect, test } from '@jest/globals';
import { careerSurvey } from '../../test/support/figure-context.ts';
import { splitsOfManifest, splitVariables } from './split-variables.ts';

describe('what divides the populations of a release', () => {
  test('gender and age band, as the definition declares them', () => {
    expect(splitVariables(careerSurvey().survey)).toEqual(['gender', 'age_band']);
  });

  test('of a release that was built before: what its manifest speaks of', () => {
    const cell = { exact: 1, at_least: 0, hidden: 0 };
    const levels = { nation: cell, 'field@age_band': cell, 'field@gender': cell, 'nation@age_band': cell };
    const { survey } = careerSurvey();
    expect(splitsOfManifest(survey, { cells_by_level: levels })).toEqual(['gender', 'age_band']);
    for (const without of [{ cells_by_level: { nation: cell } }, {}, null, 'text'])
      expect(splitsOfManifest(survey, without)).toEqual([]);
  });
});
