import { sql, type Kysely } from 'kysely';

// A backup of the embedded database is read while others write: which block a round asks is read before
// the blocks, so that no block is missing which was published in between. Restoring keeps that order.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table survey.round_own_block
    alter constraint round_own_block_survey_institution_degree_version_fkey deferrable`.execute(db);
}
