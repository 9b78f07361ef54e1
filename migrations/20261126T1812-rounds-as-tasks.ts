import { sql, type Kysely } from 'kysely';

// A round begins as a draft, which no time opens; publishing schedules it and fixes its questions. A rule says
// which round comes next, and proposes it as a draft. Institutions say whether they take part. One person's time
// may be longer than the round's: `round.extended_to` is the latest such time, until which it is not frozen.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table survey.recurrence (
      id uuid primary key,
      survey text not null,
      month integer not null check (month between 1 and 12),
      day integer not null check (day between 1 and 31),
      opens_time text not null check (opens_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
      days_open integer not null check (days_open between 14 and 365),
      years_after integer not null check (years_after between 1 and 20),
      time_zone text not null,
      created_on date not null,
      ended_on date
    )`.execute(db);
  await sql`
    alter table survey.round
      add column draft boolean not null default false,
      add column questions_locked_on date,
      add column discarded_on date,
      add column extended_to timestamptz,
      add column reports_on date,
      add column revision integer not null default 1,
      add column recurrence_id uuid references survey.recurrence,
      add column recurrence_year integer`.execute(db);
  await sql`create unique index round_recurrence on survey.round (recurrence_id, recurrence_year)
    where discarded_on is null`.execute(db);
  await sql`
    create table survey.round_institution (
      round_id text not null references survey.round,
      institution text not null,
      takes_part boolean not null,
      decided_on date not null,
      primary key (round_id, institution)
    )`.execute(db);
  await sql`alter table contact.person add column extended_to timestamptz`.execute(db);
  await sql`alter table contact.person alter column extended_to set statistics 0`.execute(db);
  await sql`grant insert, update on survey.round to uras_web`.execute(db);
  await sql`grant select, insert, update on survey.recurrence, survey.round_institution to uras_web`.execute(db);
  await sql`grant delete on contact.person, contact.replaced_code to uras_web`.execute(db);
}
