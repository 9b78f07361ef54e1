import { sql, type Kysely } from 'kysely';

// Answers that come after the first edition of a release, and figures of a later one that stand as they were.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table answer.frozen_response add column supplement boolean not null default false`.execute(db);
  await sql`
    create table answer.supplement_text (
      key uuid primary key,
      round_id text not null references survey.round,
      item text not null, institution text not null, degree text not null, body text not null
    )`.execute(db);
  await sql`alter table release.population add column as_of integer`.execute(db);
}
