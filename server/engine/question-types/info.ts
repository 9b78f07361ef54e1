import { z } from 'zod';
import type { QuestionOf } from '../question.ts';
import type { QuestionType } from './question-type.ts';

/** Words between questions. It never has an answer. */
export const info: QuestionType<QuestionOf<'info'>> = {
  columns: () => [],
  fields: () => [],
  parseForm: () => ({ kind: 'empty' }),
  parseRow: () => ({ kind: 'empty' }),
  toRow: () => ({}),
  summary: () => [],
  aggregate: () => ({ kind: 'none' }),
  stored: () => z.never(),
  score: () => null,
  moves: false,
  choices: () => null,
  range: () => null,
  samples: () => [],
  check: () => [],
};
