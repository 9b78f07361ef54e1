import type { PlanStep } from './plan-schema.ts';

/** Between two messages to one person, whatever the channel and the round. */
export const REST_MS = 72 * 3_600_000;
/** To one person over all rounds and channels. */
export const MOST_MESSAGES = 6;

/** Why somebody gets no message of a step, in the order in which it is looked at. */
export const LEFT_OUT = [
  'round_not_open',
  'refused',
  'answered',
  'started',
  'not_started',
  'protected',
  'other_channel',
  'no_address',
  'bounced',
  'too_many',
  'recent',
] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** What is known of a person when it is decided whether they are written to. */
export type Recipient = {
  refused: boolean;
  protected: boolean;
  email: string | null;
  phone: string | null;
  mail_problem: 'gone' | 'full' | 'complaint' | null;
  phone_problem: 'gone' | null;
  /** How far the person is with answering. */
  progress: 'none' | 'partial' | 'sent';
  /** Messages so far, over all rounds. */
  messages: number;
  /** When the last of them left, as far as it is known. */
  lastContact: Date | null;
};

export type RoundWindow = { draft?: boolean; opens_at: Date; closes_at: Date; freeze_step: number };

export type RecipientDecision = { kind: 'send' } | { kind: 'left_out'; reason: LeftOut };

/**
 * Whether a person gets a message of a step now. The only place where this is decided: the dry run, the
 * simulator, the claim and the last look before sending all ask here.
 */
export function decideRecipient(
  step: Pick<PlanStep, 'channel' | 'audience' | 'reach'>,
  person: Recipient,
  round: RoundWindow,
  now: Date,
): RecipientDecision {
  const reason =
    reasonOfRound(round, now) ??
    reasonOfAnswering(step, person) ??
    reasonOfAddress(step, person) ??
    ofRest(person, now);
  return reason === null ? { kind: 'send' } : { kind: 'left_out', reason };
}

function reasonOfRound(round: RoundWindow, now: Date): LeftOut | null {
  return round.draft || now < round.opens_at || now >= round.closes_at || round.freeze_step > 0
    ? 'round_not_open'
    : null;
}

function reasonOfAnswering({ audience }: Pick<PlanStep, 'audience'>, person: Recipient): LeftOut | null {
  // Who reports a message as spam has said no, to every channel.
  if (person.refused || person.mail_problem === 'complaint') return 'refused';
  if (person.progress === 'sent') return 'answered';
  if (audience === 'not_started' && person.progress === 'partial') return 'started';
  if (audience === 'partial' && person.progress === 'none') return 'not_started';
  return null;
}

function reasonOfAddress({ channel, reach }: Pick<PlanStep, 'channel' | 'reach'>, person: Recipient): LeftOut | null {
  if (person.protected) return 'protected';
  const hasMail = person.email !== null && person.mail_problem === null;
  const hasPhone = person.phone !== null && person.phone_problem === null;
  if (reach !== 'all' && hasMail) return 'other_channel';
  if (reach === 'without_mail_and_phone' && hasPhone) return 'other_channel';
  switch (channel) {
    case 'mail':
      return hasMail ? null : person.email === null ? 'no_address' : 'bounced';
    case 'sms':
      return hasPhone ? null : person.phone === null ? 'no_address' : 'bounced';
    case 'letter':
      return null; // the printing house has the address
    default:
      return channel satisfies never;
  }
}

function ofRest(person: Recipient, now: Date): LeftOut | null {
  if (person.messages >= MOST_MESSAGES) return 'too_many';
  const since = person.lastContact && now.getTime() - person.lastContact.getTime();
  return since !== null && since < REST_MS ? 'recent' : null;
}
