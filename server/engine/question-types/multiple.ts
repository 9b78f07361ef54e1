import { z } from 'zod';
import type { AnswerValue } from '../answer.ts';
import { checkMultipleOptions } from '../checks/check-options.ts';
import type { QuestionOf } from '../question.ts';
import { codesOf, labelOf } from './one-code.ts';
import type { Mentioned, ParsedAnswer, QuestionType } from './question-type.ts';
import { cellText, echoOfCode, postedTexts, problemAt } from './read-raw.ts';

type Multiple = QuestionOf<'multiple'>;

/** Several options. Stored: their codes, each once, in the definition's order. Row: `a|b`. */
export const multiple: QuestionType<Multiple> = {
  columns: (question) => [question.code],
  fields: (question) => [question.code],
  parseForm: (_survey, question, form) => {
    const posted = postedTexts(form, question.code).map((text) => text.trim());
    const codes = posted.filter((text) => text !== '');
    const [unknown] = unknownIn(question, codes);
    // One message, however many there are: beside those that exist, too, since the choice would not be what was sent.
    return unknown ? { kind: 'invalid', problems: [unknown] } : parsedChoice(question, codes);
  },
  parseRow: (_survey, question, row) => {
    const cell = cellText(row, question.code);
    const codes = cell === '' ? [] : cell.split('|').map((code) => code.trim());
    const problems = unknownIn(question, codes);
    return problems.length > 0 ? { kind: 'invalid', problems } : parsedChoice(question, codes);
  },
  toRow: (question, value) => ({ [question.code]: chosenIn(value).join('|') }),
  summary: (_survey, question, value, language) =>
    chosenIn(value).map((code) => labelOf(question.options, code, language)),
  aggregate: (_survey, question) => ({ kind: 'options', options: codesOf(question.options) }),
  stored: (_survey, question) => z.array(z.enum(codesOf(question.options))).min(1),
  score: () => null,
  moves: false,
  choices: (_survey, question) => codesOf(question.options),
  range: () => null,
  samples: (_survey, question, mentioned) => sampleChoices(question, mentioned),
  check: (_survey, question) => checkMultipleOptions(question.options, question.max),
};

function unknownIn(question: Multiple, codes: readonly string[]): ReturnType<typeof problemAt>[] {
  return codes
    .filter((code) => !question.options.some((option) => option.code === code))
    .map((code) => problemAt(question.code, question.code, 'unknown_code', { value: echoOfCode(code) }));
}

function parsedChoice(question: Multiple, codes: readonly string[]): ParsedAnswer {
  const chosen = question.options.filter((option) => codes.includes(option.code));
  if (chosen.length === 0) return { kind: 'empty' };
  const problem = problemOf(question, chosen);
  if (problem) return { kind: 'invalid', problems: [problem] };
  return { kind: 'answer', value: codesOf(chosen) };
}

function problemOf(question: Multiple, chosen: Multiple['options']): ReturnType<typeof problemAt> | null {
  if (chosen.length > 1 && chosen.some((option) => option.exclusive)) {
    return problemAt(question.code, question.code, 'exclusive_with_others');
  }
  if (question.max !== undefined && chosen.length > question.max) {
    return problemAt(question.code, question.code, 'too_many_chosen', { max: question.max });
  }
  return null;
}

function chosenIn(value: AnswerValue | undefined): readonly string[] {
  return Array.isArray(value) ? value : [];
}

/** More sets of options than this are not tried; a definition would need a dozen lists on one question. */
const MOST_GROUPS = 10;

/**
 * Options that the same lists mention are alike to every condition, so one of each such group is enough;
 * then every set of groups that the question allows is tried.
 */
function sampleChoices(question: Multiple, mentioned: Mentioned): AnswerValue[] {
  const groups = new Map<string, string>();
  for (const option of question.options) {
    const lists = mentioned.optionLists.map((list) => (list.includes(option.code) ? '1' : '0')).join('');
    const key = `${option.exclusive ? 'exclusive' : 'other'} ${lists}`;
    if (!groups.has(key)) groups.set(key, option.code);
  }
  return subsets([...groups.values()].slice(0, MOST_GROUPS)).filter(
    (codes) => parsedChoice(question, codes).kind === 'answer',
  );
}

function subsets(codes: readonly string[]): string[][] {
  return codes.reduce<string[][]>((sets, code) => [...sets, ...sets.map((set) => [...set, code])], [[]]);
}
