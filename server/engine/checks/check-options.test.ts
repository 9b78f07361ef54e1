import { describe, expect, test } from '@jest/globals';
import { editQuestion, findingsAfter, option } from '../../../test/support/edit-definition.ts';

describe('options', () => {
  test('exclusive twice, alone, or in a single choice', () => {
    const exclusive = (code: string) => ({ ...option(code), exclusive: true });
    expect(
      findingsAfter(editQuestion('reasons', { options: [option('a'), option('b'), exclusive('c'), exclusive('d')] })),
    ).toEqual(['pages[4].questions[2].options[3].exclusive exclusive_twice']);
    expect(findingsAfter(editQuestion('reasons', { options: [option('a'), exclusive('c')] }))).toEqual([
      'pages[4].questions[2].options[1].exclusive exclusive_alone',
    ]);
    const activities = ['employed', 'entrepreneur', 'studying', 'unemployed'].map((code) => option(code));
    expect(findingsAfter(editQuestion('activity', { options: [...activities, exclusive('other')] }))).toEqual([
      'pages[0].questions[1].options[4].exclusive exclusive_in_single',
    ]);
  });

  test('more may be chosen than there are', () => {
    expect(findingsAfter(editQuestion('further', { max: 4 }))).toEqual(['pages[0].questions[2].max max_above_options']);
    expect(findingsAfter(editQuestion('further', { max: 3 }))).toEqual([]);
  });

  test('two with the same words in one language, however they are spaced and written', () => {
    const options = [option('a'), { code: 'b', label: { fi: 'B', sv: ' A  SV', en: 'B en' } }];
    expect(findingsAfter(editQuestion('reasons', { options }))).toEqual([
      'pages[4].questions[2].options[1].label.sv same_label',
    ]);
  });
});
