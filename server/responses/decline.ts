import type { Deps } from '../deps.ts';
import { zonedDay } from '../rounds/zoned-time.ts';
import type { DeclineChoice } from './decline-form.ts';
import { findInvitation, type FindDeps, type Finding, type Invitation } from './find-invitation.ts';
import { makeReceipt } from './receipt.ts';
import { deleteResponse, markRefused, unmarkRefused } from './store.ts';

export type DeclineOutcome =
  | Exclude<Finding, { kind: 'invited' }>
  | { kind: 'refused' | 'willing'; invitation: Invitation }
  /** `proof`: a line that shows it, when nothing of the answers is left. */
  | { kind: 'refused-and-deleted'; invitation: Invitation; proof: string | null };

/**
 * Writes down a refusal, also deletes the answers, or takes a refusal back. Until a round is frozen,
 * this is possible whatever its dates say. Each side is changed in a transaction of its own, so that
 * no transaction number ever ties a person to answers; after a failure between them the person is
 * told, and the same form does the rest.
 */
export async function decline(
  deps: FindDeps & Pick<Deps, 'randomBytes'>,
  command: { typed: string; choice: DeclineChoice },
): Promise<DeclineOutcome> {
  const finding = await findInvitation(deps, command.typed);
  if (finding.kind !== 'invited') return finding;
  const { invitation } = finding;
  const { round, person, handle, now } = invitation;
  const day = zonedDay(now, round.time_zone);
  const refusal = { roundId: round.id, personKey: person.person_key, day };
  switch (command.choice) {
    case 'messages':
      await markRefused(deps.db, refusal);
      return { kind: 'refused', invitation };
    case 'delete':
      await deleteResponse(deps.db, { handle, day });
      await markRefused(deps.db, refusal);
      return withProof(deps, command.typed, { invitation, day });
    case 'undo':
      await unmarkRefused(deps.db, refusal);
      return { kind: 'willing', invitation };
    default:
      return command.choice satisfies never;
  }
}

/**
 * Looks once more, so that the proof is true: a page that another tab saved meanwhile is answers again, and
 * of a round whose freezing has begun nothing can be deleted any more.
 */
async function withProof(
  deps: FindDeps & Pick<Deps, 'randomBytes'>,
  typed: string,
  { invitation, day }: { invitation: Invitation; day: string },
): Promise<DeclineOutcome> {
  const now = await findInvitation(deps, typed);
  if (now.kind !== 'invited') return now;
  const roundId = invitation.round.id;
  const isGone = now.invitation.response === null;
  const proof = isGone ? makeReceipt(deps, { kind: 'withdrawn', roundId, day }) : null;
  return { kind: 'refused-and-deleted', invitation, proof };
}
