import { sql, type Kysely } from 'kysely';

// What a graduate may ask for on the page of their link. Who corrected their own address keeps it when the
// register is imported again. A code that was sent to the wrong person is kept beside replaced ones, with why.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table contact.person add column own_contact boolean not null default false`.execute(db);
  await sql`alter table contact.person alter column own_contact set statistics 0`.execute(db);
  await sql`
    alter table contact.replaced_code add column why text not null default 'replaced'
      check (why in ('replaced', 'withdrawn'))`.execute(db);
}
