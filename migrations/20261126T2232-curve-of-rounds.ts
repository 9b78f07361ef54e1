import { sql, type Kysely } from 'kysely';

// How many had answered by the end of each day of a frozen round, of groups of thirty people and more: the whole round
// ('' and ''), an institution, a degree of it. Rounded down to full fives, and only the days on which that changes:
// the days of single answers go with freezing.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table survey.round_curve (
      round_id text not null references survey.round, institution text not null, degree text not null,
      day integer not null check (day >= 0), target integer not null check (target >= 30),
      sent integer not null check (sent >= 0 and sent % 5 = 0),
      primary key (round_id, institution, degree, day)
    )`.execute(db);
  await sql`grant select on survey.round_curve to uras_web`.execute(db);
}
