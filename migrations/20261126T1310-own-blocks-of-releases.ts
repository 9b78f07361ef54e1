import { sql, type Kysely } from 'kysely';

// The own questions whose figures a release has. Reports read schema release alone, so the words of these
// questions lie beside their figures. Like populations, they are written before the release's own row.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table release.own_block (
      release_id text not null, institution text not null, degree text not null default '',
      content jsonb not null,
      primary key (release_id, institution, degree)
    )`.execute(db);
  await sql`grant select on release.own_block to uras_report`.execute(db);
}
