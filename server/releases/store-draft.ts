import { createHash } from 'node:crypto';
import { letOthersIn } from '../db/long-work.ts';
import type { Deps } from '../deps.ts';
import type { Db } from '../db/schema/index.ts';
import { draftParts, type DraftContent } from './draft-parts.ts';
import { deleteDraft, deleteDraftParts, insertDraft, insertDraftPart, lockReleases } from './draft-store.ts';
import type { ReleaseHead } from './release-head.ts';

const DELETED_AT_ONCE = 20;
const PARTS_A_LINE = 50;

export type Draft = {
  head: ReleaseHead;
  content: DraftContent;
  /** Totals of the nation for those who decide on publishing. */
  preview: object;
  progress: (line: string) => void;
};

/**
 * Stores a release that is built and not published, in place of an earlier draft of its round. Its own row
 * comes last, so that a draft is whole. On the embedded database in short steps that let savers in; on a
 * server in one transaction, where nobody waits for it but another builder.
 */
export async function storeDraft({ ownerDb, embedded }: Pick<Deps, 'ownerDb' | 'embedded'>, draft: Draft) {
  if (embedded) return writeParts(ownerDb, draft);
  await ownerDb.transaction().execute(async (trx) => {
    await lockReleases(trx);
    await writeParts(trx, draft);
  });
}

async function writeParts(db: Db, { head, content, preview, progress }: Draft): Promise<void> {
  await deleteDraft(db, head.round_id);
  await clearDraftParts(db, head.id);
  const sum = partsSum();
  for (const part of draftParts(content)) {
    await insertDraftPart(db, { release_id: head.id, ...part });
    sum.add(part);
    if ((part.number + 1) % PARTS_A_LINE === 0) progress(`stored ${part.number + 1} parts of the draft`);
    await letOthersIn();
  }
  const { id: release_id, round_id, edition } = head;
  await insertDraft(db, { release_id, round_id, edition, head, preview, parts_hash: sum.digest() });
}

/** Removes the parts of a draft that is published or was left unfinished. */
export async function clearDraftParts(db: Db, releaseId: string): Promise<void> {
  while ((await deleteDraftParts(db, releaseId, DELETED_AT_ONCE)) > 0) await letOthersIn();
}

/** One hash over the parts of a draft, as they are added. */
export function partsSum() {
  const hash = createHash('sha256');
  return {
    add: ({ number, kind, content }: { number: number; kind: string; content: string }) =>
      void hash.update(`${number} ${kind} ${content.length}\n`).update(content),
    digest: () => hash.digest('hex'),
  };
}
