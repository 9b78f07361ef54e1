import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryAnswers, arbitraryBackground } from '../../test/support/arbitrary-answers.ts';
import { aSurvey } from '../../test/support/build-definition.ts';
import type { Answers } from './answer.ts';
import { isMet, type Background } from './condition.ts';
import { firstPageNotSaved, nextPage, previousPage, visibleQuestionsOf, walk } from './walk.ts';

const survey = aSurvey();
const pageCodes = survey.definition.pages.map(({ code }) => code);
const anyone = fc.tuple(arbitraryAnswers(survey), arbitraryBackground(survey));

function path(answers: Answers, background: Background = {}): string {
  return walk(survey, answers, background)
    .pages.map((index) => pageCodes[index])
    .join(' ');
}

describe('the path', () => {
  test.each<[string, Answers, string]>([
    ['nothing answered', {}, 'now skills studies pay'],
    ['employed', { activity: 'employed' }, 'now work match skills studies pay'],
    ['studying', { activity: 'studying' }, 'now skills studies pay'],
    ['entrepreneur with staff', { activity: 'entrepreneur', staff: 3 }, 'now work skills studies pay'],
    // The number of staff belongs to entrepreneurs: an employee's earlier answer does not hide the match.
    ['employed, staff answered before', { activity: 'employed', staff: 3 }, 'now work match skills studies pay'],
  ])('%s', (_name, answers, expected) => {
    expect(path(answers)).toBe(expected);
  });

  test('background decides like an answer', () => {
    expect(walk(survey, {}, { field: '11' }).visibleQuestions.has('registration')).toBe(true);
    expect(walk(survey, {}, { field: '7' }).visibleQuestions.has('registration')).toBe(false);
    expect(walk(survey, {}, {}).visibleQuestions.has('registration')).toBe(false);
  });

  test('a page whose questions are all hidden is not on it', () => {
    const bare = aSurvey((input) => {
      const last = input.pages[5];
      const first = last?.questions[0];
      if (last && first) last.questions = [first];
    });
    expect(walk(bare, { activity: 'studying' }, {}).pages).not.toContain(5);
    expect(walk(bare, { activity: 'employed' }, {}).pages).toContain(5);
  });
});

describe('relevant answers', () => {
  test('an answer that hides a page hides, through it, what hangs on the page', () => {
    const answers = { activity: 'studying', level: '2', reasons: ['pay'], greetings: 'hello' };
    expect(walk(survey, answers, {}).relevantAnswers).toEqual({ activity: 'studying', greetings: 'hello' });
    expect(walk(survey, { ...answers, activity: 'employed' }, {}).relevantAnswers).toHaveProperty('reasons');
  });

  test('answers to questions that do not exist are dropped', () => {
    expect(walk(survey, { activity: 'studying', zzz: 'x' }, {}).relevantAnswers).toEqual({ activity: 'studying' });
  });

  test('walking them again gives the same walk', () => {
    fc.assert(
      fc.property(anyone, ([answers, background]) => {
        const once = walk(survey, answers, background);
        expect(walk(survey, once.relevantAnswers, background)).toEqual(once);
      }),
    );
  });

  test('are the fixpoint: those whose questions are visible when exactly those count', () => {
    fc.assert(
      fc.property(anyone, ([answers, background]) => {
        expect(walk(survey, answers, background).relevantAnswers).toEqual(fixpoint(answers, background));
      }),
    );
  });

  test('every visible question has its conditions met by them, and every other has one that is not', () => {
    fc.assert(
      fc.property(anyone, ([answers, background]) => {
        const { visibleQuestions, relevantAnswers } = walk(survey, answers, background);
        for (const page of survey.definition.pages) {
          for (const question of page.questions) {
            const met = [page.showIf, question.showIf].every(
              (condition) => !condition || isMet(condition, relevantAnswers, background),
            );
            expect(visibleQuestions.has(question.code)).toBe(met);
          }
        }
      }),
    );
  });
});

describe('moving along the path', () => {
  const walked = walk(survey, { activity: 'studying' }, {});

  test('the next and the previous page jump over what does not apply', () => {
    expect(nextPage(walked, 0)).toBe(3);
    expect(previousPage(walked, 3)).toBe(0);
    expect(nextPage(walked, 1)).toBe(3);
    expect(previousPage(walked, 1)).toBe(0);
  });

  test('the ends', () => {
    expect(nextPage(walked, 5)).toBeNull();
    expect(nextPage(walked, 99)).toBeNull();
    expect(previousPage(walked, 0)).toBeNull();
    expect(nextPage(walked, -1)).toBe(0);
  });

  test('the first page not saved looks at saving, not at answers', () => {
    expect(firstPageNotSaved(walked, survey, [])).toBe(0);
    expect(firstPageNotSaved(walked, survey, ['now'])).toBe(3);
    expect(firstPageNotSaved(walked, survey, ['now', 'studies'])).toBe(3);
    expect(firstPageNotSaved(walked, survey, ['now', 'skills', 'studies', 'pay'])).toBeNull();
    expect(firstPageNotSaved(walk(survey, { activity: 'employed' }, {}), survey, ['now', 'skills'])).toBe(1);
  });

  test('the questions of a page are those that are visible, in order', () => {
    const employed = walk(survey, { activity: 'employed' }, {});
    expect(visibleQuestionsOf(employed, survey, 1).map(({ code }) => code)).toEqual(['place', 'job', 'started']);
    expect(visibleQuestionsOf(walked, survey, 1)).toEqual([]);
  });
});

test('a definition whose conditions go in a circle still has one walk', () => {
  const circle = aSurvey((input) => {
    for (const [page, other] of [
      [1, 'satisfied'],
      [4, 'place'],
    ] as const) {
      const target = input.pages[page];
      if (target) target.showIf = { kind: 'not', condition: { kind: 'answered', question: other } };
    }
  });
  const walked = walk(circle, { place: 'P1', satisfied: '4' }, {});
  expect(walked.pages).toContain(1);
  expect(walked.relevantAnswers).toEqual({ place: 'P1' });
});

/** The rule in its plainest form: which answers count, decided anew from those that count, until nothing changes. */
function fixpoint(answers: Answers, background: Background, counting: Answers = answers): Answers {
  const questions = survey.definition.pages.flatMap((page) =>
    page.questions.filter(({ showIf }) =>
      [page.showIf, showIf].every((condition) => !condition || isMet(condition, counting, background)),
    ),
  );
  const visible = new Set(questions.map(({ code }) => code));
  const next = Object.fromEntries(Object.entries(answers).filter(([code]) => visible.has(code)));
  const settled = Object.keys(next).join() === Object.keys(counting).join();
  return settled ? next : fixpoint(answers, background, next);
}
