import type { z } from 'zod';
import type { Aggregation } from '../aggregation.ts';
import type { AnswerValue } from '../answer.ts';
import type { Finding } from '../finding.ts';
import type { Question } from '../question.ts';
import type { Survey } from '../survey.ts';
import type { Language } from '../text.ts';

/** A posted form: one string, or several of the same name. Nothing in it is trusted. */
export type RawForm = Readonly<Record<string, string | readonly string[] | undefined>>;
/** One row of a file: column name → text. */
export type RawRow = Readonly<Record<string, string | undefined>>;

/** Why a field was refused. The texts live in one catalogue per language (`http/field-errors.ts`). */
export const PROBLEMS = [
  'not_a_number',
  'below_min',
  'above_max',
  'too_many_decimals',
  'too_long',
  'too_many_chosen',
  'exclusive_with_others',
  'not_a_month',
  'month_without_year',
  'outside_years',
  'unknown_code',
  'not_in_list',
] as const;
export type ProblemKind = (typeof PROBLEMS)[number];
/** `field` is the form field or column; `params` fill the message ({min}, {max}, {limit}, {value}). */
export type AnswerProblem = {
  question: string;
  field: string;
  problem: ProblemKind;
  params: Readonly<Record<string, string | number>>;
};

/** What a question's part of a form or row says. `implausible` asks once; it never refuses. */
export type ParsedAnswer =
  | { kind: 'answer'; value: AnswerValue; implausible?: true }
  | { kind: 'empty' }
  | { kind: 'invalid'; problems: AnswerProblem[] };

/** What the conditions of a survey say of one question: each `any_of` list, and the numbers compared with. */
export type Mentioned = { optionLists: readonly (readonly string[])[]; numbers: readonly number[] };

/** Everything the engine knows of one type of question. The record of all types is exhaustive. */
export type QuestionType<Q extends Question> = {
  /** Columns of responses.csv (contract 3), in order: `code`, or `code.importance`, `code.development`. */
  columns: (question: Q) => string[];
  /** Form fields that the page posts for it. */
  fields: (question: Q) => string[];
  /** From a posted page. An option that does not exist (a tampered form) is a problem. */
  parseForm: (survey: Survey, question: Q, form: RawForm) => ParsedAnswer;
  /** From a row of responses.csv. Here an unknown code is a problem, since a person can mend the file. */
  parseRow: (survey: Survey, question: Q, row: RawRow) => ParsedAnswer;
  /** The row that `parseRow` reads back to the same value. Column → text; '' where not answered. */
  toRow: (question: Q, value: AnswerValue | undefined) => Record<string, string>;
  /** The answer in words, for the review page: one line, or several for a pair or several choices. */
  summary: (survey: Survey, question: Q, value: AnswerValue, language: Language) => string[];
  aggregate: (survey: Survey, question: Q) => Aggregation;
  /** The shape of a stored answer, for answers read back from JSON. */
  stored: (survey: Survey, question: Q) => z.ZodType<AnswerValue>;
  /** The scale score that counts in the funding indicator; null where the answer has none. */
  score: (survey: Survey, question: Q, value: AnswerValue) => number | null;
  /** Whether it changes place on a page with `shuffle`. */
  moves: boolean;
  /** Codes that `any_of` may name; null where `any_of` never holds. */
  choices: (survey: Survey, question: Q) => readonly string[] | null;
  /** The least and greatest number that `at_least` and `at_most` compare; null where they never hold. */
  range: (survey: Survey, question: Q) => { from: number; to: number } | null;
  /**
   * Possible answers, enough of them that each combination of truth that the mentioned conditions can
   * take on an answered question occurs. For the checker's search.
   */
  samples: (survey: Survey, question: Q, mentioned: Mentioned) => AnswerValue[];
  /** What is wrong with the question's own part of a definition. Places are relative to the question. */
  check: (survey: Survey, question: Q) => Finding[];
};
