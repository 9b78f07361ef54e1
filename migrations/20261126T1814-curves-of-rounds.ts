import { sql, type Kysely } from 'kysely';

// How many had answered by each day of a round that is over: later rounds are compared with it. Counts of groups of
// thirty people and more, nobody in them; taken at freezing, before days leave the answer side.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table survey.round_curve (
      round_id text not null references survey.round,
      institution text not null, degree text not null,
      day integer not null check (day >= 0),
      target integer not null check (target >= 30),
      sent integer not null check (sent >= 0),
      primary key (round_id, institution, degree, day)
    )`.execute(db);
  await sql`grant select on survey.round_curve to uras_web`.execute(db);
}
