import { sql } from 'kysely';
import type { Db } from './schema/index.ts';

/**
 * Runs `work` in a transaction whose rights are those of `uras_report`: it reads schema `release`
 * and nothing else, whatever the code asks for.
 */
export async function asReportRole<T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await sql`set local role uras_report`.execute(trx);
    return work(trx);
  });
}
