import { sql, type Kysely } from 'kysely';

// The life of a release. Schema publication holds what comes before and beside it: drafts, which no page can
// find since no page reads them, keys of those who publish, and tokens of programs. A published release keeps
// the bytes of its files and a hash of each population's rows; an earlier edition, or one that was withdrawn,
// leaves release.release, by which every reader finds a release, and is kept in release.earlier.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create schema publication`.execute(db);
  await sql`
    create table publication.build (
      round_id text primary key, state text not null check (state in ('counting', 'protecting', 'writing', 'done')),
      percent integer not null check (percent between 0 and 100), updated_at timestamptz not null
    )`.execute(db);
  await sql`
    create table publication.draft (
      release_id text primary key, round_id text not null unique, edition integer not null check (edition > 0),
      head jsonb not null, preview jsonb not null, parts_hash text not null
    )`.execute(db);
  await sql`
    create table publication.draft_part (
      release_id text not null, number integer not null, kind text not null, content text not null,
      primary key (release_id, number)
    )`.execute(db);
  await sql`
    create table publication.publisher_key (
      name text primary key check (name ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
      hash text not null unique, created_on date not null, revoked_on date
    )`.execute(db);
  await sql`
    create table publication.api_token (
      name text primary key check (name ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
      hash text not null unique, scope text not null check (scope in ('releases:read')),
      institution text not null default '',
      created_on date not null, expires_on date not null, revoked_on date
    )`.execute(db);

  await sql`
    alter table release.release
      add column edition integer not null default 1,
      add column published_on date, add column published_by text not null default '',
      add column final_from date, add column rows_hash text not null default ''`.execute(db);
  await sql`
    create table release.row_hash (
      release_id text not null, name text not null, hash text not null, primary key (release_id, name)
    )`.execute(db);
  await sql`
    create table release.file (
      release_id text not null, name text not null, sha256 text not null, content bytea not null,
      primary key (release_id, name)
    )`.execute(db);
  await sql`
    create table release.remark (
      release_id text not null, number integer not null, on_date date not null,
      kind text not null check (kind in ('final', 'corrected')), reason jsonb not null,
      primary key (release_id, number)
    )`.execute(db);
  await sql`
    create table release.earlier (
      id text primary key, round_id text not null, edition integer not null, head jsonb not null,
      kind text not null check (kind in ('superseded', 'withdrawn')), on_date date not null, reason jsonb not null
    )`.execute(db);

  await sql`
    create function release.refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'What was published is never changed. Publish another edition instead.';
    end $$`.execute(db);
  for (const table of ['release.row_hash', 'release.file', 'release.remark']) {
    await sql`
      create trigger published_never_changes before update on ${sql.table(table)}
      for each row execute function release.refuse_change()`.execute(db);
  }

  await sql`grant usage on schema publication to uras_web`.execute(db);
  await sql`grant select on publication.build, publication.draft, publication.api_token to uras_web`.execute(db);
  await sql`grant select on release.row_hash, release.file, release.remark, release.earlier to uras_web`.execute(db);
  await sql`grant select on release.row_hash, release.file, release.remark, release.earlier to uras_report`.execute(db);
}
