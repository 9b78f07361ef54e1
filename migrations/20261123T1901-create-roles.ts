import { sql, type Kysely } from 'kysely';

// `uras_web` serves pages: it changes rows, never the schema. `uras_report` serves reports: it reads
// schema release and nothing else, so that no fault of a report page can show an answer.
const ROLES = ['uras_web', 'uras_report'];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const role of ROLES) {
    const found = await sql`select 1 from pg_roles where rolname = ${role}`.execute(db);
    if (found.rows.length === 0) await sql`create role ${sql.id(role)} nologin`.execute(db);
    await sql`grant ${sql.id(role)} to current_user`.execute(db);
  }
  await sql`grant usage on schema survey, contact, answer, release to uras_web`.execute(db);
  await sql`grant select on all tables in schema survey, contact, answer, release to uras_web`.execute(db);
  await sql`grant insert on survey.audit_event, answer.response, release.chart to uras_web`.execute(db);
  await sql`grant update on answer.response, contact.person to uras_web`.execute(db);
  await sql`grant delete on answer.response to uras_web`.execute(db);
  await sql`grant usage on schema release to uras_report`.execute(db);
  await sql`grant select on all tables in schema release to uras_report`.execute(db);
}
