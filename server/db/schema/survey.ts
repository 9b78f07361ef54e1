import type { ColumnType, Generated } from 'kysely';

/** Schema `survey`: what is asked and when. No person and no answer. */
export type DefinitionTable = {
  survey: string;
  version: number;
  /** SHA-256 of the canonical JSON of the definition, hex. */
  hash: string;
  published_on: string;
};

export type RoundTable = {
  id: string;
  survey: string;
  version: number;
  /** Year of graduation of those who are asked, as typed: '2020'. */
  cohort: string;
  opens_at: ColumnType<Date, Date, Date>;
  closes_at: ColumnType<Date, Date, Date>;
  time_zone: string;
  tolerance_hours: number;
  created_on: string;
  /** Whether its institutions are invented; null until the first import. */
  invented: boolean | null;
  /** Steps of freezing that are done, 0–5. 5 = frozen. */
  freeze_step: Generated<number>;
  frozen_on: string | null;
  /** Graduation years of the target population, '2020' or '2019-2020'; stored by freezing. */
  graduation_years: string | null;
};

/** Counts of the target population per catalogue cell: the N of every report (freezing, step 1). */
export type TargetCountTable = {
  round_id: string;
  institution: string;
  degree: string;
  /** '' for the total, else a background variable. */
  split: string;
  split_value: string;
  target: number;
};

/** What was done with the service: only ever added to. */
export type AuditEventTable = {
  id: Generated<string>;
  /** null = written before times were kept. */
  at: ColumnType<Date | null, never, never>;
  on_date: string;
  kind: string;
  round_id: string | null;
  /** Never a person, a code or an answer. */
  detail: ColumnType<Record<string, unknown>, string | undefined, never>;
  count: ColumnType<number, number | undefined, never>;
};

/** Seals of entries, in the order of the chain: see server/audit/chain.ts. */
export type AuditSealTable = {
  number: string;
  event_id: string;
  event_hash: string;
  hash: string;
};

/** What single people did with their link, without saying who. Freezing makes one count a kind. */
export type AnsweringEventTable = {
  id: Generated<string>;
  on_date: string;
  kind: string;
  round_id: string | null;
  count: Generated<number>;
};

/** A block of own questions while it is written. `content` is what the form holds, complete or not. */
export type OwnBlockDraftTable = {
  survey: string;
  institution: string;
  /** '' for the institution's own block. */
  degree: string;
  content: ColumnType<unknown, string, string>;
  /** Counts saves, so that two editors notice each other. */
  revision: Generated<number>;
  saved_on: string;
};

/** A published block: never changed, never deleted (a trigger refuses both). */
export type OwnBlockTable = {
  survey: string;
  institution: string;
  degree: string;
  version: number;
  /** An `OwnBlock` of server/engine: read back through its schema. */
  content: ColumnType<unknown, string, never>;
  /** SHA-256 of the canonical JSON of the block, hex. */
  hash: string;
  published_on: string;
};

/** Which version of an owner's block a round asks. Set before the round opens, then fixed. */
export type RoundOwnBlockTable = {
  round_id: string;
  survey: string;
  institution: string;
  degree: string;
  version: number;
};

/** One saved state of an action. The newest revision is the entry, the others are its history. */
export type ActionVersionTable = {
  action_id: string;
  revision: number;
  institution: string;
  degree: string;
  /** An `ActionContent` of server/actions: read back through its schema. */
  content: ColumnType<unknown, string, never>;
  saved_on: string;
  /** The body that saved it, as it named itself. Never a person. */
  saved_by: string;
};

/** A contact plan with its templates, as a version that never changes. */
export type MessagePlanTable = {
  round_id: string;
  version: number;
  /** A `MessagePlan` of server/messages: read back through its schema. */
  content: ColumnType<unknown, string, never>;
  hash: string;
  saved_on: string;
};

/** A template that was sent as a test, by the hash of its content. */
export type MessageTestTable = {
  round_id: string;
  template_hash: string;
  tested_on: string;
};
