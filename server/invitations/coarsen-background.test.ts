import { describe, expect, test } from '@jest/globals';
import { loadSurveys } from '../../survey-definitions/index.ts';
import { coarsenBackground } from './coarsen-background.ts';

const survey = loadSurveys().find('amk-career', 2);
if (!survey) throw new Error('The survey of this test is gone.');

const person = {
  institution: '02467',
  degree: '671101',
  graduation_date: '2020-12-31',
  gender: 'female',
  birth_year: 1990,
  study_language: 'sv',
  contact_language: 'sv',
  email: 'a@example.org',
};

describe('what travels with answers', () => {
  test('holds the declared variables and no date, year, address or person', () => {
    expect(coarsenBackground(survey, person)).toEqual({
      institution: '02467',
      degree: '671101',
      gender: 'female',
      age_band: '30_39',
      study_language: 'sv',
    });
  });

  test.each([
    [1995, '25_29'],
    [1996, 'under_25'],
    [1991, '25_29'],
    [1990, '30_39'],
    [1980, '40_plus'],
    [2021, 'unknown'],
    [null, 'unknown'],
  ])('a year of birth %s is the age band %s', (birthYear, band) => {
    expect(coarsenBackground(survey, { ...person, birth_year: birthYear })['age_band']).toBe(band);
  });

  test('text and number of a year mean the same, so files and the database agree', () => {
    expect(coarsenBackground(survey, { ...person, birth_year: '1990' })).toEqual(coarsenBackground(survey, person));
  });

  test('what is not known or not declared becomes the missing category; a code list has no entry', () => {
    const little = { institution: '02467', degree: '', gender: 'x', study_language: null };
    expect(coarsenBackground(survey, little)).toEqual({
      institution: '02467',
      gender: 'unknown',
      age_band: 'unknown',
      study_language: 'unknown',
    });
  });
});
