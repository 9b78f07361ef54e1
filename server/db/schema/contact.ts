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
  /** The register says that nobody may be told this person's whereabouts: never written to. */
  protected: Generated<boolean>;
  /** Why no mail reaches the stored address; a new address clears it. */
  mail_problem: 'gone' | 'full' | 'complaint' | null;
  phone_problem: 'gone' | null;
  /** The person has corrected their own addresses: the register does not write over them. */
  own_contact: Generated<boolean>;
};

export type MessageChannel = 'mail' | 'sms' | 'letter';

/** A step of a plan that was scheduled, and how far it is. `listing`: its people are being listed. */
export type MessageStepTable = {
  round_id: string;
  step: string;
  plan_version: number;
  channel: MessageChannel;
  starts_at: ColumnType<Date, Date, Date>;
  /** The number of messages that was confirmed. */
  expected: number;
  state: 'scheduled' | 'listing' | 'sending' | 'paused' | 'done' | 'cancelled';
  /** The last person listed, while people are being listed. */
  listed_to: string | null;
  /** Who was left out, by reason; from the end of the round on also what became of the messages. */
  counts: ColumnType<Record<string, number>, string | undefined, string>;
};

/** One message to one person, from its listing to its end. Gone with freezing. */
export type MessageTable = {
  id: Generated<string>;
  round_id: string;
  step: string;
  person_key: string;
  channel: MessageChannel;
  /** Of the address, for the pace; '' where the channel has none. */
  domain: string;
  state: 'planned' | 'claimed' | 'handed_over' | 'sent' | 'failed' | 'bounced' | 'uncertain';
  /** Not tried before. */
  due_at: ColumnType<Date, Date, Date>;
  attempts: Generated<number>;
  /** Of the worker that holds it; a new one at each claim. */
  claim: string | null;
  lease_until: ColumnType<Date | null, Date | null, Date | null>;
  /** Since when the message may have left. */
  handed_at: ColumnType<Date | null, Date | null, Date | null>;
  /** In one word or number, never an address. */
  problem: string | null;
};

/** Hashes of codes that a newer one has replaced, so that the page can say so. */
export type ReplacedCodeTable = {
  code_hash: Buffer;
  round_id: string;
  /** 'withdrawn': the person should not have been asked. */
  why: Generated<'replaced' | 'withdrawn'>;
};

export type ImportTable = {
  id: Generated<string>;
  round_id: string;
  on_date: string;
  counts: ColumnType<Record<string, number>, string, string>;
};
