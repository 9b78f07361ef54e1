import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aSurvey } from '../../../test/support/build-definition.ts';
import { editPage } from '../../../test/support/edit-definition.ts';
import { checkPaths } from './check-paths.ts';
import { pathMinutes } from './path-minutes.ts';
import { offeredAnswers, walkAtRandom } from './random-walk.ts';
import { seededNumbers } from './seeded-numbers.ts';

const survey = aSurvey();
const offered = offeredAnswers(survey);

test('whoever answers a sound definition at random reaches the end', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0 }), (seed) => {
      const end = walkAtRandom(survey, offered, seededNumbers(seed));
      expect(end.kind).toBe('end');
      if (end.kind === 'end') expect([...end.questions]).toEqual(expect.arrayContaining(['activity', 'satisfied']));
    }),
  );
});

test('walks meet every question, and the same seed the same paths', () => {
  const met = new Set<string>();
  const numbers = seededNumbers(7);
  for (let count = 0; count < 400; count += 1) {
    const end = walkAtRandom(survey, offered, numbers);
    if (end.kind === 'end') for (const code of end.questions) met.add(code);
  }
  expect([...survey.questions.keys()].filter((code) => !met.has(code))).toEqual([]);
  expect(checkPaths(survey, 3)).toEqual(checkPaths(survey, 3));
  expect(checkPaths(survey, 3).paths?.shortest.minutes).toBeLessThan(checkPaths(survey, 3).paths?.longest.minutes ?? 0);
});

test('walks that are asked nothing are counted and told', () => {
  const onlyInfo = aSurvey((input) => {
    input.pages.splice(1);
    editPage(0, { questions: input.pages[0]?.questions.slice(0, 1) })(input);
  });
  const { paths, findings } = checkPaths(onlyInfo);
  expect(paths).toBeNull();
  expect(findings.map(({ place, rule }) => `${place} ${rule}`)).toEqual(['pages nothing_asked']);
});

test('more questions take longer, and a text that stands twice on a page is read once', () => {
  const minutes = pathMinutes(survey);
  const one = minutes(new Set(['teamwork']));
  const two = minutes(new Set(['teamwork', 'languages']));
  expect(two.all).toBeGreaterThan(one.all);
  expect(two.reading - one.reading).toBeLessThan(one.reading / 4);
});

test('numbers are from 0 to below 1, and spread', () => {
  const next = seededNumbers(1);
  const drawn = Array.from({ length: 2000 }, next);
  expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...drawn)).toBeLessThan(1);
  expect(drawn.reduce((sum, each) => sum + each, 0) / drawn.length).toBeCloseTo(0.5, 1);
  expect(seededNumbers(1)()).toBe(drawn[0]);
});
