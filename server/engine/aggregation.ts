import type { AnswerValue } from './answer.ts';

/**
 * How the answers to one question become counts. A question type declares it; the tally, the
 * disclosure control and the report read nothing else of the question.
 *
 * - `categories`: one vector of counts, in the order of `categories`. `scores` (same order) where
 *   means are allowed; `nps` where the answers are 0–10 recommendations. `cannotSay` is a binary
 *   cell of its own, outside n. `categoryOf` maps an answer to its category (a code list's rare
 *   codes are merged here, before anything else).
 * - `options`: several choices: each option is a binary cell of its own (statistics 2.14).
 * - `pair`: importance, development and gap, all on complete pairs only (R8).
 * - `bands`: numbers: protected on declared bands, shown as rounded median and quartiles.
 * - `none`: text and information: outside the tables.
 */
export type Aggregation =
  | {
      kind: 'categories';
      categories: readonly string[];
      scores: readonly number[] | null;
      nps: boolean;
      cannotSay: boolean;
      categoryOf: (value: AnswerValue) => string | null;
    }
  | { kind: 'options'; options: readonly string[] }
  | {
      kind: 'pair';
      categories: readonly string[];
      scores: readonly number[];
      cannotSay: { importance: boolean; development: boolean };
    }
  | {
      kind: 'bands';
      bands: readonly { code: string; from: number; below: number }[];
      roundTo: number;
      numberOf: (value: AnswerValue) => number;
    }
  | { kind: 'none' };
