import type { ColumnType } from 'kysely';

type Json<T> = ColumnType<T, string, string>;

/** Schema `publication`: what comes before a release and beside it. No report reads it. */
export type BuildTable = {
  round_id: string;
  state: 'counting' | 'protecting' | 'writing' | 'done';
  percent: number;
  updated_at: ColumnType<Date, Date, Date>;
};

/** A release that is built and not published: one a round. Its parts lie beside it, and it comes last. */
export type DraftTable = {
  release_id: string;
  round_id: string;
  edition: number;
  /** The row of release.release that it will have, but for what publishing adds. */
  head: Json<Record<string, unknown>>;
  /** Totals of the nation for those who decide on publishing. */
  preview: Json<unknown>;
  /** SHA-256 over its parts, hex. */
  parts_hash: string;
};

/** Rows of one table of schema release, as a JSON array. */
export type DraftPartTable = {
  release_id: string;
  number: number;
  kind: string;
  content: string;
};

/** Of whom an edition tells: the people of a population, by round, edition and degree. Only grows. */
export type LedgerPeopleTable = {
  release_id: string;
  population_key: string;
  atoms: Json<readonly string[]>;
};

/** What an edition tells of them: numbers of answers by question, exact cells. Only grows. */
export type LedgerTable = {
  release_id: string;
  kind: 'answers' | 'cell';
  item: string;
  /** Keys of populations. */
  populations: Json<readonly string[]>;
};

/** A key of somebody who publishes. The secret itself is stored nowhere. */
export type PublisherKeyTable = {
  name: string;
  /** SHA-256 of the secret, hex. */
  hash: string;
  created_on: string;
  revoked_on: string | null;
};

/** A token with which a program reads releases. The token itself is stored nowhere. */
export type ApiTokenTable = {
  name: string;
  /** SHA-256 of the token, hex. */
  hash: string;
  scope: string;
  /** '' for all institutions. */
  institution: string;
  created_on: string;
  expires_on: string;
  revoked_on: string | null;
  /** The last day on which it opened something. */
  last_used_on: ColumnType<string | null, never, string>;
};

/** That a person of staff has approved a draft as it was built. */
export type ApprovalTable = {
  release_id: string;
  parts_hash: string;
  /** Account. */
  person: string;
  on_date: string;
  /** What readers of a later edition are told, by language. */
  reason: Json<Readonly<Partial<Record<'fi' | 'sv' | 'en', string>>>>;
};
