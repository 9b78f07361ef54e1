import { sql, type Kysely } from 'kysely';

// What those who plan a degree made of its reports. Each save is a row of its own and stays: the newest
// revision is the entry, the others its history, and two who save on the same revision cannot both win.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table survey.action_version (
      action_id uuid not null, revision integer not null check (revision > 0),
      institution text not null, degree text not null,
      content jsonb not null, saved_on date not null, saved_by text not null,
      primary key (action_id, revision)
    )`.execute(db);
  await sql`create index action_version_degree on survey.action_version (institution, degree)`.execute(db);
  await sql`
    create function survey.refuse_change_of_actions() returns trigger language plpgsql as $$
    begin
      raise exception 'A saved action never changes. Save the next revision instead.';
    end $$`.execute(db);
  await sql`
    create trigger action_version_never_changes before update or delete on survey.action_version
    for each row execute function survey.refuse_change_of_actions()`.execute(db);
  await sql`grant select, insert on survey.action_version to uras_web`.execute(db);
}
