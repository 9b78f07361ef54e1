import type { Db } from '../db/schema/index.ts';

export type AuditEvent = {
  on_date: string;
  kind: string;
  round_id: string | null;
  /** Counts and reasons; of staff, the id of an account. Never a graduate, a code or an answer. */
  detail?: Readonly<Record<string, unknown>>;
};

/** Writes down that something was done. Called in the transaction of what it tells about. */
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

/** The newest events of accounts: kinds that begin with 'staff_'. */
export async function selectStaffEvents(db: Db, limit: number) {
  return db
    .selectFrom('survey.audit_event')
    .select(['on_date', 'kind', 'detail'])
    .where('kind', 'like', 'staff\\_%')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
