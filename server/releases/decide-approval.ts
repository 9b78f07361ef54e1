import type { Reason } from './publish-draft.ts';

/** People who approve a release before it is published. */
export const APPROVERS = 2;

export type ApprovalFacts = {
  /** Hash of the draft as it stands; null = there is none. */
  hash: string | null;
  /** Hash of the draft that was on the page. */
  seen: string;
  person: string;
  edition: number;
  /** What readers are told of a later edition, as it was typed. */
  reason: Reason;
  /** Who has approved it as it stands. */
  approvals: readonly { person: string; reason: Reason }[];
};

export type ApprovalRefusal = { kind: 'no_draft' | 'changed' | 'already' | 'needs_reason' };

/**
 * Whether somebody may approve a draft: the one they saw, once, and the first of a later edition says what readers
 * are told. The second approves these words too.
 */
export function decideApproval(facts: ApprovalFacts): ApprovalRefusal | { kind: 'allowed'; reason: Reason } {
  const { hash, seen, person, edition, approvals } = facts;
  if (hash === null) return { kind: 'no_draft' };
  if (hash !== seen) return { kind: 'changed' };
  if (approvals.some((one) => one.person === person)) return { kind: 'already' };
  const reason = edition > 1 ? (approvals[0]?.reason ?? facts.reason) : {};
  if (edition > 1 && !hasReason(reason)) return { kind: 'needs_reason' };
  return { kind: 'allowed', reason };
}

/** Whether readers are told why in each language. */
export function hasReason({ fi, sv, en }: Reason): boolean {
  return [fi, sv, en].every((text) => (text ?? '').trim() !== '');
}
