import { sql, type Kysely } from 'kysely';

// What a programme tells graduates that it changed because of their answers: a short public text beside an
// entry of the action log. Each state is a row of its own and stays; the newest one counts.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table survey.told_change (
      action_id uuid not null, revision integer not null check (revision > 0),
      institution text not null, degree text not null,
      content jsonb not null, shown boolean not null, saved_on date not null, approved_by text not null,
      primary key (action_id, revision)
    )`.execute(db);
  await sql`create index told_change_degree on survey.told_change (institution, degree)`.execute(db);
  await sql`
    create trigger told_change_never_changes before update or delete on survey.told_change
    for each row execute function survey.refuse_change_of_actions()`.execute(db);
  await sql`grant select, insert on survey.told_change to uras_web`.execute(db);
}
