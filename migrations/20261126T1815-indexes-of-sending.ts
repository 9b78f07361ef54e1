import { sql, type Kysely } from 'kysely';

// A person is looked up over all rounds before each message, by their key alone.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index person_key on contact.person (person_key)`.execute(db);
}
