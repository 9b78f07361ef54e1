import type { Answers } from '../engine/answer.ts';
import type { Background } from '../engine/condition.ts';
import type { Survey } from '../engine/survey.ts';
import { walk } from '../engine/walk.ts';
import { decideIntake, type Round, type StoredResponse } from './decide-state.ts';

export type SubmissionFacts = {
  survey: Survey;
  round: Pick<Round, 'draft' | 'opens_at' | 'closes_at' | 'tolerance_hours'>;
  refusedOn: string | null;
  response: Pick<StoredResponse, 'answers' | 'background' | 'submitted_on'> | null;
};

export type SubmissionDecision =
  /** `dropped`: codes of answers on a branch that the person has left. */
  | { kind: 'accepted'; dropped: readonly string[]; late: boolean }
  | { kind: 'already-sent' }
  /** Not a single question is answered: there is nothing to send. */
  | { kind: 'nothing' }
  /** Not open, closed beyond the tolerance, or refused. */
  | { kind: 'not-taken' };

/** Whether answers may be sent now. Nothing is compulsory: one answer is enough. */
export function decideSubmission(facts: SubmissionFacts, now: Date): SubmissionDecision {
  const { survey, response } = facts;
  if (response !== null && response.submitted_on !== null) return { kind: 'already-sent' };
  const intake = decideIntake(facts, now);
  if (intake === 'no') return { kind: 'not-taken' };
  if (response === null) return { kind: 'nothing' };
  const relevant = relevantAnswers(survey, response.answers, response.background);
  if (Object.keys(relevant).length === 0) return { kind: 'nothing' };
  const dropped = Object.keys(response.answers).filter((code) => !(code in relevant));
  return { kind: 'accepted', dropped, late: intake === 'late' };
}

function relevantAnswers(survey: Survey, answers: Answers, background: Background): Answers {
  return walk(survey, answers, background).relevantAnswers;
}
