import { sql } from 'kysely';
import { migrationProvider } from './migrate-up.ts';
import type { Db } from './schema/index.ts';

/** The names of all migrations of this version, in the order in which they run. */
export async function migrationNames(): Promise<string[]> {
  return Object.keys(await migrationProvider().getMigrations()).sort();
}

/** Throws away our schemas with all they hold. What comes next makes them anew, in the same transaction. */
export async function dropSchemas(trx: Db): Promise<void> {
  await sql`drop schema if exists survey, contact, answer, release, staff, publication cascade`.execute(trx);
}

/**
 * Runs migrations by name, without noting them: for a schema that is made anew up to an earlier
 * state, filled, and brought up to date inside one transaction.
 */
export async function runMigrations(trx: Db, names: readonly string[]): Promise<void> {
  const migrations = await migrationProvider().getMigrations();
  for (const name of names) {
    const migration = migrations[name];
    if (!migration) throw new Error(`There is no migration ${name}.`);
    await migration.up(trx);
  }
}
