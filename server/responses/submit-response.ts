import { zonedDay } from '../rounds/zoned-time.ts';
import { decideSubmission, type SubmissionDecision } from './decide-submission.ts';
import { findInvitation, type FindDeps, type Finding, type Invitation } from './find-invitation.ts';
import { markSent } from './record-store.ts';

export type SubmitOutcome =
  | Exclude<Finding, { kind: 'invited' }>
  | { kind: 'sent' | Exclude<SubmissionDecision['kind'], 'accepted'>; invitation: Invitation };

/** Sends a person's answers. A second time changes nothing. */
export async function submitResponse(deps: FindDeps, command: { typed: string }): Promise<SubmitOutcome> {
  const finding = await findInvitation(deps, command.typed);
  if (finding.kind !== 'invited') return finding;
  const { invitation } = finding;
  const { survey, round, person, response, handle, now } = invitation;
  const decision = decideSubmission({ survey, round, refusedOn: person.refused_on, response }, now);
  if (decision.kind !== 'accepted') return { kind: decision.kind, invitation };
  const { dropped, late } = decision;
  await markSent(deps.db, { handle, day: zonedDay(now, round.time_zone), dropped, late });
  return { kind: 'sent', invitation };
}
