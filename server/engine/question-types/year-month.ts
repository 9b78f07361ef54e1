import { z } from 'zod';
import type { AnswerValue } from '../answer.ts';
import { checkYears } from '../checks/check-numbers.ts';
import type { QuestionOf } from '../question.ts';
import type { AnswerProblem, ParsedAnswer, QuestionType } from './question-type.ts';
import { cellText, postedText, problemAt } from './read-raw.ts';

type YearMonth = QuestionOf<'year_month'>;

/** Median and quartiles of a month are rounded to a quarter of a year. */
const QUARTER = 0.25;

/** A year and a month. Stored: 'YYYY-MM'. The page asks for the two apart; a row has one column. */
export const yearMonth: QuestionType<YearMonth> = {
  columns: (question) => [question.code],
  fields: (question) => [`${question.code}.year`, `${question.code}.month`],
  parseForm: (_survey, question, form) =>
    parsedParts(question, postedText(form, `${question.code}.year`), postedText(form, `${question.code}.month`)),
  parseRow: (_survey, question, row) => parsedCell(question, cellText(row, question.code)),
  toRow: (question, value) => ({ [question.code]: typeof value === 'string' ? value : '' }),
  summary: (_survey, _question, value) => [monthFirst(value)],
  aggregate: (_survey, question) => ({
    kind: 'bands',
    bands: question.bands.map(({ code, from, below }) => ({ code, from, below })),
    roundTo: QUARTER,
    numberOf: yearsOf,
  }),
  stored: () => z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  score: () => null,
  moves: false,
  choices: () => null,
  range: () => null,
  // Conditions can only ask whether it was answered.
  samples: (_survey, question) => [`${String(question.fromYear).padStart(4, '0')}-01`],
  check: (_survey, question) => checkYears(question),
};

function parsedParts(question: YearMonth, year: string, month: string): ParsedAnswer {
  if (year === '' && month === '') return { kind: 'empty' };
  const [yearField, monthField] = [`${question.code}.year`, `${question.code}.month`];
  if (year === '') return invalid(problemAt(question.code, yearField, 'month_without_year'));
  const problems: AnswerProblem[] = [];
  if (!inYears(question, year)) problems.push(outsideYears(question, yearField));
  if (!/^(0?[1-9]|1[0-2])$/.test(month)) problems.push(problemAt(question.code, monthField, 'not_a_month'));
  if (problems.length > 0) return { kind: 'invalid', problems };
  return { kind: 'answer', value: `${year}-${month.padStart(2, '0')}` };
}

function parsedCell(question: YearMonth, cell: string): ParsedAnswer {
  if (cell === '') return { kind: 'empty' };
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(cell);
  if (!match) return invalid(problemAt(question.code, question.code, 'not_a_month'));
  if (!inYears(question, match[1] ?? '')) return invalid(outsideYears(question, question.code));
  return { kind: 'answer', value: cell };
}

function invalid(problem: AnswerProblem): ParsedAnswer {
  return { kind: 'invalid', problems: [problem] };
}

function inYears(question: YearMonth, year: string): boolean {
  return /^\d{4}$/.test(year) && Number(year) >= question.fromYear && Number(year) <= question.toYear;
}

function outsideYears(question: YearMonth, field: string): AnswerProblem {
  return problemAt(question.code, field, 'outside_years', { min: question.fromYear, max: question.toYear });
}

// January is the beginning of its year, so that a band [2020, 2021) holds the twelve months of 2020.
function yearsOf(value: AnswerValue): number {
  const [year, month] = String(value).split('-').map(Number);
  return (year ?? Number.NaN) + ((month ?? Number.NaN) - 1) / 12;
}

function monthFirst(value: AnswerValue): string {
  const [year = '', month = ''] = String(value).split('-');
  return `${Number(month)}/${year}`;
}
