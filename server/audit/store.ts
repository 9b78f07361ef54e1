import { sql } from 'kysely';
import type { Db } from '../db/schema/index.ts';

export type AuditEvent = {
  on_date: string;
  kind: string;
  round_id: string | null;
  /** Counts and reasons; of staff, the id of an account (`by`: who did it). Never a graduate, a code or an answer. */
  detail?: Readonly<Record<string, unknown>>;
};

/**
 * Writes down that something was done. Called in the transaction of what it tells about; nobody else is waited for,
 * and the entry gets its place in the chain when the transaction has ended (`sealAuditEvents`).
 */
export async function insertAuditEvent(trx: Db, event: AuditEvent): Promise<void> {
  const { detail = {}, ...row } = event;
  await trx
    .insertInto('survey.audit_event')
    .values({ ...row, detail: JSON.stringify(detail) })
    .execute();
}

/** The events of one kind in a round, oldest first. */
export async function selectAuditEvents(db: Db, roundId: string, kind: string) {
  return db
    .selectFrom('survey.audit_event')
    .select(['on_date', 'detail', 'count'])
    .where('round_id', '=', roundId)
    .where('kind', '=', kind)
    .orderBy('id')
    .execute();
}

/** Which entries are wanted; what is null is not asked. */
export type LogWish = {
  roundId: string | null;
  kinds: readonly string[] | null;
  /** Account of whoever did it, or of whom it was done to. */
  person: string | null;
  from: string | null;
  until: string | null;
  /** Institutions whose entries may be seen beside those of all; null = every institution. */
  places: readonly string[] | null;
};

export type LogRow = Awaited<ReturnType<typeof selectLog>>[number];

/** Entries of the log, newest first, older than `before`. */
export async function selectLog(db: Db, wish: LogWish, page: { before: string | null; limit: number }) {
  let query = db
    .selectFrom('survey.audit_event')
    .select(['id', 'at', 'on_date', 'kind', 'round_id', 'detail', 'count'])
    .orderBy('id', 'desc')
    .limit(page.limit);
  const { roundId, kinds, person, from, until, places } = wish;
  if (page.before !== null) query = query.where('id', '<', page.before);
  if (roundId !== null) query = query.where('round_id', '=', roundId);
  if (kinds !== null) query = query.where(sql<boolean>`kind = any(${kinds})`);
  if (person !== null) query = query.where(sql<boolean>`${person} in (detail ->> 'by', detail ->> 'person')`);
  if (from !== null) query = query.where('on_date', '>=', from);
  if (until !== null) query = query.where('on_date', '<=', until);
  if (places !== null)
    query = query.where(sql<boolean>`coalesce(detail ->> 'institution', '') = any(${['', ...places]}::text[])`);
  return query.execute();
}

/** Accounts by id: who stands in the log. */
export async function selectNames(db: Db): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('staff.person').select(['id', 'name']).orderBy('name').execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Whether there is a round of this id; frozen ones are. */
export async function selectRoundExists(db: Db, roundId: string): Promise<boolean> {
  const row = await db.selectFrom('survey.round').select('id').where('id', '=', roundId).executeTakeFirst();
  return row !== undefined;
}
