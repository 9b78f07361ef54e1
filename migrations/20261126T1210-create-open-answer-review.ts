import { sql, type Kysely } from 'kysely';

// Review of open answers. What a person wrote and what reviewers decided stay in schema answer, which no
// report may read; only texts that passed are copied to schema release, without any key. A removed part
// is a pair of places in the text: its words stand nowhere else. The log only grows.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table answer.text_review (
      text_key uuid primary key references answer.frozen_text,
      round_id text not null references survey.round,
      state text not null check (state in ('open', 'waiting', 'approved', 'rejected')),
      spans jsonb not null default '[]',
      reason text not null default '',
      first_by text not null default '', second_by text not null default '',
      revision integer not null default 1
    )`.execute(db);
  await sql`
    create table answer.text_review_event (
      id bigint generated always as identity primary key,
      round_id text not null references survey.round,
      text_key uuid not null,
      on_date date not null, by_name text not null, what text not null, reason text not null,
      removed_parts integer not null default 0
    )`.execute(db);
  await sql`
    create table answer.text_theme (
      id uuid primary key, round_id text not null references survey.round, item text not null,
      place integer not null, fi text not null, sv text not null, en text not null
    )`.execute(db);
  await sql`
    create table answer.theme_of_text (
      text_key uuid not null references answer.frozen_text,
      theme_id uuid not null,
      round_id text not null references survey.round,
      primary key (text_key, theme_id)
    )`.execute(db);
  await sql`
    create table answer.released_text (
      text_key uuid primary key references answer.frozen_text,
      round_id text not null references survey.round,
      population_key text not null, edition integer not null
    )`.execute(db);
  await sql`
    create function answer.refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'The log of reviews only grows.';
    end $$`.execute(db);
  await sql`
    create trigger review_log_only_grows before update or delete on answer.text_review_event
    for each row execute function answer.refuse_change()`.execute(db);

  await sql`
    create table release.open_answer_edition (
      release_id text primary key references release.release on delete cascade,
      edition integer not null, released_on date not null
    )`.execute(db);
  await sql`
    create table release.open_answer (
      release_id text not null references release.release on delete cascade,
      edition integer not null,
      population_key text not null, item text not null, place integer not null,
      body text not null, themes jsonb not null,
      primary key (release_id, edition, population_key, item, place)
    )`.execute(db);

  await sql`
    grant select on answer.text_review, answer.text_review_event, answer.text_theme, answer.theme_of_text,
      answer.released_text, release.open_answer_edition, release.open_answer to uras_web`.execute(db);
  await sql`grant insert, update on answer.text_review to uras_web`.execute(db);
  await sql`grant insert on answer.text_review_event to uras_web`.execute(db);
  await sql`grant insert, update, delete on answer.text_theme, answer.theme_of_text to uras_web`.execute(db);
  await sql`grant select on release.open_answer_edition, release.open_answer to uras_report`.execute(db);
}
