import { sql } from 'kysely';
import type { Db } from '../../server/db/schema/index.ts';

/** Every row of every table of ours, as text, in an order of its own: two that are equal mean that nothing was written. */
export async function storedRows(db: Db): Promise<Record<string, string[]>> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema in ('survey', 'contact', 'answer', 'release', 'staff', 'publication') order by 1`.execute(db);
  const found: Record<string, string[]> = {};
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`
      select row_to_json(one)::text || one.xmin as row from ${sql.table(name)} as one`.execute(db);
    found[name] = rows.map(({ row }) => row).sort();
  }
  return found;
}
