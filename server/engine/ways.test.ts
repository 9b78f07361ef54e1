import { expect, test } from '@jest/globals';
import { aSurvey } from '../../test/support/build-definition.ts';
import { walk } from './walk.ts';

const VARIABLES = Array.from({ length: 12 }, (_, index) => `fact_${index}`);

/** A survey that leads in 4,096 ways: each fact of a person brings a question of its own. */
const survey = aSurvey((input) => {
  input.pages = VARIABLES.map((variable) => ({
    code: `page_${variable}`,
    title: { fi: 'Sivu', sv: 'Sida', en: 'Page' },
    questions: [
      {
        kind: 'text',
        code: variable,
        text: { fi: 'Mitä?', sv: 'Vad?', en: 'What?' },
        maxLength: 100,
        showIf: { kind: 'background', variable, values: ['1'] },
      },
    ],
  }));
});

test('more ways than are kept are each found, the first time and again', () => {
  for (const time of [1, 2]) {
    for (let number = 0; number < 2 ** VARIABLES.length; number += 1) {
      const background = Object.fromEntries(VARIABLES.map((variable, bit) => [variable, String((number >> bit) & 1)]));
      const asked = VARIABLES.filter((variable) => background[variable] === '1');
      const { pages, visibleQuestions } = walk(survey, {}, background);
      expect([time, number, ...visibleQuestions]).toEqual([time, number, ...asked]);
      expect(pages).toEqual(asked.map((variable) => VARIABLES.indexOf(variable)));
    }
  }
});

test('an answer that is there but has no value counts as none', () => {
  expect(walk(survey, { fact_1: undefined } as never, { fact_1: '1' }).relevantAnswers).toEqual({});
  expect('fact_1' in walk(survey, { fact_1: undefined } as never, { fact_1: '1' }).relevantAnswers).toBe(false);
});
