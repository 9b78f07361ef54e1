import { sql, type Kysely } from 'kysely';

// Reports as they are read, printed before anybody asks: figures that a release shows, in the words of a language.
// Made again from the release whenever the product, an own report or the round before it is another.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table release.printed_report (
      release_id text not null references release.release on delete cascade,
      pooled boolean not null, institution text not null, degree text not null, variant text not null,
      language text not null, printed_by text not null, head jsonb not null, body bytea not null,
      primary key (release_id, pooled, institution, degree, variant, language)
    )`.execute(db);
  // It is compressed already.
  await sql`alter table release.printed_report alter column body set storage external`.execute(db);
  await sql`grant select, insert, update on release.printed_report to uras_web`.execute(db);
  await sql`grant select on release.printed_report to uras_report`.execute(db);
}
