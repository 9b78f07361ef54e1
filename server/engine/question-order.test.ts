import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aSurvey } from '../../test/support/build-definition.ts';
import { drawQuestionOrder, orderedQuestions } from './question-order.ts';
import { pageAt } from './survey.ts';

const survey = aSurvey();
const SKILLS = 3;
const page = pageAt(survey, SKILLS);
const MOVERS = ['teamwork', 'languages', 'projects', 'law'];

/** Bytes of a small generator with a seed, so that the test draws the same each time. */
function bytesFrom(seed: number): (size: number) => Uint8Array {
  let state = seed;
  return (size) =>
    Uint8Array.from({ length: size }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state >>> 24;
    });
}

function codesIn(order: Readonly<Record<string, readonly string[]>>): string[] {
  return orderedQuestions(page, order).map(({ code }) => code);
}

describe('a drawn order', () => {
  test('has the pages with shuffle only, and of them what moves', () => {
    const order = drawQuestionOrder(survey, bytesFrom(1));
    expect(Object.keys(order)).toEqual(['skills']);
    expect([...(order['skills'] ?? [])].sort()).toEqual([...MOVERS].sort());
  });

  test('is each of the 24 orders equally often', () => {
    const randomBytes = bytesFrom(7);
    const counts = new Map<string, number>();
    const draws = 24_000;
    for (let draw = 0; draw < draws; draw += 1) {
      const key = (drawQuestionOrder(survey, randomBytes)['skills'] ?? []).join();
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const expected = draws / 24;
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(counts.size).toBe(24);
    // 99.9th percentile of chi-square with 23 degrees of freedom.
    expect(chiSquare).toBeLessThan(49.7);
  });

  test('draws again where taking the remainder would favour the first questions', () => {
    const high = Uint8Array.from([255, 255, 255, 255]);
    const zero = new Uint8Array(4);
    const given = [zero, high, zero, zero];
    let drawn = 0;
    // Below 4 every number is fair; below 3 the greatest of all is not and is drawn again.
    drawQuestionOrder(survey, () => given[drawn++] ?? zero);
    expect(drawn).toBe(4);
  });

  test('a source that gives the same number for ever is an error, not a hang', () => {
    const broken = () => Uint8Array.from([255, 255, 255, 255]);
    expect(() => drawQuestionOrder(survey, broken)).toThrow('randomness');
  });
});

describe('questions in a stored order', () => {
  test('what moves changes places with what moves; the rest stays', () => {
    expect(codesIn({ skills: ['law', 'projects', 'teamwork', 'languages'] })).toEqual([
      'skills_intro',
      'law',
      'projects',
      'teamwork',
      'skills_other',
      'languages',
    ]);
  });

  test('without an order they stand as in the definition', () => {
    const asDefined = page.questions.map(({ code }) => code);
    expect(codesIn({})).toEqual(asDefined);
    expect(codesIn({ studies: ['law'] })).toEqual(asDefined);
  });

  test('an order for a page without shuffle is not followed', () => {
    const studies = pageAt(survey, 4);
    const order = { studies: ['registration', 'satisfied'] };
    expect(orderedQuestions(studies, order)).toEqual(studies.questions);
  });

  test('whatever is stored, each question appears once and what stays keeps its place', () => {
    const codes = fc.array(fc.constantFrom(...MOVERS, 'skills_intro', 'zzz', 'constructor'), { maxLength: 8 });
    fc.assert(
      fc.property(codes, (skills) => {
        const ordered = codesIn({ skills });
        expect([...ordered].sort()).toEqual(page.questions.map(({ code }) => code).sort());
        expect([ordered[0], ordered[4]]).toEqual(['skills_intro', 'skills_other']);
        const known = [...new Set(skills)].filter((code) => MOVERS.includes(code));
        expect(ordered.filter((code) => MOVERS.includes(code)).slice(0, known.length)).toEqual(known);
      }),
    );
  });
});
