import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryAnswers, arbitraryBackground } from '../../../test/support/arbitrary-answers.ts';
import { aSurvey } from '../../../test/support/build-definition.ts';
import { isMet, type Condition } from '../condition.ts';
import { walk } from '../walk.ts';
import { possibility } from './possibility.ts';

const survey = aSurvey();
const LAST = survey.definition.pages.length;

function possible(...conditions: Condition[]): string {
  return possibility(
    survey,
    conditions.map((condition) => ({ condition, page: LAST })),
  ).kind;
}

const is = (question: string, ...options: string[]): Condition => ({ kind: 'any_of', question, options });
const atLeast = (question: string, value: number): Condition => ({ kind: 'at_least', question, value });
const atMost = (question: string, value: number): Condition => ({ kind: 'at_most', question, value });
const not = (condition: Condition): Condition => ({ kind: 'not', condition });
const answered = (question: string): Condition => ({ kind: 'answered', question });
const field = (...values: string[]): Condition => ({ kind: 'background', variable: 'field', values });
const gender = (...values: string[]): Condition => ({ kind: 'background', variable: 'gender', values });

describe('whether all can hold at once', () => {
  test.each<[string, Condition[], string]>([
    ['two options of a single choice', [is('activity', 'studying'), is('activity', 'other')], 'impossible'],
    ['two lists with a common option', [is('activity', 'studying', 'other'), is('activity', 'other')], 'possible'],
    ['two of several choices', [is('further', 'degree'), is('further', 'course')], 'possible'],
    [
      'three where two may be chosen',
      [is('further', 'degree'), is('further', 'course'), is('further', 'licence')],
      'impossible',
    ],
    ['an exclusive option and another', [is('further', 'none'), is('further', 'course')], 'impossible'],
    ['chosen and not answered', [is('activity', 'studying'), not(answered('activity'))], 'impossible'],
    ['answered with none of all options', [answered('satisfied'), not(atLeast('satisfied', 1))], 'impossible'],
    ['cannot-say is an answer without a number', [answered('uses_skills'), not(atLeast('uses_skills', 1))], 'possible'],
    ['beyond the scale', [atLeast('satisfied', 7)], 'impossible'],
    ['the end of the scale', [atLeast('satisfied', 6)], 'possible'],
    ['between two whole numbers', [atLeast('staff', 3.2), atMost('staff', 3.8)], 'impossible'],
    ['between two limits', [atLeast('staff', 4), atMost('staff', 4)], 'possible'],
    ['between two limits with decimals', [atLeast('salary', 3.2), not(atLeast('salary', 3.21))], 'possible'],
    ['a question of a page that is hidden then', [is('activity', 'studying'), answered('place')], 'impossible'],
    ['hidden through two pages', [is('activity', 'studying'), is('reasons', 'pay')], 'impossible'],
    ['level 4 and a reason for a low one', [atLeast('level', 4), is('reasons', 'pay')], 'impossible'],
    ['staff and an employee', [is('activity', 'employed'), answered('staff')], 'impossible'],
    ['staff and the match page, which staff hides', [answered('staff'), answered('level')], 'impossible'],
    [
      'pay of somebody who studies and recommends',
      [is('activity', 'studying'), answered('salary'), atLeast('recommend', 9)],
      'possible',
    ],
    [
      'pay of somebody who studies and does not',
      [is('activity', 'studying'), answered('salary'), atMost('recommend', 8)],
      'impossible',
    ],
    ['two values of one background variable', [field('7'), field('8')], 'impossible'],
    ['two background variables', [field('7'), gender('missing')], 'possible'],
    ['no value of a background variable', [not(gender('man', 'woman', 'missing'))], 'impossible'],
    ['registration outside its field', [answered('registration'), field('7')], 'impossible'],
    ['an answer to information', [answered('welcome')], 'impossible'],
  ])('%s', (_name, conditions, expected) => {
    expect(possible(...conditions)).toBe(expected);
  });

  test('what is reported elsewhere is open: an unknown question, one that comes later', () => {
    expect(possible(answered('zzz'))).toBe('possible');
    expect(possible(not(answered('zzz')), is('activity', 'studying'))).toBe('possible');
    const twoSteps: Condition = { kind: 'all', conditions: [is('satisfied', '1'), is('satisfied', '2')] };
    expect(possibility(survey, [{ condition: twoSteps, page: 0 }]).kind).toBe('possible');
    expect(possibility(survey, [{ condition: twoSteps, page: 5 }]).kind).toBe('impossible');
  });

  test('a question and a background variable may share a code', () => {
    const same = aSurvey((input) => {
      for (const variable of input.background) if (variable.code === 'gender') variable.code = 'activity';
    });
    const man: Condition = { kind: 'background', variable: 'activity', values: ['man'] };
    const goals = [is('activity', 'studying'), man].map((condition) => ({ condition, page: LAST }));
    expect(possibility(same, goals)).toEqual({
      kind: 'possible',
      answers: { activity: 'studying' },
      background: { activity: 'man' },
    });
  });
});

const QUESTIONS = [...survey.questions.keys()].filter((code) => code !== 'welcome' && code !== 'skills_intro');
const atom: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom(...QUESTIONS).map(answered),
  fc
    .subarray(['employed', 'entrepreneur', 'studying', 'other'], { minLength: 1 })
    .map((options) => is('activity', ...options)),
  fc.subarray(['degree', 'course', 'licence', 'none'], { minLength: 1 }).map((options) => is('further', ...options)),
  fc.subarray(['P1', 'P9'], { minLength: 1 }).map((options) => is('place', ...options)),
  fc.integer({ min: 0, max: 11 }).map((value) => atLeast('recommend', value)),
  fc.integer({ min: 0, max: 7 }).map((value) => atMost('level', value)),
  fc.integer({ min: -1, max: 501 }).map((value) => atMost('staff', value)),
  fc.subarray(['7', '8', '11'], { minLength: 1 }).map((values) => field(...values)),
);
const { condition: anyCondition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    atom,
    tie('condition').map(not),
    fc
      .array(tie('condition'), { minLength: 1, maxLength: 3 })
      .map((conditions): Condition => ({ kind: 'all', conditions })),
    fc
      .array(tie('condition'), { minLength: 1, maxLength: 3 })
      .map((conditions): Condition => ({ kind: 'any', conditions })),
  ),
}));

test('what somebody can meet is never called impossible', () => {
  fc.assert(
    fc.property(
      anyCondition,
      arbitraryAnswers(survey),
      arbitraryBackground(survey),
      (condition, answers, background) => {
        const { relevantAnswers } = walk(survey, answers, background);
        const met = isMet(condition, relevantAnswers, background) ? condition : not(condition);
        expect(possible(met)).toBe('possible');
      },
    ),
    { numRuns: 500 },
  );
});

test('a condition and its opposite are never possible together', () => {
  fc.assert(
    fc.property(anyCondition, (condition) => {
      expect(possible(condition, not(condition))).toBe('impossible');
    }),
  );
});

test('answers that are said to meet a condition do meet it, and are answers to visible questions', () => {
  fc.assert(
    fc.property(anyCondition, (condition) => {
      const found = possibility(survey, [{ condition, page: LAST }]);
      if (found.kind !== 'possible') return;
      const { relevantAnswers } = walk(survey, found.answers, found.background);
      expect(relevantAnswers).toEqual(found.answers);
      expect(isMet(condition, relevantAnswers, found.background)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
