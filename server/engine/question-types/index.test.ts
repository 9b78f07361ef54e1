import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryValue } from '../../../test/support/arbitrary-answers.ts';
import { aSurvey } from '../../../test/support/build-definition.ts';
import { questionSchema } from '../question.ts';
import { QUESTION_TYPES, typeOf } from './index.ts';
import type { RawForm } from './question-type.ts';

const survey = aSurvey();
const questions = [...survey.questions.values()].map((question) => [question.code, question] as const);
const answered = questions.filter(([, question]) => typeOf(question).columns(question).length > 0);

// Texts that are likely to hit something, among any others.
const CODES = [...survey.questions.values()].flatMap((question) => typeOf(question).choices(survey, question) ?? []);
const rawText = fc.oneof(
  fc.constantFrom(...CODES, '_dk', '2020', '5', '3 400 €', '1.', '__proto__'),
  fc.string({ unit: 'binary' }),
);
const rawValue = fc.oneof(rawText, fc.array(rawText, { maxLength: 4 }), fc.constant(undefined));

test('every kind of question that a definition can have has a type, and the test survey asks each', () => {
  const kinds = questionSchema.options.map((option) => [...(option._zod.propValues?.['kind'] ?? [])][0]);
  expect(Object.keys(QUESTION_TYPES).sort()).toEqual(kinds.map(String).sort());
  expect(new Set([...survey.questions.values()].map(({ kind }) => kind)).size).toBe(kinds.length);
});

describe.each(questions)('%s', (_code, question) => {
  const type = typeOf(question);

  test('any form and any row is read without throwing, and an answer has the stored shape', () => {
    const names = [...new Set([...type.fields(question), ...type.columns(question), question.code])];
    const forms = fc.record(Object.fromEntries(names.map((name) => [name, rawValue])), { requiredKeys: [] });
    fc.assert(
      fc.property(forms, (form) => {
        // A row has one text a column; a list stands for damage that the types exclude.
        const row: RawForm = form;
        for (const parsed of [
          type.parseForm(survey, question, form),
          type.parseRow(survey, question, row as Record<string, string | undefined>),
        ]) {
          if (parsed.kind === 'answer') {
            expect(type.stored(survey, question).safeParse(parsed.value).error).toBeUndefined();
            expect(type.summary(survey, question, parsed.value, 'fi').length).toBeGreaterThan(0);
          }
          if (parsed.kind === 'invalid') expect(parsed.problems.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe.each(answered)('an answer to %s', (_code, question) => {
  const type = typeOf(question);
  const values = arbitraryValue(survey, question);
  if (!values) throw new Error('no values');

  test('is written to a row and read back the same', () => {
    fc.assert(
      fc.property(values, (value) => {
        const row = type.toRow(question, value);
        expect(Object.keys(row)).toEqual(type.columns(question));
        const parsed = type.parseRow(survey, question, row);
        expect(parsed.kind === 'answer' && parsed.value).toEqual(value);
      }),
    );
  });

  test('passes through JSON and its schema unchanged', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(type.stored(survey, question).parse(JSON.parse(JSON.stringify(value)))).toEqual(value);
      }),
    );
  });

  test('falls into a declared category, option or band, or is cannot-say', () => {
    const aggregation = type.aggregate(survey, question);
    fc.assert(
      fc.property(values, (value) => {
        if (aggregation.kind === 'categories' && value !== '_dk') {
          expect(aggregation.categories).toContain(aggregation.categoryOf(value));
        }
        if (aggregation.kind === 'options')
          expect(aggregation.options).toEqual(expect.arrayContaining([...Object(value)]));
        if (aggregation.kind === 'bands') {
          const number = aggregation.numberOf(value);
          expect(aggregation.bands.filter(({ from, below }) => number >= from && number < below)).toHaveLength(1);
        }
      }),
    );
  });

  test('samples of the checker are answers that can be stored', () => {
    const samples = type.samples(survey, question, { optionLists: [], numbers: [] });
    expect(samples.length).toBeGreaterThan(0);
    for (const value of samples) expect(type.stored(survey, question).safeParse(value).error).toBeUndefined();
  });
});
