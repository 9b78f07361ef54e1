import { sql, type Kysely } from 'kysely';

// Who has approved a draft, by the hash of what was built: a draft that is built anew is approved anew. `person` is
// an account of staff; `reason` is what readers of a later edition are told, in each language.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table publication.approval (
      release_id text not null, parts_hash text not null, person uuid not null,
      on_date date not null, reason jsonb not null,
      primary key (release_id, parts_hash, person)
    )`.execute(db);
  await sql`grant select, insert, delete on publication.approval to uras_web`.execute(db);
}
