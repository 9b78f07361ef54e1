import type { ColumnType, Generated } from 'kysely';

/** Schema `contact`: who is asked. Shares no key with schema `answer`. */
export type PersonTable = {
  round_id: string;
  person_key: string;
  /** From here to `phone`: null once the round is frozen. */
  institution: string | null;
  degree: string | null;
  graduation_date: string | null;
  gender: string | null;
  birth_year: number | null;
  study_language: string | null;
  contact_language: string | null;
  email: string | null;
  phone: string | null;
  /** Raised when a link is replaced: part of the code's derivation. */
  generation: Generated<number>;
  /** Keyed hash of the code (round key `contact`), by which a link finds its person. null once frozen. */
  code_hash: Buffer | null;
  refused_on: string | null;
  messages: Generated<number>;
  letter_exported_on: string | null;
};

/** Hashes of codes that a newer one has replaced, so that the page can say so. */
export type ReplacedCodeTable = {
  code_hash: Buffer;
  round_id: string;
};

export type ImportTable = {
  id: Generated<string>;
  round_id: string;
  on_date: string;
  counts: ColumnType<Record<string, number>, string, string>;
};
