import { sql, type Kysely } from 'kysely';

// Those who run surveys and read reports: who they are, how they sign in, what they may do and until when.
// A schema of its own: nothing here is about a graduate, and nothing of a graduate is here.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create schema staff`.execute(db);
  await sql`
    create table staff.person (
      id uuid primary key,
      email text not null unique check (email = lower(email)),
      name text not null, language text not null,
      created_on date not null, disabled_on date
    )`.execute(db);
  await sql`
    create table staff.password (
      person_id uuid primary key references staff.person, hash text not null, changed_on date not null
    )`.execute(db);
  // Secrets are sealed by a key that is not in the database. A pending one waits for its first code.
  await sql`
    create table staff.second_factor (
      person_id uuid primary key references staff.person,
      secret bytea, pending bytea, confirmed_on date, last_counter integer
    )`.execute(db);
  await sql`
    create table staff.recovery_code (
      person_id uuid not null references staff.person, hash bytea not null, used_on date,
      primary key (person_id, hash)
    )`.execute(db);
  await sql`
    create table staff.identity (
      issuer text not null, subject text not null, person_id uuid not null references staff.person,
      linked_on date not null,
      primary key (issuer, subject)
    )`.execute(db);
  await sql`
    create table staff.role_grant (
      id uuid primary key, person_id uuid not null references staff.person,
      role text not null, institution text not null default '', degree text not null default '',
      from_on date not null, until_on date check (until_on >= from_on),
      given_on date not null, given_by uuid references staff.person,
      revoked_on date, revoked_by uuid references staff.person
    )`.execute(db);
  await sql`create index role_grant_person on staff.role_grant (person_id)`.execute(db);
  await sql`
    create table staff.session (
      id uuid primary key, token_hash bytea not null unique, person_id uuid not null references staff.person,
      stage text not null check (stage in ('enrol', 'code', 'open')),
      way text not null check (way in ('password', 'provider')),
      browser text not null,
      started_at timestamptz not null, expires_at timestamptz not null, ended_at timestamptz
    )`.execute(db);
  await sql`create index session_person on staff.session (person_id)`.execute(db);
  await sql`
    create table staff.invitation (
      token_hash bytea primary key, person_id uuid references staff.person,
      kind text not null check (kind in ('first', 'invite', 'reset')),
      expires_at timestamptz not null, used_at timestamptz
    )`.execute(db);
  await sql`
    create table staff.kept_form (
      id uuid primary key, person_id uuid references staff.person,
      address text not null, fields bytea not null, expires_at timestamptz not null
    )`.execute(db);
  await sql`grant usage on schema staff to uras_web`.execute(db);
  await sql`grant select, insert, update on staff.person, staff.password, staff.second_factor, staff.role_grant,
    staff.session, staff.invitation to uras_web`.execute(db);
  await sql`grant select, insert on staff.identity to uras_web`.execute(db);
  await sql`grant select, insert, update, delete on staff.recovery_code to uras_web`.execute(db);
  await sql`grant delete on staff.session, staff.invitation to uras_web`.execute(db);
  await sql`grant select, insert, delete on staff.kept_form to uras_web`.execute(db);
}
