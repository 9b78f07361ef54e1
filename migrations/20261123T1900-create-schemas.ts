import { sql, type Kysely } from 'kysely';

// Everything of the first release. Four schemas: what is asked, who is asked, what was answered,
// what may be shown. Contact and answer share no key: see docs/privacy.md.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create schema survey`.execute(db);
  await sql`create schema contact`.execute(db);
  await sql`create schema answer`.execute(db);
  await sql`create schema release`.execute(db);

  await sql`
    create table survey.definition (
      survey text not null, version integer not null, hash text not null, published_on date not null,
      primary key (survey, version)
    )`.execute(db);
  await sql`
    create table survey.round (
      id text primary key check (id ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
      survey text not null, version integer not null,
      cohort text not null,
      opens_at timestamptz not null, closes_at timestamptz not null check (closes_at > opens_at),
      time_zone text not null,
      tolerance_hours integer not null check (tolerance_hours between 0 and 720),
      created_on date not null,
      invented boolean,
      freeze_step integer not null default 0 check (freeze_step between 0 and 5),
      frozen_on date,
      graduation_years text,
      foreign key (survey, version) references survey.definition
    )`.execute(db);
  await sql`
    create table survey.target_count (
      round_id text not null references survey.round, institution text not null, degree text not null,
      split text not null, split_value text not null, target integer not null,
      primary key (round_id, institution, degree, split, split_value)
    )`.execute(db);
  await sql`
    create table survey.audit_event (
      id bigint generated always as identity primary key,
      on_date date not null, kind text not null, round_id text references survey.round,
      detail jsonb not null default '{}', count integer not null default 1
    )`.execute(db);

  await sql`
    create table contact.person (
      round_id text not null references survey.round,
      person_key text not null,
      institution text, degree text, graduation_date date, gender text, birth_year integer,
      study_language text, contact_language text, email text, phone text,
      generation integer not null default 0,
      code_hash bytea unique,
      refused_on date,
      messages integer not null default 0,
      letter_exported_on date,
      primary key (round_id, person_key)
    )`.execute(db);
  await sql`
    create table contact.replaced_code (code_hash bytea primary key, round_id text not null references survey.round)
  `.execute(db);
  await sql`
    create table contact.import (
      id bigint generated always as identity primary key,
      round_id text not null references survey.round, on_date date not null, counts jsonb not null
    )`.execute(db);

  await sql`
    create table answer.response (
      handle bytea primary key,
      round_id text not null references survey.round,
      survey text not null, version integer not null,
      background jsonb not null, answers jsonb not null, question_order jsonb not null,
      pages_saved text[] not null, language text not null,
      submitted_on date, late boolean not null default false, revision integer not null default 1,
      foreign key (survey, version) references survey.definition
    )`.execute(db);
  await sql`create index response_round on answer.response (round_id)`.execute(db);
  await sql`
    create table answer.frozen_response (
      key uuid primary key,
      round_id text not null references survey.round,
      survey text not null, version integer not null,
      submitted boolean not null, background jsonb not null, answers jsonb not null
    )`.execute(db);
  await sql`create index frozen_response_round on answer.frozen_response (round_id, key)`.execute(db);
  await sql`
    create table answer.frozen_text (
      key uuid primary key,
      round_id text not null references survey.round,
      item text not null, institution text not null, degree text not null, body text not null
    )`.execute(db);

  await sql`
    create table release.release (
      id text primary key, round_id text not null unique, survey text not null, version integer not null,
      period text not null, invented boolean not null, built_on date not null,
      tables_hash text not null, manifest jsonb not null
    )`.execute(db);
  await sql`
    create table release.population (
      release_id text not null references release.release on delete cascade, key text not null,
      level text not null, institution text not null, field text not null, degree text not null,
      members text not null, target integer not null, respondents integer not null,
      primary key (release_id, key)
    )`.execute(db);
  await sql`
    create table release.cell (
      release_id text not null, population_key text not null, item text not null, cell jsonb not null,
      primary key (release_id, population_key, item),
      foreign key (release_id, population_key) references release.population on delete cascade
    )`.execute(db);
  await sql`
    create table release.chart (
      release_id text not null references release.release on delete cascade,
      population_key text not null, chart text not null, language text not null, svg text not null,
      primary key (release_id, population_key, chart, language)
    )`.execute(db);
}
