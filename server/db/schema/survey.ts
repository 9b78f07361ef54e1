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
  /** Whether coordinators see of each person how far they are with answering, or counts alone. */
  individual_status: Generated<boolean>;
  /** Graduation years of the target population, '2020' or '2019-2020'; stored by freezing. */
  graduation_years: string | null;
  /** Not published: no time opens it, and nobody is written to. */
  draft: Generated<boolean>;
  /** Since when its questions are fixed; null = until it opens. */
  questions_locked_on: string | null;
  /** A draft that was thrown away: its people and its keys are gone. */
  discarded_on: string | null;
  /** The latest time that one person was given beyond the closing. */
  extended_to: ColumnType<Date | null, Date | null | undefined, Date | null>;
  /** When its reports are to be published, as planned. */
  reports_on: string | null;
  /** Counts changes of its dates, so that two coordinators notice each other. */
  revision: Generated<number>;
  /** The rule that proposed it, and for which year. */
  recurrence_id: string | null;
  recurrence_year: number | null;
};

/** A rule that proposes a round each year: 'every 1 October, graduates of five years ago'. */
export type RecurrenceTable = {
  id: string;
  survey: string;
  month: number;
  day: number;
  /** By the clocks of the zone: '09:00'. */
  opens_time: string;
  days_open: number;
  /** Years between graduation and the round. */
  years_after: number;
  time_zone: string;
  created_on: string;
  ended_on: string | null;
};

/** Whether an institution takes part in a round; without a row it has not said. */
export type RoundInstitutionTable = {
  round_id: string;
  institution: string;
  takes_part: boolean;
  decided_on: string;
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

/** How many of a group had answered by the end of a day of a frozen round: see monitor/make-curve.ts. */
export type RoundCurveTable = {
  round_id: string;
  /** '' for the whole round. */
  institution: string;
  /** '' for the whole institution. */
  degree: string;
  /** 0 = the day on which the round opened. */
  day: number;
  target: number;
  /** Rounded down to a full five. */
  sent: number;
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

/** Under whose name messages leave, by institution ('' = common) and language. '' = as above it. */
export type SenderSettingTable = {
  institution: string;
  language: 'fi' | 'sv' | 'en';
  name: string;
  reply_to: string;
};

/** Whom graduates of an institution may ask. */
export type InstitutionContactTable = {
  institution: string;
  name: string;
  email: string;
  phone: string;
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

/** What graduates are told of an action, state by state: the newest revision counts. */
export type ToldChangeTable = {
  action_id: string;
  revision: number;
  institution: string;
  degree: string;
  /** The text in each language: read back through its schema. */
  content: ColumnType<unknown, string, never>;
  /** Whether it is public; false: it was taken back. */
  shown: boolean;
  saved_on: string;
  /** The body or role that approved it, as it named itself. Never a person. */
  approved_by: string;
};

/** A contact plan with its templates, as a version that never changes. */
export type MessagePlanTable = {
  round_id: string;
  version: number;
  /** Whose people it writes to; '' = those of every institution without a plan of its own. */
  institution: Generated<string>;
  /** A `MessagePlan` of server/messages: read back through its schema. */
  content: ColumnType<unknown, string, never>;
  hash: string;
  saved_on: string;
  /** False = an institution has handed its people back to the network's plan. */
  in_use: Generated<boolean>;
};

/** A template that was sent as a test, by the hash of its content. */
export type MessageTestTable = {
  round_id: string;
  template_hash: string;
  tested_on: string;
};

/** What an institution says of the survey, in versions: see trust/notice-schema.ts. No graduate in it. */
export type InstitutionNoticeTable = {
  institution: string;
  version: number;
  content: ColumnType<unknown, string, never>;
  saved_on: string;
};

/** What somebody told of a fault in accessibility. Nothing of a link or an answer. */
export type AccessibilityFeedbackTable = {
  id: string;
  /** Hash of the receipt that its writer holds. */
  receipt_hash: Buffer;
  /** '' = those who run the service. */
  institution: string;
  language: string;
  /** The page, in the writer's words; '' = not said. */
  place: string;
  message: string;
  /** Gone once it is answered. */
  email: string | null;
  received_on: string;
  due_on: string;
  answered_on: string | null;
  reply: string | null;
};
