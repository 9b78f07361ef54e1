import { insertAuditEvent } from '../audit/store.ts';
import type { Deps } from '../deps.ts';
import { deleteApproval, insertApproval, lockApprovals, selectApprovals } from './approval-store.ts';
import { APPROVERS, decideApproval, type ApprovalRefusal } from './decide-approval.ts';
import { selectOptionalDraft } from './draft-store.ts';
import type { Reason } from './publish-draft.ts';

type ApproveDeps = Pick<Deps, 'db' | 'now'>;
export type ApproveCommand = { roundId: string; person: string; seen: string; reason: Reason };

/** Approves the draft that a person saw. Published by this alone is nothing: `publishApproved` does that. */
export async function approveDraft(
  { db, now }: ApproveDeps,
  { roundId, person, seen, reason }: ApproveCommand,
): Promise<{ kind: 'approved'; approvals: number } | ApprovalRefusal> {
  const on_date = now().toISOString().slice(0, 10);
  return db.transaction().execute(async (trx) => {
    await lockApprovals(trx); // two at once would each give words of their own
    const draft = await selectOptionalDraft(trx, roundId);
    const approvals = draft ? await selectApprovals(trx, draft) : [];
    const [hash, edition] = [draft?.parts_hash ?? null, draft?.edition ?? 1];
    const decision = decideApproval({ hash, seen, person, edition, reason, approvals });
    if (decision.kind !== 'allowed') return decision;
    if (!draft) throw new Error('allowed without a draft');
    const { release_id, parts_hash } = draft;
    if (!(await insertApproval(trx, { release_id, parts_hash, person, on_date, reason: decision.reason })))
      return { kind: 'already' };
    const detail = { by: person, release: release_id, edition };
    await insertAuditEvent(trx, { on_date, kind: 'release_approved', round_id: roundId, detail });
    return { kind: 'approved', approvals: approvals.length + 1 };
  });
}

/** Takes one's own approval back while a second one is not there. False where there was none, or too late. */
export async function takeApprovalBack(
  { db, now }: ApproveDeps,
  { roundId, person }: { roundId: string; person: string },
): Promise<boolean> {
  const on_date = now().toISOString().slice(0, 10);
  return db.transaction().execute(async (trx) => {
    await lockApprovals(trx);
    const draft = await selectOptionalDraft(trx, roundId);
    if (!draft || (await selectApprovals(trx, draft)).length >= APPROVERS) return false;
    if (!(await deleteApproval(trx, { ...draft, person }))) return false;
    const detail = { by: person, release: draft.release_id, edition: draft.edition };
    await insertAuditEvent(trx, { on_date, kind: 'release_approval_taken_back', round_id: roundId, detail });
    return true;
  });
}
