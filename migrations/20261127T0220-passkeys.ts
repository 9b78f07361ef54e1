import { sql, type Kysely } from 'kysely';

// Passkeys of staff: what opens one is on a device of theirs, and here is only what checks it. `counter` is the
// device's own (0 = it keeps none). A challenge that has opened something is remembered, as a hash, so that it
// opens nothing more in any process; who used it is not.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table staff.passkey (
      credential_id bytea primary key, person_id uuid not null references staff.person,
      public_key bytea not null, counter bigint not null check (counter >= 0), transports text[] not null,
      name text not null, added_on date not null
    )`.execute(db);
  await sql`create index passkey_person on staff.passkey (person_id)`.execute(db);
  await sql`
    create table staff.used_challenge (challenge_hash bytea primary key, expires_at timestamptz not null)`.execute(db);
  await sql`alter table staff.session drop constraint session_way_check`.execute(db);
  await sql`
    alter table staff.session add constraint session_way_check
      check (way in ('password', 'provider', 'passkey'))`.execute(db);
  await sql`grant select, insert, update, delete on staff.passkey to uras_web`.execute(db);
  await sql`grant select, insert, delete on staff.used_challenge to uras_web`.execute(db);
}
