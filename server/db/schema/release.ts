import type { ColumnType, Generated } from 'kysely';

type Json<T> = ColumnType<T, string, string>;

/** Schema `release`: only what may be shown. The role `uras_report` reads this schema and no other. */
export type ReleaseTable = {
  id: string;
  round_id: string;
  survey: string;
  version: number;
  period: string;
  invented: boolean;
  built_on: string;
  /** SHA-256 of tables.csv, hex. */
  tables_hash: string;
  manifest: Json<Record<string, unknown>>;
  /** 1 for the first that was published of a round. A later one takes its place. */
  edition: Generated<number>;
  /** null: before publishing was a step of its own. */
  published_on: string | null;
  /** Names of the two keys it was published with, ', ' between; '' for invented rounds. */
  published_by: Generated<string>;
  /** The day from which it is final; null = it was so from the start. */
  final_from: string | null;
  /** SHA-256 over the hashes of its rows, hex; '' where there are none. */
  rows_hash: Generated<string>;
};

/** A hash of the rows of one population with its cells, or of the own questions ('own'). */
export type RowHashTable = {
  release_id: string;
  name: string;
  hash: string;
};

/** The files of a release as they were published, gzip'd. */
export type ReleaseFileTable = {
  release_id: string;
  name: string;
  /** Of the file's text, hex. */
  sha256: string;
  content: Buffer;
};

/** What was said of a release after it was published, in order: that it is final, that it corrects another. */
export type RemarkTable = {
  release_id: string;
  number: number;
  on_date: string;
  kind: 'final' | 'corrected';
  /** In each language; {} where none is given. */
  reason: Json<Partial<Record<'fi' | 'sv' | 'en', string>>>;
};

/** Releases that another has taken the place of, or that were withdrawn. */
export type EarlierReleaseTable = {
  id: string;
  round_id: string;
  edition: number;
  /** Its row of release.release. */
  head: Json<Record<string, unknown>>;
  kind: 'superseded' | 'withdrawn';
  on_date: string;
  reason: Json<Partial<Record<'fi' | 'sv' | 'en', string>>>;
};

export type PopulationTable = {
  release_id: string;
  /** 'nation', 'field/7', 'degree/02467/671101', 'field/7@gender=female', 'others/…'. */
  key: string;
  level: string;
  institution: string;
  field: string;
  degree: string;
  /** Background variable and value of a split; both '' for everybody. */
  split: string;
  split_value: string;
  /** Codes of the members of a residual group, joined with '|'; '' otherwise. */
  members: string;
  target: number;
  respondents: number;
  /** In a later edition: the edition that the figures stand from; null where they count everybody. */
  as_of: number | null;
  /** Years of several rounds together; null for the release's own round. */
  pooled: Generated<string | null>;
};

export type CellTable = {
  release_id: string;
  population_key: string;
  item: string;
  /** A `SafeCell` of server/disclosure: read back through its schema. */
  cell: Json<unknown>;
};

/** Own questions whose figures a release has: words only, as they were published. */
export type ReleaseOwnBlockTable = {
  release_id: string;
  institution: string;
  /** '' for the institution's own. */
  degree: string;
  content: Json<unknown>;
};

/** Drawings of charts, made once on first request. Text stays text, colours are variables of the page. */
export type ChartTable = {
  release_id: string;
  population_key: string;
  chart: string;
  language: string;
  svg: string;
};

/** A report as it is read, printed before anybody asks for it. */
export type PrintedReportTable = {
  release_id: string;
  /** Whether it is that of several rounds together. */
  pooled: boolean;
  institution: string;
  degree: string;
  /** Code of the institution's own report; '' for the common one. */
  variant: string;
  language: string;
  /** What it was printed by: what was printed by anything else is not read. */
  printed_by: string;
  head: Json<unknown>;
  /** A gzip file that fits into a page (`server/http/gzip-texts.ts`). */
  body: Buffer;
};

/** Which edition of a release's open answers is read. */
export type OpenAnswerEditionTable = {
  release_id: string;
  edition: number;
  released_on: string;
};

/** A reviewed text in the pool of one group. Its place is drawn; nothing ties it to anything else. */
export type OpenAnswerTable = {
  release_id: string;
  edition: number;
  population_key: string;
  item: string;
  place: number;
  body: string;
  themes: Json<readonly { fi: string; sv: string; en: string }[]>;
};
