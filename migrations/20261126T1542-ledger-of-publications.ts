import { sql, type Kysely } from 'kysely';

// What each published edition told, of which people. It only grows: what was told stays told.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table publication.ledger_people (
      release_id text not null, population_key text not null, atoms jsonb not null,
      primary key (release_id, population_key)
    )`.execute(db);
  await sql`
    create table publication.ledger (
      release_id text not null, kind text not null check (kind in ('answers', 'cell')), item text not null,
      populations jsonb not null,
      primary key (release_id, kind, item)
    )`.execute(db);
  await sql`
    create function publication.refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'The ledger only grows: what was published stays known.';
    end $$`.execute(db);
  for (const table of ['publication.ledger', 'publication.ledger_people']) {
    await sql`
      create trigger ledger_only_grows before update or delete on ${sql.table(table)}
      for each row execute function publication.refuse_change()`.execute(db);
  }
}
