import { insertAuditEvent } from '../audit/store.ts';
import { LongWorkError, withLongWork } from '../db/long-work.ts';
import type { Deps } from '../deps.ts';
import { kindOf } from '../error-kind.ts';
import { selectApprovals, selectApprovedRounds } from './approval-store.ts';
import { APPROVERS } from './decide-approval.ts';
import { decidePublish } from './decide-publish.ts';
import { deleteDraft, selectOptionalDraft } from './draft-store.ts';
import { DamagedDraftError, OtherRoundsError, publishDraft } from './publish-draft.ts';
import { publicationOf } from './publish-release.ts';
import { selectOptionalPublishedRound } from './publish-store.ts';

type PublisherDeps = Pick<Deps, 'ownerDb' | 'embedded' | 'now' | 'log'>;

/** Publishes what two people have approved, while the service runs. */
export type Publisher = {
  /** Looks now, and does not wait. */
  lookSoon: () => void;
  stop: () => Promise<void>;
};

const LOOK_EVERY_MS = 10_000;

/**
 * Looks for approved drafts every ten seconds and publishes them one after the other. What a process that was
 * stopped has begun, the next one begins again: readers find a release from its last step on.
 */
export function startPublisher(deps: PublisherDeps): Publisher {
  let last: Promise<void> = Promise.resolve();
  let waits = false;
  let isStopped = false;
  const lookSoon = (): void => {
    if (waits || isStopped) return;
    waits = true;
    last = last.then(async () => {
      waits = false;
      if (!isStopped) await publishAll(deps);
    });
  };
  const timer = setInterval(lookSoon, LOOK_EVERY_MS);
  timer.unref();
  return {
    lookSoon,
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await last;
    },
  };
}

async function publishAll(deps: PublisherDeps): Promise<void> {
  try {
    for (const roundId of await selectApprovedRounds(deps.ownerDb, APPROVERS)) await publishOne(deps, roundId);
  } catch (cause) {
    deps.log.error(`Approved releases are looked for again in a moment: ${kindOf(cause)}`);
  }
}

/** One that cannot be published holds up no other. */
async function publishOne(deps: PublisherDeps, roundId: string): Promise<void> {
  try {
    await publishApproved(deps, roundId);
  } catch (cause) {
    // Other long work has its turn first; the next look is soon.
    if (cause instanceof LongWorkError) return;
    const isUseless = cause instanceof DamagedDraftError || cause instanceof OtherRoundsError;
    const why = isUseless ? cause.message : kindOf(cause);
    deps.log.error(`The approved release of round ${roundId} is not published: ${why}`);
    if (isUseless) await dropDraft(deps, roundId);
  }
}

/** A draft that can never be published goes, so that its page does not wait for it: it is to be built again. */
async function dropDraft({ ownerDb, now }: PublisherDeps, roundId: string): Promise<void> {
  await ownerDb.transaction().execute(async (trx) => {
    await deleteDraft(trx, roundId);
    const on_date = now().toISOString().slice(0, 10);
    await insertAuditEvent(trx, { on_date, kind: 'release_draft_dropped', round_id: roundId });
  });
}

/** Publishes the draft of a round that two people have approved as it stands. False where they have not. */
export async function publishApproved(deps: PublisherDeps, roundId: string): Promise<boolean> {
  return withLongWork(deps.ownerDb, `publishing the release of round ${roundId}`, async () => {
    const round = await selectOptionalPublishedRound(deps.ownerDb, roundId);
    const draft = await selectOptionalDraft(deps.ownerDb, roundId);
    if (!round || !draft) return false;
    const approvals = await selectApprovals(deps.ownerDb, draft);
    const publishers = approvals.map(({ person }) => person);
    // The reason was asked of whoever approved first.
    const facts = { hasRound: true, hasDraft: true, hasReason: true };
    const decision = decidePublish({ ...facts, publishers, edition: draft.edition });
    if (decision.kind !== 'allowed') return false;
    const publication = publicationOf(deps, round, decision.by);
    const [first] = approvals;
    await publishDraft(deps, { draft, publication, reason: first?.reason ?? {}, progress: () => undefined });
    return true;
  });
}
