import { sql } from 'kysely';
import { reportReaderOf } from './report-reads.ts';
import type { Db } from './schema/index.ts';

/**
 * Runs `work` with the rights of `uras_report`: it reads schema `release` and nothing else, whatever the code
 * asks for. Pages on a server have connections with those rights; elsewhere a transaction takes them on. Each
 * statement sees what was committed before it, either way.
 */
export async function asReportRole<T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> {
  const reader = reportReaderOf(db);
  if (reader) return work(reader);
  return db.transaction().execute(async (trx) => {
    await sql`set local role uras_report`.execute(trx);
    return work(trx);
  });
}
