import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryAnswers, arbitraryBackground } from '../../test/support/arbitrary-answers.ts';
import { anOwnBlock, DEGREE, ELSEWHERE, INSTITUTION, ownQuestions } from '../../test/support/own-blocks.ts';
import { loadSurveys } from '../../survey-definitions/index.ts';
import { askedSurveys } from './asked-surveys.ts';
import { checkDefinition } from './check-definition.ts';
import { composeSurvey, isComposed, isOwnCode, ownBlockSchema } from './own-block.ts';
import { responseColumns, toResponseRow } from './parse-response-row.ts';
import { answersSchema } from './stored-answers.ts';
import { compileSurvey, type Survey } from './survey.ts';
import { walk } from './walk.ts';

const survey = loadSurveys().find('amk-career', 2) ?? missing();
const blocks = [anOwnBlock(DEGREE), anOwnBlock(INSTITUTION)];
const composed = composeSurvey(survey, blocks);
const everything = askedSurveys(survey, [...blocks, anOwnBlock(ELSEWHERE)]);

function missing(): never {
  throw new Error('no career survey');
}

const own = (of: Survey) => [...of.questions.keys()].filter(isOwnCode);
const pagesOf = ({ definition }: Survey) => definition.pages.map(({ code }) => code);

describe('a survey with own questions', () => {
  test('is the same survey without a block', () => {
    expect(composeSurvey(survey, [])).toBe(survey);
    expect(isComposed(survey)).toBe(false);
  });

  test('asks the institution’s and then the degree’s after everything else, in any order of the blocks', () => {
    expect(pagesOf(composed)).toEqual([...pagesOf(survey), 'own_institution', 'own_degree']);
    expect(composed.id).toBe('amk-career.v2+X0101.v1+X0101.671112.v1');
    expect(isComposed(composed)).toBe(true);
    expect(composeSurvey(survey, blocks.toReversed()).definition).toEqual(composed.definition);
  });

  test('is as sound as the common one', () => {
    expect(checkDefinition(survey)).toEqual([]);
    expect(checkDefinition(composed)).toEqual([]);
  });

  test('promises the minutes that its own questions take, and no fewer than one', () => {
    const one = composeSurvey(survey, [anOwnBlock(INSTITUTION, { questions: ownQuestions('x').slice(0, 1) })]);
    const { from, to } = survey.definition.minutes;
    expect(one.definition.minutes).toEqual({ from: from + 1, to: to + 1 });
    expect(composed.definition.minutes.from).toBeGreaterThan(from + 1);
    expect(composed.definition.minutes.to - to).toBe(composed.definition.minutes.from - from);
  });

  test('asks a question of both blocks once, where it comes first', () => {
    const questions = ownQuestions('shared');
    const [first, ...others] = questions;
    if (!first) throw new Error('no question');
    const both = composeSurvey(survey, [
      anOwnBlock(DEGREE, { questions }),
      anOwnBlock(INSTITUTION, { questions: [first] }),
    ]);
    const codes = (page: number) => both.definition.pages.at(page)?.questions.map(({ code }) => code);
    expect(codes(-2)).toEqual([first.code]);
    expect(codes(-1)).toEqual(others.map(({ code }) => code));
    const same = composeSurvey(survey, [anOwnBlock(DEGREE, { questions }), anOwnBlock(INSTITUTION, { questions })]);
    expect(pagesOf(same)).toEqual([...pagesOf(survey), 'own_institution']);
  });

  test('is refused of another survey', () => {
    expect(() => composeSurvey(survey, [anOwnBlock(INSTITUTION, { survey: 'yo-career' })])).toThrow(/X0101\.v1/);
  });

  test('leaves the way through the common parts and their answers as they are', () => {
    fc.assert(
      fc.property(arbitraryAnswers(composed), arbitraryBackground(survey), (answers, background) => {
        const common = Object.fromEntries(Object.entries(answers).filter(([code]) => !isOwnCode(code)));
        const [with_, without] = [walk(composed, answers, background), walk(survey, common, background)];
        expect(with_.pages.slice(0, -2)).toEqual(without.pages);
        expect(with_.pages.slice(-2)).toEqual([survey.definition.pages.length, survey.definition.pages.length + 1]);
        for (const [code, answer] of Object.entries(with_.relevantAnswers))
          expect(answer).toEqual(isOwnCode(code) ? answers[code] : without.relevantAnswers[code]);
        expect(Object.keys(with_.relevantAnswers).filter((code) => !isOwnCode(code))).toEqual(
          Object.keys(without.relevantAnswers),
        );
      }),
    );
  });
});

