import { describe, expect, test } from '@jest/globals';
import { aSurvey } from '../../test/support/build-definition.ts';
import type { Condition } from '../engine/condition.ts';
import { LANGUAGES } from '../engine/text.ts';
import { conditionInWords, type Naming } from './condition-words.ts';

const survey = aSurvey();
const byCode: Naming = { question: (code) => code, options: (_survey, _question, codes) => [...codes] };
const inWords = (condition: Condition, language: 'fi' | 'sv' | 'en' = 'en') =>
  conditionInWords(survey, condition, language, byCode);

const employed: Condition = { kind: 'any_of', question: 'activity', options: ['employed'] };
const woman: Condition = { kind: 'background', variable: 'gender', values: ['woman'] };
const answered: Condition = { kind: 'answered', question: 'further' };

describe('conditions in words', () => {
  test('one option and several are said differently', () => {
    expect(inWords(employed)).toBe('in question activity you chose option employed');
    expect(inWords({ ...employed, options: ['studying', 'employed'] })).toBe(
      'in question activity you chose one of these: employed, studying',
    );
  });

  test('in Finnish and Swedish', () => {
    expect(inWords(employed, 'fi')).toBe('valitsit kysymyksessä activity vaihtoehdon employed');
    expect(inWords({ kind: 'not', condition: employed }, 'sv')).toBe(
      'du i fråga activity inte valde alternativet employed',
    );
  });

  test('a limit on a scale is said by its steps', () => {
    const scale = [...survey.questions.values()].find(({ kind }) => kind === 'scale');
    if (!scale) throw new Error('the test survey has a scale');
    expect(inWords({ kind: 'at_most', question: scale.code, value: 2 })).toBe(
      `in question ${scale.code} you chose one of these: 1, 2`,
    );
  });

  test('a limit on a number keeps its number', () => {
    const number = [...survey.questions.values()].find(({ kind }) => kind === 'number');
    if (!number) throw new Error('the test survey has a number');
    expect(inWords({ kind: 'at_least', question: number.code, value: 12 })).toMatch(
      new RegExp(`^your answer to question ${number.code} is at least 12 `),
    );
  });

  test('the register is named, by its labels', () => {
    expect(inWords(woman)).toMatch(/^your “.*gender.*” in the register is .*woman/);
  });

  test('not (A and B) is not A or not B; parts of another kind are bracketed', () => {
    const both: Condition = { kind: 'all', conditions: [employed, answered] };
    expect(inWords({ kind: 'not', condition: both })).toBe(
      'in question activity you did not choose option employed or you did not answer question further',
    );
    expect(inWords({ kind: 'any', conditions: [both, woman] })).toMatch(/^\(.* and .*\) or your /);
  });

  test('not not A is A', () => {
    const twice: Condition = { kind: 'not', condition: { kind: 'not', condition: answered } };
    expect(inWords(twice)).toBe(inWords(answered));
  });

  test.each(LANGUAGES)('what is denied never reads like what is said (%s)', (language) => {
    const limit: Condition = { kind: 'at_least', question: 'pay', value: 1 };
    for (const condition of [employed, answered, woman, limit])
      expect(inWords({ kind: 'not', condition }, language)).not.toBe(inWords(condition, language));
  });
});
