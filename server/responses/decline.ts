import { zonedDay } from '../rounds/zoned-time.ts';
import type { DeclineChoice } from './decline-form.ts';
import { findInvitation, type FindDeps, type Finding, type Invitation } from './find-invitation.ts';
import { deleteResponse, markRefused, unmarkRefused } from './store.ts';

export type DeclineOutcome =
  | Exclude<Finding, { kind: 'invited' }>
  | { kind: 'refused' | 'refused-and-deleted' | 'willing'; invitation: Invitation };

/**
 * Writes down a refusal, also deletes the answers, or takes a refusal back. Until a round is frozen,
 * this is possible whatever its dates say. Each side is changed in a transaction of its own, so that
 * no transaction number ever ties a person to answers; after a failure between them the person is
 * told, and the same form does the rest.
 */
export async function decline(
  deps: FindDeps,
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
      return { kind: 'refused-and-deleted', invitation };
    case 'undo':
      await unmarkRefused(deps.db, refusal);
      return { kind: 'willing', invitation };
    default:
      return command.choice satisfies never;
  }
}
