import { z } from 'zod';
import type { AnswerValue, PairValue } from '../answer.ts';
import { checkPairScales } from '../checks/check-scales.ts';
import type { QuestionOf } from '../question.ts';
import type { Survey } from '../survey.ts';
import { codeFromForm, codeFromRow, oneOf, placeOf } from './one-code.ts';
import type { AnswerProblem, ParsedAnswer, QuestionType } from './question-type.ts';
import { answerableCodes, scoreOf, scoresOf, stepLabel, stepsOf } from './scale-steps.ts';

type Pair = QuestionOf<'pair'>;
const PARTS = ['importance', 'development'] as const;
type Part = (typeof PARTS)[number];

/** One skill seen twice. Stored: the parts that were answered, at least one of them. */
export const pair: QuestionType<Pair> = {
  columns: (question) => PARTS.map((part) => nameOf(question, part)),
  fields: (question) => PARTS.map((part) => nameOf(question, part)),
  parseForm: (survey, question, form) =>
    parsedParts((part) => codeFromForm(form, partOf(question, part), answerable(survey, question, part))),
  parseRow: (survey, question, row) =>
    parsedParts((part) => codeFromRow(row, partOf(question, part), answerable(survey, question, part))),
  toRow: (question, value) =>
    Object.fromEntries(PARTS.map((part) => [nameOf(question, part), partsOf(value)[part] ?? ''])),
  summary: (survey, question, value, language) =>
    PARTS.flatMap((part) => {
      const code = partsOf(value)[part];
      if (code === undefined) return [];
      return [`${question[part].text[language]}: ${stepLabel(survey, question[part], code, language)}`];
    }),
  aggregate: (survey, question) => ({
    kind: 'pair',
    categories: stepsOf(survey, question.importance),
    scores: scoresOf(survey, question.importance),
    cannotSay: {
      importance: question.importance.cannotSay !== undefined,
      development: question.development.cannotSay !== undefined,
    },
  }),
  stored: (survey, question) =>
    z
      .strictObject({
        importance: oneOf(answerableCodes(survey, question.importance)).exactOptional(),
        development: oneOf(answerableCodes(survey, question.development)).exactOptional(),
      })
      .refine((parts) => Object.keys(parts).length > 0, 'a pair without a part'),
  // The indicator asks how much studies developed the skill, not how important it is.
  score: (survey, question, value) => scoreOf(survey, question.development, partsOf(value).development),
  moves: true,
  choices: () => null,
  range: () => null,
  // Conditions can only ask whether a pair was answered.
  samples: (survey, question) =>
    answerableCodes(survey, question.importance)
      .slice(0, 1)
      .map((importance) => ({ importance })),
  check: checkPairScales,
};

function nameOf(question: Pair, part: Part): string {
  return `${question.code}.${part}`;
}

function partOf(question: Pair, part: Part): ReturnType<typeof placeOf> {
  return { ...placeOf(question), column: nameOf(question, part) };
}

function answerable(survey: Survey, question: Pair, part: Part): (code: string) => boolean {
  const codes = answerableCodes(survey, question[part]);
  return (code) => codes.includes(code);
}

function parsedParts(read: (part: Part) => string | null | AnswerProblem): ParsedAnswer {
  const value: PairValue = {};
  const problems: AnswerProblem[] = [];
  for (const part of PARTS) {
    const code = read(part);
    if (typeof code === 'string') value[part] = code;
    else if (code !== null) problems.push(code);
  }
  if (problems.length > 0) return { kind: 'invalid', problems };
  return Object.keys(value).length > 0 ? { kind: 'answer', value } : { kind: 'empty' };
}

function partsOf(value: AnswerValue | undefined): PairValue {
  // An array is the only other object among answer values; TypeScript does not exclude a readonly one.
  return typeof value === 'object' && !Array.isArray(value) ? (value as PairValue) : {};
}
