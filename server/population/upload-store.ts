import { sql, type Selectable } from 'kysely';
import type { UploadTable } from '../db/schema/contact.ts';
import type { Db } from '../db/schema/index.ts';

// SQL of uploaded files: where each is, and who works on it. A worker holds an upload by a lease that it renews with
// every step; whoever finds one without a lease goes on where it stands.

export type UploadRow = Selectable<UploadTable>;
export type UploadState = UploadTable['state'];

/** States in which something is to be done in the background. */
export const WORKING = ['reading', 'applying', 'undoing'] as const satisfies readonly UploadState[];

export async function insertUpload(
  db: Db,
  row: Pick<
    UploadRow,
    'id' | 'round_id' | 'institutions' | 'started_by' | 'started_on' | 'file_name' | 'expires_at'
  > & { settings: object; bytes: number },
): Promise<void> {
  await db
    .insertInto('contact.upload')
    .values({ ...row, state: 'columns', settings: JSON.stringify(row.settings), bytes: String(row.bytes) })
    .execute();
}

export async function selectUpload(db: Db, id: string): Promise<UploadRow | null> {
  const row = await db.selectFrom('contact.upload').selectAll().where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** The uploads of a round, the newest first. */
export async function selectUploads(db: Db, roundId: string): Promise<UploadRow[]> {
  return db
    .selectFrom('contact.upload')
    .selectAll()
    .where('round_id', '=', roundId)
    .orderBy('expires_at', 'desc')
    .orderBy('id')
    .execute();
}

/** Sets how the file is read, as long as nobody has begun to bring it in. False when it is too late. */
export async function updateSettings(db: Db, input: { id: string; settings: object }): Promise<boolean> {
  const result = await db
    .updateTable('contact.upload')
    .set({ settings: JSON.stringify(input.settings), state: 'columns' })
    .where('id', '=', input.id)
    .where('state', 'in', ['columns', 'read', 'failed'])
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

type Move = {
  id: string;
  from: readonly UploadState[];
  to: UploadState;
  set?: { choice?: object; counts?: object; problem?: string | null; rows_read?: number; expires_at?: Date };
};

/** Moves an upload on, with its work at the beginning. False when it is in none of these states. */
export async function moveUpload(db: Db, { id, from, to, set = {} }: Move): Promise<boolean> {
  const { choice, counts, ...plain } = set;
  const result = await db
    .updateTable('contact.upload')
    .set({
      state: to,
      cursor: '',
      lease_until: null,
      worker: null,
      problem: null,
      ...plain,
      ...(choice && { choice: JSON.stringify(choice) }),
      ...(counts && { counts: JSON.stringify(counts) }),
    })
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export type Hold = { id: string; worker: string; state: UploadState };

/** Takes an upload that nobody works on. */
export async function claimUpload(
  db: Db,
  input: { id: string; worker: string; now: Date; until: Date },
): Promise<UploadRow | null> {
  const row = await db
    .updateTable('contact.upload')
    .set({ worker: input.worker, lease_until: input.until })
    .where('id', '=', input.id)
    .where('state', 'in', WORKING)
    .where((where) =>
      where.or([
        where('worker', '=', input.worker),
        where('lease_until', 'is', null),
        where('lease_until', '<', input.now),
      ]),
    )
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Notes a step, in the transaction of the step itself. False when the upload is not this worker's any more, or was
 * cancelled: then the step is not to count.
 */
export async function noteStep(
  trx: Db,
  hold: Hold & { until: Date; cursor?: string; rows_read?: number; counts?: object },
): Promise<boolean> {
  const { cursor, rows_read, counts } = hold;
  const result = await trx
    .updateTable('contact.upload')
    .set({
      lease_until: hold.until,
      ...(cursor !== undefined && { cursor }),
      ...(rows_read !== undefined && { rows_read }),
      ...(counts !== undefined && { counts: JSON.stringify(counts) }),
    })
    .where('id', '=', hold.id)
    .where('worker', '=', hold.worker)
    .where('state', '=', hold.state)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Notes what the table is like, once its first row has been read. */
export async function updateHeader(
  db: Db,
  input: { id: string; width: number; header: readonly string[] },
): Promise<void> {
  await db
    .updateTable('contact.upload')
    .set({ width: input.width, header: JSON.stringify(input.header) })
    .where('id', '=', input.id)
    .execute();
}

/** Uploads that wait for a worker. */
export async function selectWaiting(db: Db, now: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('contact.upload')
    .select('id')
    .where('state', 'in', WORKING)
    .where((where) => where.or([where('lease_until', 'is', null), where('lease_until', '<', now)]))
    .orderBy('expires_at')
    .execute();
  return rows.map(({ id }) => id);
}

/** Uploads whose time is over, and that nobody works on. */
export async function selectExpired(db: Db, now: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('contact.upload')
    .select('id')
    .where('expires_at', '<', now)
    .where('state', 'not in', WORKING)
    .execute();
  return rows.map(({ id }) => id);
}

/** Which of these uploads there are. */
export async function selectKnown(db: Db, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id::text as id from contact.upload where id = any(${ids}::uuid[])`.execute(db);
  return rows.map(({ id }) => id);
}

/** Forgets an upload with everything that was read from it. False when something works on it. */
export async function deleteUpload(db: Db, id: string): Promise<boolean> {
  const result = await db
    .deleteFrom('contact.upload')
    .where('id', '=', id)
    .where('state', 'not in', ['applying', 'undoing'])
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

export type StagedTable = 'staged_person' | 'staged_problem' | 'staged_removal' | 'import_undo';

/** Deletes some rows of an upload; returns how many there were. */
export async function deleteSome(db: Db, input: { id: string; table: StagedTable; limit: number }): Promise<number> {
  const result = await sql`
    delete from ${sql.table(`contact.${input.table}`)} where ctid = any(array(
      select ctid from ${sql.table(`contact.${input.table}`)} where upload_id = ${input.id} limit ${input.limit}))`.execute(
    db,
  );
  return Number(result.numAffectedRows ?? 0);
}

/** Nobody holds an upload any more: a process that did has ended. */
export async function releaseUploads(db: Db): Promise<void> {
  await db
    .updateTable('contact.upload')
    .set({ worker: null, lease_until: null })
    .where('lease_until', 'is not', null)
    .where('state', 'in', WORKING)
    .execute();
}