describe('what a round asks of whom', () => {
  test.each([
    [{ institution: 'X0101', degree: '671112' }, ['own_institution', 'own_degree']],
    [{ institution: 'X0101', degree: '671201' }, ['own_institution']],
    [{ institution: 'X0102', degree: '671112' }, ['own_institution']],
    [{ institution: 'X0103', degree: '671112' }, []],
  ])('%j: %j', (place, pages) => {
    expect(pagesOf(everything.of(place)).slice(pagesOf(survey).length)).toEqual(pages);
    expect(everything.of(place)).toBe(everything.of({ ...place }));
    for (const code of own(everything.of(place)))
      expect(code.startsWith(`own_${place.institution.toLowerCase()}_`)).toBe(true);
  });

  test('somebody whose institution has no block is asked the common survey itself', () => {
    expect(everything.of({ institution: 'X0103', degree: '671112' })).toBe(survey);
  });

  test('answers to the own questions of another institution are read, and count for nothing', () => {
    const here = everything.of({ institution: 'X0102', degree: '671112' });
    fc.assert(
      fc.property(arbitraryAnswers(everything.all), arbitraryBackground(survey), (answers, background) => {
        expect(answersSchema(here).parse(JSON.parse(JSON.stringify(answers)))).toEqual(answers);
        const relevant = Object.keys(walk(here, answers, background).relevantAnswers).filter(isOwnCode);
        expect(relevant).toEqual(own(here).filter((code) => code in answers));
      }),
    );
    expect(answersSchema(here).safeParse({ own_zzz: null }).success).toBe(false);
    expect(answersSchema(here).safeParse({ zzz: 'a' }).success).toBe(false);
  });

  test('a file has a column for each own question of anybody, once', () => {
    const columns = responseColumns(everything.all);
    expect(new Set(columns).size).toBe(columns.length);
    expect(columns.slice(0, responseColumns(survey).length)).toEqual(responseColumns(survey));
    expect(columns.filter(isOwnCode)).toHaveLength(3 * 6); // a pair has two
    expect(Object.keys(toResponseRow(everything.all, {}))).toEqual(columns);
  });
});

test('codes of own questions are refused in a common definition, of pages too', () => {
  const { definition, lists } = survey;
  const [first, ...rest] = definition.pages;
  const [asked, ...more] = first?.questions ?? [];
  if (!first || !asked) throw new Error('no question');
  const page = { ...first, code: 'own_now', questions: [{ ...asked, code: 'own_activity' }, ...more] };
  const found = checkDefinition(compileSurvey({ ...definition, pages: [page, ...rest] }, lists));
  expect(found.filter(({ rule }) => rule === 'own_code').map(({ place }) => place)).toEqual([
    'pages[0].code',
    'pages[0].questions[0].code',
  ]);
});

describe('no block', () => {
  const five = ownQuestions('x');
  test.each([
    ['with six questions', { questions: [...five, ...ownQuestions('y').slice(0, 1)] }],
    ['without questions', { questions: [] }],
    ['with a code that is not its own', { questions: [{ ...five[0], code: 'choice' }] }],
    [
      'with a number',
      {
        questions: [{ ...survey.questions.get('unemployment_months'), code: 'own_months' }],
      },
    ],
  ])('%s', (_, change) => {
    expect(ownBlockSchema.safeParse({ ...anOwnBlock(INSTITUTION), ...change }).success).toBe(false);
  });
});
