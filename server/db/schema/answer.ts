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
