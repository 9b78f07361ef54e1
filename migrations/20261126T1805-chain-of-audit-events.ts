import { sql, type Kysely } from 'kysely';

// The audit log becomes a chain that nothing is taken out of. Notes of single people who answer are no part of
// it: they become counts when a round is frozen, so they move to a table of their own. The seals of the chain are
// rows beside the entries: whoever saves writes an entry and waits for nobody.
const OF_ANSWERING = ['page_saved', 'submitted', 'answers_deleted', 'refused', 'refusal_undone'];

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table survey.audit_event rename to answering_event`.execute(db);
  await sql`alter table survey.answering_event rename constraint audit_event_pkey to answering_event_pkey`.execute(db);
  await sql`
    alter table survey.answering_event rename constraint audit_event_round_id_fkey to answering_event_round_id_fkey
  `.execute(db);
  await sql`alter sequence survey.audit_event_id_seq rename to answering_event_id_seq`.execute(db);
  // No reference to a round: the log of a round outlives it.
  await sql`
    create table survey.audit_event (
      id bigint generated always as identity primary key,
      at timestamptz default now(),
      on_date date not null, kind text not null, round_id text,
      detail jsonb not null default '{}', count integer not null default 1
    )`.execute(db);
  await sql`create index audit_event_round on survey.audit_event (round_id, id)`.execute(db);
  await sql`
    insert into survey.audit_event (at, on_date, kind, round_id, detail, count)
    select null, on_date, kind, round_id, detail, count from survey.answering_event
    where kind <> all(${OF_ANSWERING}::text[]) order by id`.execute(db);
  await sql`delete from survey.answering_event where kind <> all(${OF_ANSWERING}::text[])`.execute(db);
  await sql`alter table survey.answering_event drop column detail`.execute(db);
  await sql`
    create table survey.audit_seal (
      number bigint primary key check (number > 0),
      event_id bigint not null unique,
      event_hash text not null, hash text not null
    )`.execute(db);
  // Against slips: rights keep the pages out, the chain tells of whoever owns the database. Restoring a backup
  // empties the tables first and says so.
  await sql`
    create function survey.keep_audit() returns trigger language plpgsql as $$
    begin
      if current_setting('uras.restoring', true) is distinct from 'on' then
        raise exception 'The audit log is only ever added to.';
      end if;
      return null;
    end $$`.execute(db);
  for (const table of ['survey.audit_event', 'survey.audit_seal']) {
    await sql`
      create trigger keep before update or delete or truncate on ${sql.table(table)}
      for each statement execute function survey.keep_audit()`.execute(db);
  }
  await sql`grant select, insert on survey.audit_event to uras_web`.execute(db);
  await sql`grant select on survey.audit_seal to uras_web`.execute(db);
}
