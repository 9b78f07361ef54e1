import { sql } from 'kysely';
import type { Db } from '../db/schema/index.ts';
import { NO_HEAD, type Head, type Seal, type SealedEvent } from './chain.ts';

// SQL of the chain over the audit log. Only who holds the lock adds seals; nobody who writes an entry waits for it.

/** Any number: whoever seals holds it. */
const SEAL_LOCK = 7_043;

const EVENT_COLUMNS = sql`
  event.id::text as id, to_char(event.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  event.on_date::text as on_date, event.kind, event.round_id, event.detail::text as detail, event.count`;

/** Whether this transaction may seal; false while another does. */
export async function tryLockSeals(trx: Db): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`select pg_try_advisory_xact_lock(${SEAL_LOCK}) as held`.execute(trx);
  return rows[0]?.held === true;
}

/** Waits until nobody else seals. */
export async function lockSeals(trx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(${SEAL_LOCK})`.execute(trx);
}

export async function selectHead(db: Db): Promise<Head> {
  const row = await db
    .selectFrom('survey.audit_seal')
    .select(['number', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? NO_HEAD;
}

/** The hash at a number of the chain; null where it does not reach so far. */
export async function selectHashAt(db: Db, number: string): Promise<string | null> {
  if (number === NO_HEAD.number) return NO_HEAD.hash;
  const row = await db.selectFrom('survey.audit_seal').select('hash').where('number', '=', number).executeTakeFirst();
  return row?.hash ?? null;
}

/** Entries without a seal, oldest first, of those after an entry. */
export async function selectUnsealed(db: Db, page: { after: string; limit: number }): Promise<SealedEvent[]> {
  const { rows } = await sql<SealedEvent>`
    select ${EVENT_COLUMNS} from survey.audit_event as event
    where event.id > ${page.after} and not exists (select 1 from survey.audit_seal where event_id = event.id)
    order by event.id limit ${page.limit}`.execute(db);
  return rows;
}

/** The newest entry that has a seal; '0' without any. */
export async function selectLastSealed(db: Db): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select coalesce(max(event_id), 0)::text as id from survey.audit_seal`.execute(db);
  return rows[0]?.id ?? '0';
}

export async function countUnsealed(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from survey.audit_event as event
    where not exists (select 1 from survey.audit_seal where event_id = event.id)`.execute(db);
  return rows[0]?.count ?? 0;
}

export async function insertSeals(trx: Db, seals: readonly Seal[]): Promise<void> {
  await trx.insertInto('survey.audit_seal').values(seals).execute();
}

/** The next seals of the chain with what they seal, where that is still there. */
export async function selectLinks(
  db: Db,
  page: { after: string; limit: number },
): Promise<{ seal: Seal; event: SealedEvent | null }[]> {
  const { rows } = await sql<Seal & { [column in keyof SealedEvent]: SealedEvent[column] | null }>`
    select seal.number::text as number, seal.event_id::text as event_id, seal.event_hash, seal.hash, ${EVENT_COLUMNS}
    from survey.audit_seal as seal left join survey.audit_event as event on event.id = seal.event_id
    where seal.number > ${page.after} order by seal.number limit ${page.limit}`.execute(db);
  return rows.map(({ number, event_id, event_hash, hash, id, at, on_date, kind, round_id, detail, count }) => ({
    seal: { number, event_id, event_hash, hash },
    event:
      id === null || on_date === null || kind === null || detail === null || count === null
        ? null
        : { id, at, on_date, kind, round_id, detail, count },
  }));
}
