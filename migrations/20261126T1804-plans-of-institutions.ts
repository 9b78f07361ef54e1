import { sql, type Kysely } from 'kysely';

// An institution may plan for its own people: then the plan of the network leaves them out. Versions are counted
// over a whole round, so that a step goes on naming its plan by round and version. '' = the network's plan.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table survey.message_plan add column institution text not null default ''`.execute(db);
}
