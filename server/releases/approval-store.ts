import { sql } from 'kysely';
import type { Db } from '../db/schema/index.ts';
import type { Reason } from './publish-draft.ts';

/** The draft of a round as it was built. */
export type DraftKey = { release_id: string; parts_hash: string };

/** The number of an advisory lock under which drafts are approved. */
const APPROVAL_LOCK = 7043;

/** Lets one person approve, or take back, at a time; held until the transaction ends. */
export async function lockApprovals(trx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(${APPROVAL_LOCK})`.execute(trx);
}

/** Who has approved a draft as it stands, in the order of their days. */
export async function selectApprovals(db: Db, { release_id, parts_hash }: DraftKey) {
  return db
    .selectFrom('publication.approval')
    .select(['person', 'on_date', 'reason'])
    .where('release_id', '=', release_id)
    .where('parts_hash', '=', parts_hash)
    .orderBy('on_date')
    .orderBy('person')
    .execute();
}

/** False where the person has approved it before. */
export async function insertApproval(
  db: Db,
  { reason, ...row }: DraftKey & { person: string; on_date: string; reason: Reason },
): Promise<boolean> {
  const added = await db
    .insertInto('publication.approval')
    .values({ ...row, reason: JSON.stringify(reason) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}

/** False where there was none. */
export async function deleteApproval(db: Db, { release_id, parts_hash, person }: DraftKey & { person: string }) {
  const gone = await db
    .deleteFrom('publication.approval')
    .where('release_id', '=', release_id)
    .where('parts_hash', '=', parts_hash)
    .where('person', '=', person)
    .executeTakeFirst();
  return gone.numDeletedRows === 1n;
}

/** Rounds whose drafts so many people have approved as they stand. */
export async function selectApprovedRounds(db: Db, people: number): Promise<string[]> {
  const rows = await db
    .selectFrom('publication.draft as draft')
    .innerJoin('publication.approval as approval', (join) =>
      join.onRef('approval.release_id', '=', 'draft.release_id').onRef('approval.parts_hash', '=', 'draft.parts_hash'),
    )
    .select('draft.round_id')
    .groupBy('draft.round_id')
    .having(sql<number>`count(*)`, '>=', people)
    .orderBy('draft.round_id')
    .execute();
  return rows.map(({ round_id }) => round_id);
}
