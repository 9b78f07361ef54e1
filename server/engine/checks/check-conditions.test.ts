import { describe, expect, test } from '@jest/globals';
import { editPage, editQuestion, findingsAfter } from '../../../test/support/edit-definition.ts';

const is = (question: string, ...options: string[]) => ({ kind: 'any_of', question, options });

describe('conditions name what exists, earlier', () => {
  test.each<[string, unknown, string]>([
    ['a question', is('zzz', 'a'), 'question unknown_question'],
    ['an option', is('activity', 'employed', 'zzz'), 'options[1] unknown_option'],
    ['a step of a scale', is('level', '9'), 'options[0] unknown_option'],
    ['cannot-say where it is not offered', is('level', '_dk'), 'options[0] unknown_option'],
    ['a code of a list', is('place', 'P7'), 'options[0] unknown_option'],
    ['a background variable', { kind: 'background', variable: 'zzz', values: ['1'] }, 'variable unknown_background'],
    [
      'a background value',
      { kind: 'background', variable: 'age', values: ['old'] },
      'values[0] unknown_background_value',
    ],
    ['the same page', is('recommend', '9'), 'question looks_ahead'],
    ['a later page', { kind: 'answered', question: 'salary' }, 'question looks_ahead'],
    ['itself', { kind: 'answered', question: 'satisfied' }, 'question looks_ahead'],
    ['options of a text', is('job', 'nurse'), 'kind condition_of_wrong_kind'],
    ['options of a pair', is('law', '5'), 'kind condition_of_wrong_kind'],
    [
      'a number of a single choice',
      { kind: 'at_least', question: 'activity', value: 1 },
      'kind condition_of_wrong_kind',
    ],
    ['an answer to information', { kind: 'answered', question: 'welcome' }, 'kind condition_of_wrong_kind'],
    ['a number beyond the scale', { kind: 'at_least', question: 'level', value: 7 }, 'value beyond_range'],
    ['a number below the scale', { kind: 'at_most', question: 'level', value: 0 }, 'value beyond_range'],
    ['a number beyond the greatest', { kind: 'at_least', question: 'staff', value: 501 }, 'value beyond_range'],
  ])('%s', (_name, showIf, expected) => {
    expect(findingsAfter(editQuestion('satisfied', { showIf }))[0]).toBe(`pages[4].questions[0].showIf.${expected}`);
  });

  test('deep inside, and on pages', () => {
    const showIf = { kind: 'not', condition: { kind: 'any', conditions: [is('level', '1'), is('zzz', 'a')] } };
    expect(findingsAfter(editPage(4, { showIf }))).toEqual([
      'pages[4].showIf.condition.conditions[1].question unknown_question',
    ]);
  });

  test('a circle of pages is found where it looks ahead', () => {
    expect(findingsAfter(editPage(1, { showIf: is('satisfied', '1') }))).toEqual([
      'pages[1].showIf.question looks_ahead',
    ]);
  });

  test.each<[string, unknown]>([
    ['the last step of a scale', { kind: 'at_least', question: 'level', value: 6 }],
    ['the first step of a scale', { kind: 'at_most', question: 'level', value: 1 }],
    ['the least number', { kind: 'at_most', question: 'staff', value: 0 }],
    ['cannot-say where it is offered', is('uses_skills', '_dk')],
    ['whether a pair was answered', { kind: 'answered', question: 'law' }],
    ['a code of a list', is('place', 'P9')],
  ])('may ask for %s', (_name, showIf) => {
    expect(findingsAfter(editQuestion('satisfied', { showIf }))).toEqual([]);
  });
});
