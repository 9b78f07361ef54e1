import { describe, expect, test } from '@jest/globals';
import type { Answers } from './answer.ts';
import { conditionSchema, isMet, questionsOf, type Condition } from './condition.ts';

const answers: Answers = {
  activity: 'employed',
  further: ['course', 'degree'],
  level: '3',
  scale: '_dk',
  staff: 12,
  skill: { importance: '5' },
};

describe('a condition', () => {
  test.each<[Condition, boolean]>([
    [{ kind: 'answered', question: 'skill' }, true],
    [{ kind: 'answered', question: 'zzz' }, false],
    [{ kind: 'any_of', question: 'activity', options: ['studying', 'employed'] }, true],
    [{ kind: 'any_of', question: 'activity', options: ['studying'] }, false],
    [{ kind: 'any_of', question: 'further', options: ['degree'] }, true],
    [{ kind: 'any_of', question: 'scale', options: ['_dk'] }, true],
    [{ kind: 'any_of', question: 'skill', options: ['5'] }, false],
    [{ kind: 'at_least', question: 'level', value: 3 }, true],
    [{ kind: 'at_least', question: 'level', value: 4 }, false],
    [{ kind: 'at_most', question: 'level', value: 3 }, true],
    [{ kind: 'at_most', question: 'level', value: 2 }, false],
    [{ kind: 'at_least', question: 'staff', value: 12 }, true],
    [{ kind: 'at_least', question: 'scale', value: 0 }, false],
    [{ kind: 'at_most', question: 'scale', value: 9 }, false],
    [{ kind: 'at_most', question: 'zzz', value: 9 }, false],
    [{ kind: 'background', variable: 'field', values: ['7', '8'] }, true],
    [{ kind: 'background', variable: 'gender', values: ['7'] }, false],
    [{ kind: 'not', condition: { kind: 'answered', question: 'zzz' } }, true],
  ])('%j is %s', (condition, expected) => {
    expect(isMet(condition, answers, { field: '7' })).toBe(expected);
  });

  test('all and any', () => {
    const yes: Condition = { kind: 'answered', question: 'level' };
    const no: Condition = { kind: 'answered', question: 'zzz' };
    expect(isMet({ kind: 'all', conditions: [yes, no] }, answers, {})).toBe(false);
    expect(isMet({ kind: 'any', conditions: [yes, no] }, answers, {})).toBe(true);
    expect(isMet({ kind: 'all', conditions: [yes, yes] }, answers, {})).toBe(true);
    expect(isMet({ kind: 'any', conditions: [no, no] }, answers, {})).toBe(false);
  });
});

test('the questions it looks at, each once', () => {
  const condition: Condition = {
    kind: 'all',
    conditions: [
      { kind: 'not', condition: { kind: 'answered', question: 'b' } },
      {
        kind: 'any',
        conditions: [
          { kind: 'at_least', question: 'a', value: 1 },
          { kind: 'answered', question: 'b' },
        ],
      },
      { kind: 'background', variable: 'field', values: ['7'] },
    ],
  };
  expect(questionsOf(condition)).toEqual(['b', 'a']);
  expect(conditionSchema.parse(condition)).toEqual(condition);
});
