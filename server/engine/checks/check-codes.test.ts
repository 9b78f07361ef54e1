import { describe, expect, test } from '@jest/globals';
import { aSurvey } from '../../../test/support/build-definition.ts';
import { band, editQuestion, findingsAfter, option, type Edit } from '../../../test/support/edit-definition.ts';
import { checkDefinition } from '../check-definition.ts';

describe('texts', () => {
  test.each([
    ['blank', ' '],
    ['empty', ''],
    ['a zero-width space', '\u200b'],
  ])('%s', (_name, sv) => {
    expect(findingsAfter(editQuestion('level', { text: { fi: 'a', sv, en: 'b' } }))).toEqual([
      'pages[2].questions[1].text.sv missing_translation',
    ]);
  });

  test('inside options, bands, scales, backgrounds and units', () => {
    const blank = { fi: '', sv: 'b', en: 'c' };
    expect(findingsAfter(editQuestion('staff', { unit: blank }))).toEqual([
      'pages[1].questions[3].unit.fi missing_translation',
    ]);
    const inScale: Edit = (input) => Object.assign(input.scales[0]?.options[2] ?? {}, { label: blank });
    expect(findingsAfter(inScale)).toEqual([
      'scales[0].options[2].label.fi missing_translation',
      'scales[0].options scale_length',
    ]);
    const inBackground: Edit = (input) => Object.assign(input.background[1] ?? {}, { label: blank });
    expect(findingsAfter(inBackground)).toEqual(['background[1].label.fi missing_translation']);
  });
});

describe('codes', () => {
  test('of pages, questions, options, scales, bands and backgrounds are used once', () => {
    expect(findingsAfter((input) => Object.assign(input.pages[3] ?? {}, { code: 'now' }))).toEqual([
      'pages[3].code duplicate_code',
    ]);
    expect(findingsAfter(editQuestion('greetings', { code: 'job' }))).toEqual([
      'pages[5].questions[1].code duplicate_code',
    ]);
    expect(findingsAfter(editQuestion('reasons', { options: [option('a'), option('b'), option('a', 'c')] }))).toEqual([
      'pages[4].questions[2].options[2].code duplicate_code',
    ]);
    expect(findingsAfter((input) => input.scales.push(...input.scales.slice(0, 1)))).toEqual([
      'scales[3].code duplicate_code',
    ]);
    expect(findingsAfter((input) => Object.assign(input.scales[0]?.options[5] ?? {}, { code: '1' }))).toContain(
      'scales[0].options[5].code duplicate_code',
    );
    expect(findingsAfter((input) => Object.assign(input.background[2] ?? {}, { code: 'gender' }))).toEqual([
      'background[2].code duplicate_code',
    ]);
    const bands = [band('a', 0, 1), band('b', 1, 5), band('a', 5, 20), band('d', 20, 501)];
    expect(findingsAfter(editQuestion('staff', { bands }))).toContain(
      'pages[1].questions[3].bands[2].code duplicate_code',
    );
  });

  test.each(['person_key', 'institution', 'degree', 'submitted_on', 'constructor'])('%s is reserved', (code) => {
    expect(findingsAfter(editQuestion('greetings', { code }))).toEqual(['pages[5].questions[1].code reserved_code']);
  });

  test("a code that is another question's column", () => {
    // The schema refuses the dot; the checker does not lean on it.
    const survey = aSurvey();
    const greetings = survey.questions.get('greetings');
    if (greetings) greetings.code = 'law.importance';
    expect(checkDefinition(survey).map(({ place, rule }) => `${place} ${rule}`)).toContain(
      'pages[5].questions[1].code column_collision',
    );
  });
});
