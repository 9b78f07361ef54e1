import { z } from 'zod';
import { checkNumber } from '../checks/check-numbers.ts';
import type { QuestionOf } from '../question.ts';
import type { AnswerProblem, Mentioned, ParsedAnswer, QuestionType } from './question-type.ts';
import { cellText, postedText, problemAt } from './read-raw.ts';
import { readFileNumber, readWrittenNumber, type WrittenNumber } from './written-number.ts';

type Numeric = QuestionOf<'number'>;

/** A number: pay, months, how many. Stored: the number, with at most the declared decimals. */
export const number: QuestionType<Numeric> = {
  columns: (question) => [question.code],
  fields: (question) => [question.code],
  parseForm: (_survey, question, form) => {
    const text = postedText(form, question.code);
    return text === '' ? { kind: 'empty' } : parsed(question, readWrittenNumber(text, question.unit));
  },
  parseRow: (_survey, question, row) => {
    const text = cellText(row, question.code);
    return text === '' ? { kind: 'empty' } : parsed(question, readFileNumber(text));
  },
  toRow: (question, value) => ({ [question.code]: typeof value === 'number' ? String(value) : '' }),
  summary: (_survey, question, value, language) => {
    const format = new Intl.NumberFormat(language, { maximumFractionDigits: question.decimals });
    return [`${format.format(Number(value))} ${question.unit[language]}`];
  },
  aggregate: (_survey, question) => ({
    kind: 'bands',
    bands: question.bands.map(({ code, from, below }) => ({ code, from, below })),
    roundTo: question.roundTo,
    numberOf: Number,
  }),
  stored: () => z.number(),
  score: () => null,
  moves: false,
  choices: () => null,
  range: (_survey, question) => ({ from: question.min, to: question.max }),
  samples: sampleNumbers,
  check: (_survey, question) => checkNumber(question),
};

function parsed(question: Numeric, written: WrittenNumber | null): ParsedAnswer {
  const problem = problemOf(question, written);
  if (problem) return { kind: 'invalid', problems: [problem] };
  const value = written?.value ?? 0;
  const { from, to } = question.plausible;
  return value < from || value > to ? { kind: 'answer', value, implausible: true } : { kind: 'answer', value };
}

function problemOf(question: Numeric, written: WrittenNumber | null): AnswerProblem | null {
  const { code, min, max, decimals } = question;
  if (!written) return problemAt(code, code, 'not_a_number');
  if (written.value < min) return problemAt(code, code, 'below_min', { min, max });
  if (written.value > max) return problemAt(code, code, 'above_max', { min, max });
  if (written.decimals > decimals) return problemAt(code, code, 'too_many_decimals', { limit: decimals });
  return null;
}

/** Each limit that conditions name, one step to either side of it, and both ends. */
function sampleNumbers(_survey: unknown, question: Numeric, mentioned: Mentioned): number[] {
  const unit = 10 ** question.decimals;
  const near = mentioned.numbers.flatMap((limit) => {
    const step = Math.floor(limit * unit + 1e-9);
    return [step - 1, step, step + 1].map((steps) => steps / unit);
  });
  const within = near.filter((value) => value >= question.min && value <= question.max);
  return [...new Set([question.min, ...within, question.max])];
}
