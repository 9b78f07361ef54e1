import { sql, type Kysely } from 'kysely';

// What people tell of faults in accessibility, to an institution or ('') to those who run the service. Days, never
// times of day, and nothing of a link or an answer: whoever wrote is an address at most, which goes with the answer.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table survey.accessibility_feedback (
      id uuid primary key, receipt_hash bytea not null unique, institution text not null, language text not null,
      place text not null, message text not null, email text, received_on date not null, due_on date not null,
      answered_on date, reply text
    )`.execute(db);
  await sql`grant select, insert, update, delete on survey.accessibility_feedback to uras_web`.execute(db);
}
