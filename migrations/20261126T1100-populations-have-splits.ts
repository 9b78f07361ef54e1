import { sql, type Kysely } from 'kysely';

// A population can be a part of a unit: those of one gender or age band. What was released before
// speaks of whole units only.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table release.population
      add column split text not null default '',
      add column split_value text not null default ''`.execute(db);
}
