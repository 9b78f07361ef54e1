import { insertAuditEvent } from '../audit/store.ts';
import { withLongWork } from '../db/long-work.ts';
import type { Deps } from '../deps.ts';
import { refuseKeys, type PublishRefusal } from './decide-publish.ts';
import type { Reason } from './publish-draft.ts';
import { hasReason } from './decide-approval.ts';
import { deleteHead, insertRemark, moveToEarlier, selectOptionalPublished } from './publish-store.ts';
import { publisherOf } from './publisher-keys.ts';

type SettleDeps = Pick<Deps, 'ownerDb' | 'now'>;
export type SettleCommand = { roundId: string; keys: readonly string[]; reason: Reason };
export type SettleOutcome =
  { kind: 'settled'; releaseId: string; by: string; on: string } | { kind: 'no_release' } | PublishRefusal;

/** Says that the release of a round is final before its fourteen days are over. */
export async function sayFinal(deps: SettleDeps, command: SettleCommand): Promise<SettleOutcome> {
  return settle(deps, command, { kind: 'release_final', needsReason: false });
}

/** Withdraws the release of a round: readers are told when and why, and see nothing of it any more. */
export async function withdrawRelease(deps: SettleDeps, command: SettleCommand): Promise<SettleOutcome> {
  return settle(deps, command, { kind: 'release_withdrawn', needsReason: true });
}

async function settle(
  deps: SettleDeps,
  { roundId, keys, reason }: SettleCommand,
  { kind, needsReason }: { kind: 'release_final' | 'release_withdrawn'; needsReason: boolean },
): Promise<SettleOutcome> {
  return withLongWork(deps.ownerDb, `settling the release of round ${roundId}`, async () => {
    const publishers: (string | null)[] = [];
    for (const key of keys) publishers.push(await publisherOf(deps, key));
    const refusal = refuseKeys(publishers);
    if (refusal) return refusal;
    if (needsReason && !hasReason(reason)) return { kind: 'needs_reason' };
    const by = publishers.join(', ');
    const on_date = deps.now().toISOString().slice(0, 10);
    return deps.ownerDb.transaction().execute(async (trx) => {
      const head = await selectOptionalPublished(trx, roundId);
      if (!head) return { kind: 'no_release' };
      if (kind === 'release_final') {
        await insertRemark(trx, { release_id: head.id, on_date, kind: 'final', reason });
      } else {
        await moveToEarlier(trx, head, { kind: 'withdrawn', on_date, reason });
        await deleteHead(trx, head.id);
      }
      await insertAuditEvent(trx, { on_date, kind, round_id: roundId, detail: { release: head.id, by } });
      return { kind: 'settled', releaseId: head.id, by, on: on_date };
    });
  });
}
