import { sql, type Kysely } from 'kysely';

// A release is written in short steps, so that answers are saved in between, and its own row comes
// last: until then no reader finds it. So its parts must be able to stand before it.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table release.population drop constraint population_release_id_fkey`.execute(db);
}
