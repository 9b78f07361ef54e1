import { sql, type Kysely } from 'kysely';

// An institution may hand its people back to the network's plan: its own versions stay, out of use.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table survey.message_plan add column in_use boolean not null default true`.execute(db);
}
