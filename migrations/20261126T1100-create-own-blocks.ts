import { sql, type Kysely } from 'kysely';

// Own questions of an institution or of one of its degrees: a draft, published versions, and which version
// a round asks. `degree` is '' for the institution's own. A published version never changes: answers name it.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table survey.own_block_draft (
      survey text not null, institution text not null, degree text not null default '',
      content jsonb not null, revision integer not null default 1, saved_on date not null,
      primary key (survey, institution, degree)
    )`.execute(db);
  await sql`
    create table survey.own_block (
      survey text not null, institution text not null, degree text not null default '',
      version integer not null check (version > 0),
      content jsonb not null, hash text not null, published_on date not null,
      primary key (survey, institution, degree, version)
    )`.execute(db);
  await sql`
    create table survey.round_own_block (
      round_id text not null references survey.round,
      survey text not null, institution text not null, degree text not null default '',
      version integer not null,
      primary key (round_id, institution, degree),
      foreign key (survey, institution, degree, version) references survey.own_block
    )`.execute(db);
  await sql`
    create function survey.refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'A published block of own questions never changes. Publish the next version instead.';
    end $$`.execute(db);
  await sql`
    create trigger own_block_never_changes before update or delete on survey.own_block
    for each row execute function survey.refuse_change()`.execute(db);
  await sql`grant select, insert, update, delete on survey.own_block_draft to uras_web`.execute(db);
  await sql`grant select, insert on survey.own_block to uras_web`.execute(db);
  await sql`grant select, insert, delete on survey.round_own_block to uras_web`.execute(db);
}
