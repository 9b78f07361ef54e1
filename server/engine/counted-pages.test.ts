import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryAnswers, arbitraryBackground } from '../../test/support/arbitrary-answers.ts';
import { aSurvey } from '../../test/support/build-definition.ts';
import { words } from '../../test/support/words.ts';
import type { AnswerValue, Answers } from './answer.ts';
import type { Background } from './condition.ts';
import { countedPages, stepOf } from './counted-pages.ts';
import { pageAt, type Survey } from './survey.ts';
import { firstPageNotSaved, visibleQuestionsOf, walk } from './walk.ts';

const survey = aSurvey();
const jobs = aSurvey((input) => {
  const [first] = input.pages;
  Object.assign(first ?? {}, { repeat: { max: 4, another: words('another'), yes: words('more'), no: words('no') } });
});

function counted(of: Survey, answers: Answers, pagesSaved: readonly string[], background: Background = {}): string[] {
  const walked = walk(of, answers, background);
  return countedPages({ survey: of, walked, background, pagesSaved }).map((index) => pageAt(of, index).code);
}

describe('the parts that are counted', () => {
  test('before anything is saved: every part that answers may lead to', () => {
    expect(counted(survey, {}, [])).toEqual(['now', 'work', 'match', 'skills', 'studies', 'pay']);
  });

  test('a way that an answer has closed is not counted, nor what only it leads to', () => {
    expect(counted(survey, { activity: 'studying' }, ['now'])).toEqual(['now', 'skills', 'studies', 'pay']);
  });

  test('while the page of that answer is not saved, its way is open', () => {
    expect(counted(survey, { activity: 'studying' }, [])).toContain('work');
  });

  test('further times of a page that repeats are counted once they are wanted', () => {
    const [first = ''] = counted(jobs, {}, []);
    expect(counted(jobs, {}, []).filter((code) => code.startsWith(first))).toEqual([first]);
    const more: Answers = { [`${first}_more_1`]: 'yes' };
    expect(counted(jobs, more, [first]).filter((code) => code.startsWith(first))).toEqual([first, `${first}_2`]);
  });

  test('background is certain from the start', () => {
    const bare = aSurvey((input) => {
      const last = input.pages.at(-1);
      if (last) last.showIf = { kind: 'background', variable: 'field', values: ['11'] };
    });
    expect(counted(bare, {}, [], { field: '11' })).toContain('pay');
    expect(counted(bare, {}, [], { field: '7' })).not.toContain('pay');
  });
});

const anyone = fc.tuple(arbitraryAnswers(survey), arbitraryBackground(survey));

/** Answers the survey part by part: what is counted before each part and after the last, with the step of the part. */
function course(all: Answers, background: Background): { steps: number[]; totals: number[]; asked: number } {
  const answers: Record<string, AnswerValue> = {};
  const saved: string[] = [];
  const [steps, totals]: [number[], number[]] = [[], []];
  for (;;) {
    const walked = walk(survey, answers, background);
    const pages = countedPages({ survey, walked, background, pagesSaved: saved });
    totals.push(pages.length);
    const next = firstPageNotSaved(walked, survey, saved);
    if (next === null) return { steps, totals, asked: walked.pages.length };
    steps.push(stepOf(pages, next));
    for (const { code } of visibleQuestionsOf(walked, survey, next)) {
      const answer = all[code];
      if (answer !== undefined) answers[code] = answer;
    }
    saved.push(pageAt(survey, next).code);
  }
}

test('whoever answers part by part counts 1, 2, 3 …, of ever fewer, down to what they were asked', () => {
  fc.assert(
    fc.property(anyone, ([all, background]) => {
      const { steps, totals, asked } = course(all, background);
      expect(steps).toEqual(steps.map((_, index) => index + 1));
      expect(totals).toEqual(totals.toSorted((a, b) => b - a));
      expect(totals.at(-1)).toBe(asked);
    }),
  );
});
