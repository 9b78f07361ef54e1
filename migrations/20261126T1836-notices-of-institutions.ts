import { sql, type Kysely } from 'kysely';

// What an institution says of the survey and of its own part in handling data. Each save is a row of its own,
// so that what was told on a day can be found. It holds the institution's contacts and no graduate.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table survey.institution_notice (
      institution text not null, version integer not null check (version > 0),
      content jsonb not null, saved_on date not null,
      primary key (institution, version)
    )`.execute(db);
  await sql`grant select on survey.institution_notice to uras_web`.execute(db);
}
