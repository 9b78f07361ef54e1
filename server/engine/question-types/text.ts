import { z } from 'zod';
import type { QuestionOf } from '../question.ts';
import type { ParsedAnswer, QuestionType } from './question-type.ts';
import { cellText, postedText, problemAt } from './read-raw.ts';

type OpenText = QuestionOf<'text'>;

/**
 * Open text. Stored: the text without NUL, with LF as line end, trimmed. The limit counts characters as
 * Unicode has them, so an emoji is not two. Outside the tables: texts are read, never counted.
 */
export const text: QuestionType<OpenText> = {
  columns: (question) => [question.code],
  fields: (question) => [question.code],
  parseForm: (_survey, question, form) => parsed(question, postedText(form, question.code)),
  parseRow: (_survey, question, row) => parsed(question, cellText(row, question.code)),
  toRow: (question, value) => ({ [question.code]: typeof value === 'string' ? value : '' }),
  summary: (_survey, _question, value) => [String(value)],
  aggregate: () => ({ kind: 'none' }),
  stored: () => z.string().min(1),
  score: () => null,
  moves: false,
  choices: () => null,
  range: () => null,
  // Conditions can only ask whether it was answered.
  samples: () => ['-'],
  check: () => [],
};

function parsed(question: OpenText, raw: string): ParsedAnswer {
  const value = raw.replace(/\r\n?/g, '\n');
  if (value === '') return { kind: 'empty' };
  const length = characters(value);
  if (length <= question.maxLength) return { kind: 'answer', value };
  const params = { limit: question.maxLength, value: length };
  return { kind: 'invalid', problems: [problemAt(question.code, question.code, 'too_long', params)] };
}

function characters(value: string): number {
  let count = 0;
  for (const _ of value) count += 1;
  return count;
}
