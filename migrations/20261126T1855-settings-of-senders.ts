import { sql, type Kysely } from 'kysely';

// Under whose name messages leave and who reads the answers to them, by institution ('' = common) and language;
// and whom graduates of an institution may ask. Nothing here is about a graduate.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table survey.sender_setting (
      institution text not null, language text not null check (language in ('fi', 'sv', 'en')),
      name text not null, reply_to text not null,
      primary key (institution, language)
    )`.execute(db);
  await sql`
    create table survey.institution_contact (
      institution text primary key, name text not null, email text not null, phone text not null
    )`.execute(db);
  await sql`grant select, insert, update on survey.sender_setting, survey.institution_contact to uras_web`.execute(db);
  await sql`alter table publication.api_token add column last_used_on date`.execute(db);
  await sql`grant update (last_used_on) on publication.api_token to uras_web`.execute(db);
}
