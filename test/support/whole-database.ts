import { sql } from 'kysely';
import { BACKED_UP_TABLES } from '../../server/backup/tables.ts';
import type { Db } from '../../server/db/schema/index.ts';

/** Rows with values that a careless copy would change. */
export async function addOddities(db: Db): Promise<void> {
  const body = 'line\u2028end \u0001 "quoted" \\ tab\t ä 🦊\r\nlast';
  await sql`insert into answer.frozen_text (key, round_id, item, institution, degree, body)
    values (gen_random_uuid(), 'frozen', 'open_wishes', 'X0101', '', ${body})`.execute(db);
  await sql`insert into survey.audit_event (on_date, kind, round_id, detail)
    values ('2026-01-01', 'odd', null, '{"big": 12345678901234567890, "exact": 1.10, "deep": {"none": null}}')`.execute(
    db,
  );
  await sql`insert into contact.replaced_code values ('\\x00ff10', 'open')`.execute(db);
  await sql`insert into contact.import (round_id, on_date, counts) values ('open', '2026-08-02', '{"added": 400}')`.execute(
    db,
  );
  await sql`insert into release.release values ('r1', 'frozen', 'amk-career', 2, '2020', true, '2026-11-02', 'ab', '{}')`.execute(
    db,
  );
  await sql`insert into release.population values ('r1', 'nation', 'nation', '', '', '', '', 400, 200)`.execute(db);
  await sql`insert into release.cell values ('r1', 'nation', 'x', '{"status": "exact"}')`.execute(db);
  await sql`insert into release.chart values ('r1', 'nation', 'x', 'fi', '<svg/>')`.execute(db);
}

/** Every row of every table as text, and where each identity column is. */
export async function everything(db: Db): Promise<Record<string, string[]>> {
  const tables: Record<string, string[]> = {};
  for (const { name, counted } of BACKED_UP_TABLES) {
    const { rows } = await sql<{
      row: string;
    }>`select to_jsonb(one)::text as row from ${sql.table(name)} as one`.execute(db);
    tables[name] = rows.map(({ row }) => row).sort();
    if (!counted) continue;
    const { rows: sequences } = await sql<{ last: string }>`
      select pg_sequence_last_value(pg_get_serial_sequence(${name}, 'id')::regclass)::text as last`.execute(db);
    tables[`${name}.id`] = sequences.map(({ last }) => last);
  }
  return tables;
}
