import type { ColumnType, Generated } from 'kysely';
import type { Answers } from '../../engine/answer.ts';
import type { Background } from '../../engine/condition.ts';

type Json<T> = ColumnType<T, string, string>;

/** Schema `answer`: what was answered. Dates only, no clock times, no contact data. */
export type ResponseTable = {
  /** Keyed hash of the code (round key `answer`). One row a person: the database enforces it. */
  handle: Buffer;
  round_id: string;
  survey: string;
  version: number;
  background: Json<Background>;
  answers: Json<Answers>;
  /** Order of shuffled questions by page code, drawn when the draft is made; dropped by freezing. */
  question_order: Json<Readonly<Record<string, readonly string[]>>>;
  /** Codes of the pages that the person is done with (left by Continue, or left whole), in order of the definition. */
  pages_saved: ColumnType<string[], string[], string[]>;
  language: string;
  /** null = saved but never sent. */
  submitted_on: string | null;
  /** Saved after closing, within the tolerance. */
  late: Generated<boolean>;
  /** Counts saves; the page carries it, so that two devices are noticed. */
  revision: Generated<number>;
};

/** The answer side of a frozen round: random key, random order, no text, nothing finer than the round. */
export type FrozenResponseTable = {
  key: string;
  round_id: string;
  survey: string;
  version: number;
  submitted: boolean;
  background: Json<Background>;
  answers: Json<Answers>;
  /** Came after the first edition of the round's release. */
  supplement: Generated<boolean>;
};

/** Open texts of a frozen round, one row a text, without any key to answers. */
export type FrozenTextTable = {
  key: string;
  round_id: string;
  item: string;
  institution: string;
  degree: string;
  body: string;
};

/** Open texts that came after the first edition. Kept, and shown nowhere: who wrote one of a few would be known. */
export type SupplementTextTable = {
  key: string;
  round_id: string;
  item: string;
  institution: string;
  degree: string;
  body: string;
};

/** Where the review of an open text stands. No row: nobody has decided yet. */
export type TextReviewTable = {
  text_key: string;
  round_id: string;
  /** 'open' after a decision was taken back; 'waiting' for a second reviewer. */
  state: 'open' | 'waiting' | 'approved' | 'rejected';
  /** Places of the removed parts in the text, [start, end) each. */
  spans: Json<readonly (readonly [number, number])[]>;
  reason: string;
  first_by: string;
  second_by: string;
  revision: Generated<number>;
};

/** What reviewers did, in order. Never a word of a text. A trigger refuses every change. */
export type TextReviewEventTable = {
  id: Generated<string>;
  round_id: string;
  text_key: string;
  on_date: string;
  by_name: string;
  what: string;
  reason: string;
  removed_parts: Generated<number>;
};

/** A theme that reviewers made for a question of a round. */
export type TextThemeTable = {
  id: string;
  round_id: string;
  item: string;
  place: number;
  fi: string;
  sv: string;
  en: string;
};

export type ThemeOfTextTable = {
  text_key: string;
  theme_id: string;
  round_id: string;
};

/** In which group's pool a text is shown: one, for good. */
export type ReleasedTextTable = {
  text_key: string;
  round_id: string;
  population_key: string;
  edition: number;
};
