import { sql, type Kysely } from 'kysely';

// Importing people with a look before it: a file that was uploaded, its rows as they were read, and what it takes to
// undo the import until the first message has left. All of it is about people and passes within days; none of it is
// in a backup. A person has an address of their own for pages, so that no address tells a student number.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table contact.person
      add column page_id uuid default gen_random_uuid(),
      add column contact_source text check (contact_source in ('person', 'register', 'other')),
      add column contact_on date`.execute(db);
  await sql`create unique index person_page on contact.person (page_id)`.execute(db);
  await sql`create index person_refused on contact.person (person_key) where refused_on is not null`.execute(db);
  await sql`alter table survey.round add column individual_status boolean not null default false`.execute(db);
  await sql`
    create table contact.upload (
      id uuid primary key,
      round_id text not null references survey.round,
      institutions text[],
      started_by text not null, started_on date not null,
      file_name text not null,
      expires_at timestamptz not null,
      state text not null check (state in (
        'columns', 'reading', 'read', 'applying', 'applied', 'undoing', 'undone', 'failed')),
      settings jsonb not null,
      width integer not null default 0, header jsonb not null default '[]',
      rows_read integer not null default 0, bytes bigint not null default 0,
      cursor text not null default '', worker uuid, lease_until timestamptz,
      choice jsonb not null default '{}', counts jsonb not null default '{}', problem text
    )`.execute(db);
  await sql`create index upload_round on contact.upload (round_id)`.execute(db);
  await sql`
    create table contact.staged_person (
      upload_id uuid not null references contact.upload on delete cascade,
      line integer not null,
      person_key text not null, institution text not null, degree text not null, graduation_date date not null,
      gender text, birth_year integer, study_language text, contact_language text, email text, phone text,
      protected boolean not null, deceased boolean not null,
      change text, same_line integer,
      primary key (upload_id, line)
    )`.execute(db);
  await sql`create index staged_person_key on contact.staged_person (upload_id, person_key)`.execute(db);
  await sql`
    create table contact.staged_problem (
      upload_id uuid not null references contact.upload on delete cascade,
      line integer not null, cells jsonb not null, problems jsonb not null,
      primary key (upload_id, line)
    )`.execute(db);
  await sql`
    create table contact.staged_removal (
      upload_id uuid not null references contact.upload on delete cascade,
      person_key text not null, institution text not null, degree text not null,
      primary key (upload_id, person_key)
    )`.execute(db);
  await sql`
    create table contact.import_undo (
      upload_id uuid not null references contact.upload on delete cascade,
      person_key text not null, before jsonb,
      primary key (upload_id, person_key)
    )`.execute(db);
  // Samples of the planner would outlive the rows, as with people.
  const samples = {
    person: ['page_id', 'contact_source', 'contact_on'],
    staged_person: [
      ...['upload_id', 'line', 'person_key', 'institution', 'degree', 'graduation_date', 'gender', 'birth_year'],
      ...['study_language', 'contact_language', 'email', 'phone', 'protected', 'deceased', 'change', 'same_line'],
    ],
    staged_problem: ['upload_id', 'line', 'cells', 'problems'],
    staged_removal: ['upload_id', 'person_key', 'institution', 'degree'],
    import_undo: ['upload_id', 'person_key', 'before'],
  };
  for (const [table, columns] of Object.entries(samples)) {
    for (const column of columns) {
      await sql`alter table ${sql.table(`contact.${table}`)} alter column ${sql.ref(column)} set statistics 0`.execute(
        db,
      );
    }
  }
  await sql`
    alter table publication.api_token drop constraint api_token_scope_check,
      add constraint api_token_scope_check check (
        scope = 'releases:read' or (scope = 'population:write' and institution <> ''))`.execute(db);
  await sql`grant select, insert, update, delete on contact.upload, contact.staged_person, contact.staged_problem,
    contact.staged_removal, contact.import_undo to uras_web`.execute(db);
  await sql`grant update (individual_status) on survey.round to uras_web`.execute(db);
}
