import { describe, expect, test } from '@jest/globals';
import { editPage, editQuestion, findingsAfter } from '../../../test/support/edit-definition.ts';

const is = (question: string, ...options: string[]) => ({ kind: 'any_of', question, options });
const all = (...conditions: unknown[]) => ({ kind: 'all', conditions });

describe('what nobody can see', () => {
  test('a question whose condition asks for two options of one single choice', () => {
    expect(
      findingsAfter(editQuestion('satisfied', { showIf: all(is('activity', 'studying'), is('activity', 'other')) })),
    ).toEqual(['pages[4].questions[0].showIf never_visible']);
  });

  test('a question whose condition contradicts its page', () => {
    expect(findingsAfter(editQuestion('place', { showIf: is('activity', 'studying') }))).toEqual([
      'pages[1].questions[0].showIf never_visible',
    ]);
  });

  test('a question that hangs on one which the same answers hide', () => {
    expect(
      findingsAfter(editQuestion('satisfied', { showIf: all(is('activity', 'studying'), is('place', 'P1')) })),
    ).toEqual(['pages[4].questions[0].showIf never_visible']);
  });

  test('a page, once for all its questions', () => {
    const showIf = all(is('activity', 'employed'), is('activity', 'other'));
    expect(findingsAfter(editPage(1, { showIf }))).toEqual(['pages[1].showIf unreachable_page']);
  });

  test('a page on which every question is hidden', () => {
    const found = findingsAfter((input) => {
      editPage(5, { showIf: is('activity', 'studying') })(input);
      editQuestion('salary', { showIf: is('activity', 'employed') })(input);
      editQuestion('greetings', { showIf: is('activity', 'other') })(input);
    });
    expect(found).toEqual([
      'pages[5].questions[0].showIf never_visible',
      'pages[5].questions[1].showIf never_visible',
      'pages[5].questions page_of_hidden_questions',
    ]);
  });

  test('a branch of a condition that can never hold', () => {
    const branch = all(is('activity', 'studying'), is('activity', 'other'));
    const showIf = { kind: 'any', conditions: [is('activity', 'employed'), branch] };
    expect(findingsAfter(editQuestion('satisfied', { showIf }))).toEqual([
      'pages[4].questions[0].showIf.conditions[1] impossible_condition',
    ]);
  });
});
