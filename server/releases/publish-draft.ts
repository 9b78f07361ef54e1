import { insertAuditEvent } from '../audit/store.ts';
import { letOthersIn } from '../db/long-work.ts';
import type { Db } from '../db/schema/index.ts';
import type { Deps } from '../deps.ts';
import { LEDGER_KINDS, PART_KINDS, type PartKind } from './draft-parts.ts';
import {
  deleteDraft,
  lockReleases,
  selectDraftParts,
  selectNextDraftPart,
  selectOptionalDraft,
} from './draft-store.ts';
import {
  deleteHead,
  deleteReleaseRows,
  insertRelease,
  insertReleaseRows,
  insertRemark,
  moveOpenAnswers,
  moveToEarlier,
  selectOptionalPublished,
  updateRoundOfRelease,
  type Publication,
} from './publish-store.ts';
import type { ReleaseHead } from './release-head.ts';
import { isBesideOthers } from './rounds-beside.ts';
import { clearDraftParts, partsSum } from './store-draft.ts';

export type Reason = Readonly<Partial<Record<'fi' | 'sv' | 'en', string>>>;
export type PublishOrder = {
  draft: NonNullable<Awaited<ReturnType<typeof selectOptionalDraft>>>;
  publication: Publication;
  /** What readers are told of another edition. */
  reason: Reason;
  progress: (line: string) => void;
};

/** Thrown when the parts of a draft are not those that were built. Nothing is published. */
export class DamagedDraftError extends Error {}

/** Thrown when other rounds are published than the windows of a draft were built beside. Nothing is published. */
export class OtherRoundsError extends Error {}

const DELETED_AT_ONCE = 500;

/**
 * Makes a draft the release of its round. Readers find it from the last step on, when everything of it is
 * there; an edition before it is kept and found by no reader. May be stopped anywhere and begun again.
 */
export async function publishDraft(deps: Pick<Deps, 'ownerDb' | 'embedded'>, order: PublishOrder): Promise<void> {
  if (deps.embedded) {
    await copyParts(deps.ownerDb, order);
    await deps.ownerDb.transaction().execute((trx) => finish(trx, order));
  } else {
    await deps.ownerDb.transaction().execute(async (trx) => {
      await lockReleases(trx);
      // Another process has published it while this one waited.
      if ((await selectOptionalDraft(trx, order.draft.round_id))?.parts_hash !== order.draft.parts_hash) return;
      await copyParts(trx, order);
      await finish(trx, order);
    });
  }
  await clearDraftParts(deps.ownerDb, order.draft.release_id);
}

async function copyParts(db: Db, { draft, progress }: PublishOrder): Promise<void> {
  const releaseId = draft.release_id;
  await assertWhole(db, draft);
  // What an interrupted attempt left was found by no reader, and goes.
  for (const kind of PART_KINDS.toReversed()) {
    while ((await deleteReleaseRows(db, kind, { releaseId, limit: DELETED_AT_ONCE })) > 0) await letOthersIn();
  }
  for (let part = await selectNextDraftPart(db, releaseId, -1); part;) {
    if (!isOfLedger(part.kind)) await insertReleaseRows(db, partKind(part.kind), part.content);
    if ((part.number + 1) % 100 === 0) progress(`published ${part.number + 1} parts`);
    await letOthersIn();
    part = await selectNextDraftPart(db, releaseId, part.number);
  }
  progress('all parts are in place');
}

async function assertWhole(db: Db, draft: PublishOrder['draft']): Promise<void> {
  const sum = partsSum();
  for (let part = await selectNextDraftPart(db, draft.release_id, -1); part;) {
    sum.add(part);
    await letOthersIn();
    part = await selectNextDraftPart(db, draft.release_id, part.number);
  }
  if (sum.digest() !== draft.parts_hash) {
    throw new DamagedDraftError(
      `The draft of round ${draft.round_id} is not as it was built, and nothing was published. Build it again: uras releases build --round ${draft.round_id}`,
    );
  }
}

async function finish(trx: Db, { draft, publication, reason }: PublishOrder): Promise<void> {
  const before = await selectOptionalPublished(trx, draft.round_id);
  const head = draft.head as ReleaseHead; // as it was stored with the draft
  // Windows of a later edition are those of the first one.
  if (head.edition === 1 && (await isBesideOthers(trx, head))) {
    throw new OtherRoundsError(
      `Since the release of round ${draft.round_id} was built, another round of its survey was published, and what both show of several rounds together has not been checked. Nothing was published. Build it again: uras releases build --round ${draft.round_id}`,
    );
  }
  if (before) await updateRoundOfRelease(trx, before.id, `earlier:${before.id}`); // one release a round
  await insertRelease(trx, { ...head, ...publication });
  if (before) {
    const on_date = publication.published_on;
    await moveToEarlier(trx, before, { kind: 'superseded', on_date, reason });
    await moveOpenAnswers(trx, before.id, head.id);
    await deleteHead(trx, before.id);
  }
  if (head.edition > 1) {
    const on_date = publication.published_on;
    await insertRemark(trx, { release_id: head.id, on_date, kind: 'corrected', reason });
  }
  await fillLedger(trx, head.id);
  await deleteDraft(trx, draft.round_id);
  await insertAuditEvent(trx, {
    on_date: publication.published_on,
    kind: 'release_published',
    round_id: draft.round_id,
    detail: {
      release: head.id,
      edition: head.edition,
      by: publication.published_by,
      tables_hash: head.tables_hash,
      rows_hash: head.rows_hash,
    },
  });
}

/** The ledger only grows, so it is written once: in the transaction by which readers find the release. */
async function fillLedger(trx: Db, releaseId: string): Promise<void> {
  for (const kind of LEDGER_KINDS) {
    for (const content of await selectDraftParts(trx, releaseId, kind)) await insertReleaseRows(trx, kind, content);
  }
}

function isOfLedger(kind: string): boolean {
  return LEDGER_KINDS.some((one) => one === kind);
}

function partKind(kind: string): PartKind {
  const found = PART_KINDS.find((one) => one === kind);
  if (!found) throw new Error(`a draft with a part of kind "${kind}"`);
  return found;
}
