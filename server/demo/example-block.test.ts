import { expect, test } from '@jest/globals';
import { loadSurveys } from '../../survey-definitions/index.ts';
import { composeSurvey } from '../engine/own-block.ts';
import { reviewDefinition } from '../engine/review-definition.ts';
import { EXAMPLE_BLOCK } from './example-block.ts';

test.each([1, 2])(
  'the own questions of the demonstration go with version %i, and are an invented institution’s',
  (version) => {
    const survey = loadSurveys().find(EXAMPLE_BLOCK.survey, version);
    if (!survey) throw new Error('no survey');
    const { findings, paths } = reviewDefinition(composeSurvey(survey, [EXAMPLE_BLOCK]));
    const own = findings.filter(({ place }) => place.startsWith(`pages[${survey.definition.pages.length}]`));
    expect([own, paths?.reached]).toEqual([[], 1]);
    const place = survey.lists.get('institutions')?.codes.find(({ code }) => code === EXAMPLE_BLOCK.owner.institution);
    expect(place?.invented).toBe(true);
  },
);
