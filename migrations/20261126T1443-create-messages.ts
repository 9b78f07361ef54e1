import { sql, type Kysely } from 'kysely';

// Invitations and reminders. What is written to whom and when is a plan in versions, with no person in it
// (schema survey). A step of it that was scheduled, and one row for each person it may write to, are the
// contact side. The row is the truth of a message: its key lets no person get a step twice, whoever sends.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table survey.message_plan (
      round_id text not null references survey.round,
      version integer not null check (version > 0),
      content jsonb not null, hash text not null, saved_on date not null,
      primary key (round_id, version)
    )`.execute(db);
  await sql`
    create table survey.message_test (
      round_id text not null references survey.round,
      template_hash text not null, tested_on date not null,
      primary key (round_id, template_hash)
    )`.execute(db);
  await sql`
    create table contact.message_step (
      round_id text not null references survey.round,
      step text not null,
      plan_version integer not null,
      channel text not null check (channel in ('mail', 'sms', 'letter')),
      starts_at timestamptz not null,
      expected integer not null,
      state text not null check (state in ('scheduled', 'listing', 'sending', 'paused', 'done', 'cancelled')),
      listed_to text,
      counts jsonb not null default '{}',
      primary key (round_id, step),
      foreign key (round_id, plan_version) references survey.message_plan
    )`.execute(db);
  await sql`
    create table contact.message (
      id uuid primary key default gen_random_uuid(),
      round_id text not null references survey.round,
      step text not null,
      person_key text not null,
      channel text not null check (channel in ('mail', 'sms', 'letter')),
      domain text not null,
      state text not null check (
        state in ('planned', 'claimed', 'handed_over', 'sent', 'failed', 'bounced', 'uncertain')),
      due_at timestamptz not null,
      attempts integer not null default 0,
      claim uuid, lease_until timestamptz,
      handed_at timestamptz,
      problem text,
      unique (round_id, step, person_key)
    )`.execute(db);
  await sql`create index message_due on contact.message (channel, domain, due_at) where state = 'planned'`.execute(db);
  await sql`create index message_leased on contact.message (lease_until)
    where state in ('claimed', 'handed_over')`.execute(db);
  await sql`create index message_handed on contact.message (handed_at) where handed_at is not null`.execute(db);
  await sql`create index message_person on contact.message (person_key)`.execute(db);
  // Samples of the planner would outlive the rows, as with people.
  for (const column of ['id', 'person_key', 'domain', 'state', 'due_at', 'attempts', 'claim', 'lease_until']) {
    await sql`alter table contact.message alter column ${sql.ref(column)} set statistics 0`.execute(db);
  }
  for (const column of ['handed_at', 'problem']) {
    await sql`alter table contact.message alter column ${sql.ref(column)} set statistics 0`.execute(db);
  }
  await sql`
    alter table contact.person
      add column protected boolean not null default false,
      add column mail_problem text check (mail_problem in ('gone', 'full', 'complaint')),
      add column phone_problem text check (phone_problem in ('gone'))`.execute(db);
  for (const column of ['protected', 'mail_problem', 'phone_problem']) {
    await sql`alter table contact.person alter column ${sql.ref(column)} set statistics 0`.execute(db);
  }
  await sql`grant select, insert on survey.message_plan, survey.message_test to uras_web`.execute(db);
  await sql`grant select, insert, update on contact.message_step to uras_web`.execute(db);
  await sql`grant select, insert, update, delete on contact.message to uras_web`.execute(db);
}
