import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aSurvey, scaleInput } from '../../test/support/build-definition.ts';
import { words } from '../../test/support/words.ts';
import { fundingPoints } from '../engine/funding.ts';
import { fundingIndicator, fundingWindow, type FundingItem } from './funding-indicator.ts';

const SCORES = [1, 2, 3, 4, 5, 6];
const STATEMENTS = ['readiness', 'satisfaction', 'use', 'demand'];
const SKILLS = ['s1', 's2', 's3', 's4', 's5', 's6'];

/** Counts of the answers of several people; null = did not answer. */
function itemsOf(
  people: readonly { statements: readonly (number | null)[]; skills: readonly (number | null)[] }[],
): FundingItem[] {
  const countsOf = (answers: readonly (number | null | undefined)[]) =>
    SCORES.map((score) => answers.filter((answer) => answer === score).length);
  return [
    ...STATEMENTS.map((code, place) => ({
      code,
      counts: countsOf(people.map(({ statements }) => statements[place])),
      scores: SCORES,
      of: 1,
      per: 1,
    })),
    ...SKILLS.map((code, place) => ({
      code,
      counts: countsOf(people.map(({ skills }) => skills[place])),
      scores: SCORES,
      of: 1,
      per: 6,
    })),
  ];
}

describe('funding indicator of a group', () => {
  test.each([
    ['all sixes', [6, 6, 6, 6], [6, 6, 6, 6, 6, 6], 30, 5, 6],
    ['all ones', [1, 1, 1, 1], [1, 1, 1, 1, 1, 1], 5, 5, 1],
    ['5, 5, 4, 4 and 6 to 1', [5, 5, 4, 4], [6, 5, 4, 3, 2, 1], 21.5, 5, 4.3],
    ['two statements of a person without work', [5, 5, null, null], [null, null, null, null, null, null], 10, 2, 5],
  ])('%s', (_name, statements, skills, points, weight, mean) => {
    const found = fundingIndicator(itemsOf([{ statements, skills }]));
    expect({ points: found.points, weight: found.weight, mean: found.mean }).toEqual({ points, weight, mean });
  });

  test('says what was counted', () => {
    const found = fundingIndicator(
      itemsOf([{ statements: [5, 5, null, null], skills: [6, null, null, null, null, null] }]),
    );
    expect(found.items[0]).toEqual({ code: 'readiness', answers: 1, points: 5, weight: 1, mean: 5 });
    expect(found.items[3]).toEqual({ code: 'demand', answers: 0, points: 0, weight: 0, mean: null });
    expect(found.items[4]).toEqual({ code: 's1', answers: 1, points: 1, weight: 1 / 6, mean: 6 });
  });

  test('adds up over people and over questions, and its mean lies on the scale', () => {
    const answer = fc.option(fc.integer({ min: 1, max: 6 }), { freq: 4 });
    const person = fc.record({
      statements: fc.array(answer, { minLength: 4, maxLength: 4 }),
      skills: fc.array(answer, { minLength: 6, maxLength: 6 }),
    });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 12 }), (people) => {
        const together = fundingIndicator(itemsOf(people));
        const apart = people.map((one) => fundingIndicator(itemsOf([one])));
        const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
        expect(together.points).toBeCloseTo(total(apart.map(({ points }) => points)), 9);
        expect(together.weight).toBeCloseTo(total(apart.map(({ weight }) => weight)), 9);
        expect(together.points).toBeCloseTo(total(together.items.map(({ points }) => points)), 9);
        if (together.mean === null) return expect(together.weight).toBe(0);
        expect(together.mean).toBeGreaterThanOrEqual(1);
        expect(together.mean).toBeLessThanOrEqual(6);
      }),
    );
  });

  test('is the sum of what the engine gives each person', () => {
    const survey = aSurvey((input) => {
      input.scales = [scaleInput('steps', SCORES.map(String).map(words))];
      const part = { text: words('part'), scale: 'steps' };
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
          ],
        },
      ];
    });
    const answer = fc.option(fc.integer({ min: 1, max: 6 }), { freq: 4 });
    const person = fc.record({
      statements: fc.array(answer, { minLength: 4, maxLength: 4 }),
      skills: fc.array(answer, { minLength: 6, maxLength: 6 }),
    });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 8 }), (people) => {
        const each = people.map(({ statements, skills }) =>
          fundingPoints(survey, {
            ...Object.fromEntries(
              statements.flatMap((score, index) => (score ? [[STATEMENTS[index] ?? '', String(score)]] : [])),
            ),
            ...Object.fromEntries(
              skills.flatMap((score, index) => (score ? [[SKILLS[index] ?? '', { development: String(score) }]] : [])),
            ),
          }),
        );
        const found = fundingIndicator(itemsOf(people));
        expect(found.points).toBeCloseTo(
          each.reduce((sum, { points }) => sum + points, 0),
          9,
        );
        expect(found.weight).toBeCloseTo(
          each.reduce((sum, { weight }) => sum + weight, 0),
          9,
        );
      }),
    );
  });

  test('a window adds points and weights of its years', () => {
    expect(
      fundingWindow([
        { points: 10, weight: 2 },
        { points: 21.5, weight: 5 },
      ]),
    ).toEqual({ points: 31.5, weight: 7, mean: 4.5 });
    expect(fundingWindow([{ points: 0, weight: 0 }])).toEqual({ points: 0, weight: 0, mean: null });
    expect(() => fundingWindow([])).toThrow(RangeError);
  });

  test('nothing, and questions that do not fit', () => {
    expect(fundingIndicator([])).toEqual({ points: 0, weight: 0, mean: null, items: [] });
    expect(() => fundingIndicator([{ code: 'x', counts: [1], scores: [1, 2], of: 1, per: 1 }])).toThrow(RangeError);
    expect(() => fundingIndicator([{ code: 'x', counts: [1], scores: [1], of: 0, per: 1 }])).toThrow(RangeError);
  });
});
