import { selectNames } from '../audit/store.ts';
import type { Deps } from '../deps.ts';
import { selectApprovals } from './approval-store.ts';
import type { DraftApprovals } from './approval-view-model.ts';
import { selectOptionalDraft } from './draft-store.ts';

/** Who has approved the draft of a round as it stands, by name; null where there is no draft. */
export async function showApprovals({ db }: Pick<Deps, 'db'>, roundId: string): Promise<DraftApprovals | null> {
  const draft = await selectOptionalDraft(db, roundId);
  if (!draft) return null;
  const approvals = await selectApprovals(db, draft);
  const names = approvals.length > 0 ? await selectNames(db) : new Map<string, string>();
  return {
    hash: draft.parts_hash,
    edition: draft.edition,
    approvals: approvals.map((one) => ({ ...one, name: names.get(one.person) ?? null })),
  };
}
