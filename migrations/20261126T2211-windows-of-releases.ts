import { sql, type Kysely } from 'kysely';

// A release shows figures of several rounds together beside those of its own round.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table release.population add column pooled text`.execute(db);
}
