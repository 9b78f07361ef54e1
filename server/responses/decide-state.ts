import type { Answers } from '../engine/answer.ts';
import type { Background } from '../engine/condition.ts';
import type { QuestionOrder } from '../engine/question-order.ts';
import { freezableAt } from '../rounds/round-state.ts';

export type Round = {
  id: string;
  /** Not published yet: its opening is a plan. */
  draft?: boolean;
  opens_at: Date;
  closes_at: Date;
  time_zone: string;
  tolerance_hours: number;
  invented: boolean;
};

/** What the contact side knows of the person. */
export type Person = {
  person_key: string;
  institution: string | null;
  degree: string | null;
  graduation_date: string | null;
  gender: string | null;
  birth_year: number | null;
  study_language: string | null;
  contact_language: string | null;
  refused_on: string | null;
};

/** The answer record as it is stored. */
export type StoredResponse = {
  answers: Answers;
  background: Background;
  question_order: QuestionOrder;
  pages_saved: readonly string[];
  language: string;
  submitted_on: string | null;
  late: boolean;
  revision: number;
};

/** Where a person with a valid code stands. */
export type State = 'not-open' | 'closed' | 'closed-submitted' | 'refused' | 'submitted' | 'started' | 'new';

type StateFacts = {
  round: Pick<Round, 'draft' | 'opens_at' | 'closes_at'>;
  refusedOn: string | null;
  response: Pick<StoredResponse, 'submitted_on'> | null;
};

/** The one state of a link. The clock decides what is open, so that no job can be late. */
export function decideState({ round, refusedOn, response }: StateFacts, now: Date): State {
  const isSubmitted = response !== null && response.submitted_on !== null;
  if (round.draft || now < round.opens_at) return 'not-open';
  if (now >= round.closes_at) return isSubmitted ? 'closed-submitted' : 'closed';
  if (refusedOn !== null) return 'refused';
  if (isSubmitted) return 'submitted';
  return response === null ? 'new' : 'started';
}

/**
 * Whether a posted page or the act of sending is taken: while the round is open, and late for as long
 * as its tolerance says. Someone who has refused says first that they want to answer after all.
 */
export function decideIntake(
  {
    round,
    refusedOn,
  }: { round: Pick<Round, 'draft' | 'opens_at' | 'closes_at' | 'tolerance_hours'>; refusedOn: string | null },
  now: Date,
): 'open' | 'late' | 'no' {
  if (refusedOn !== null || round.draft || now < round.opens_at) return 'no';
  if (now < round.closes_at) return 'open';
  return now < freezableAt(round) ? 'late' : 'no';
}
