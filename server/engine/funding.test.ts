import { describe, expect, test } from '@jest/globals';
import { aSurvey, scaleInput } from '../../test/support/build-definition.ts';
import { words } from '../../test/support/words.ts';
import type { Answers } from './answer.ts';
import { fundingPoints } from './funding.ts';

const STATEMENTS = ['readiness', 'satisfaction', 'use', 'demand'];
const SKILLS = ['s1', 's2', 's3', 's4', 's5', 's6'];

/** Four statements of weight 1 and six skills of weight 1/6, each from 1 to 6: the indicator's form. */
const survey = aSurvey((input) => {
  const steps = scaleInput('steps', ['a', 'b', 'c', 'd', 'e', 'f'].map(words));
  const part = { text: words('part'), scale: 'steps', cannotSay: words('cannot say') };
  input.scales = [steps];
  input.pages = [
    {
      code: 'all',
      title: words('all'),
      questions: [
        ...STATEMENTS.map((code) => ({
          kind: 'scale' as const,
          code,
          text: words(code),
          scale: 'steps',
          cannotSay: words('cannot say'),
          funding: { of: 1, per: 1 },
        })),
        ...SKILLS.map((code) => ({
          kind: 'pair' as const,
          code,
          text: words(code),
          importance: part,
          development: part,
          funding: { of: 1, per: 6 },
        })),
        { kind: 'scale', code: 'outside', text: words('outside'), scale: 'steps' },
      ],
    },
  ];
});

function answersOf(statements: readonly number[], skills: readonly number[]): Answers {
  return {
    ...Object.fromEntries(statements.map((score, index) => [STATEMENTS[index] ?? '', String(score)])),
    ...Object.fromEntries(
      skills.map((score, index) => [SKILLS[index] ?? '', { importance: '1', development: String(score) }]),
    ),
  };
}

describe('points of one person', () => {
  test.each([
    ['all sixes', [6, 6, 6, 6], [6, 6, 6, 6, 6, 6], 30, 5],
    ['all ones', [1, 1, 1, 1], [1, 1, 1, 1, 1, 1], 5, 5],
    ['5, 5, 4, 4 and 6 to 1', [5, 5, 4, 4], [6, 5, 4, 3, 2, 1], 21.5, 5],
    ['two statements of a person without work', [5, 5], [], 10, 2],
    ['nothing', [], [], 0, 0],
  ])('%s', (_name, statements, skills, points, weight) => {
    expect(fundingPoints(survey, answersOf(statements, skills))).toEqual({ points, weight });
  });

  test('their means are points by weight', () => {
    const mean = ({ points, weight }: { points: number; weight: number }) => points / weight;
    expect(mean(fundingPoints(survey, answersOf([5, 5, 4, 4], [6, 5, 4, 3, 2, 1])))).toBe(4.3);
    expect(mean(fundingPoints(survey, answersOf([5, 5], [])))).toBe(5);
  });

  test('cannot-say, the importance of a skill and questions outside the indicator add nothing', () => {
    const answers = {
      readiness: '_dk',
      use: '4',
      s1: { importance: '6' },
      s2: { importance: '6', development: '_dk' },
      outside: '6',
    };
    expect(fundingPoints(survey, answers)).toEqual({ points: 4, weight: 1 });
  });
});
