import fc from 'fast-check';
import { CANNOT_SAY, type Answers, type AnswerValue } from '../../server/engine/answer.ts';
import type { Background } from '../../server/engine/condition.ts';
import type { Question } from '../../server/engine/question.ts';
import { listOf, scaleOf, type Survey } from '../../server/engine/survey.ts';

/** Any answers that a survey can store, each question answered or not, visible or not. */
export function arbitraryAnswers(survey: Survey): fc.Arbitrary<Answers> {
  const entries = [...survey.questions.values()].flatMap((question) => {
    const values = arbitraryValue(survey, question);
    return values ? [[question.code, values] as const] : [];
  });
  return fc
    .record(Object.fromEntries(entries), { requiredKeys: [] })
    .map((answers) =>
      Object.fromEntries(
        Object.entries(answers).flatMap(([code, value]) => (value === undefined ? [] : [[code, value]])),
      ),
    );
}

/** Any background of the survey's variables. */
export function arbitraryBackground(survey: Survey): fc.Arbitrary<Background> {
  const entries = survey.definition.background.map((variable) => {
    if (variable.kind === 'codelist') return [variable.code, codesOf(listOf(survey, variable.list).codes)] as const;
    const codes = variable.kind === 'category' ? variable.categories : variable.bands;
    return [variable.code, [...codesOf(codes), variable.missing]] as const;
  });
  return fc.record(Object.fromEntries(entries.map(([code, codes]) => [code, fc.constantFrom(...codes)])));
}

/** Any stored answer to one question; null for information, which has none. */
export function arbitraryValue(survey: Survey, question: Question): fc.Arbitrary<AnswerValue> | null {
  switch (question.kind) {
    case 'single':
      return fc.constantFrom(...codesOf(question.options));
    case 'multiple':
      return arbitraryChoice(question.options, question.max);
    case 'scale':
      return arbitraryStep(survey, question.scale, question.cannotSay !== undefined);
    case 'pair':
      return fc
        .record(
          {
            importance: arbitraryStep(survey, question.importance.scale, question.importance.cannotSay !== undefined),
            development: arbitraryStep(
              survey,
              question.development.scale,
              question.development.cannotSay !== undefined,
            ),
          },
          { requiredKeys: [] },
        )
        .filter((parts) => Object.keys(parts).length > 0);
    case 'number': {
      const unit = 10 ** question.decimals;
      return fc
        .integer({ min: Math.ceil(question.min * unit), max: Math.floor(question.max * unit) })
        .map((steps) => steps / unit);
    }
    case 'year_month':
      return fc
        .tuple(fc.integer({ min: question.fromYear, max: question.toYear }), fc.integer({ min: 1, max: 12 }))
        .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`);
    case 'text':
      return fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
        .map((text) =>
          [...text.replaceAll('\0', '').replace(/\r\n?/g, '\n').trim()].slice(0, question.maxLength).join('').trim(),
        )
        .filter((text) => text !== '');
    case 'codelist':
      return fc.constantFrom(...codesOf(listOf(survey, question.list).codes));
    case 'nps':
      return fc.integer({ min: 0, max: 10 }).map(String);
    case 'info':
      return null;
    default:
      return question satisfies never;
  }
}

function arbitraryChoice(
  options: readonly { code: string; exclusive?: true | undefined }[],
  max: number | undefined,
): fc.Arbitrary<AnswerValue> {
  const others = codesOf(options.filter((option) => !option.exclusive));
  const exclusive = codesOf(options.filter((option) => option.exclusive));
  const several = fc.subarray(others, { minLength: 1, maxLength: Math.min(max ?? others.length, others.length) });
  return fc.oneof(several, ...exclusive.map((code) => fc.constant([code])));
}

function arbitraryStep(survey: Survey, scale: string, cannotSay: boolean): fc.Arbitrary<string> {
  const codes = codesOf(scaleOf(survey, scale).options);
  return fc.constantFrom(...codes, ...(cannotSay ? [CANNOT_SAY] : []));
}

function codesOf(entries: readonly { code: string }[]): string[] {
  return entries.map(({ code }) => code);
}
