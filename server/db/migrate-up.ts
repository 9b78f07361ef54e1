import { promises as fs } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { FileMigrationProvider, Migrator } from 'kysely/migration';
import type { Db } from './schema/index.ts';

const migrationFolder = fileURLToPath(new URL('../../migrations', import.meta.url));

/** Reads the files of `migrations/`. */
export function migrationProvider(): FileMigrationProvider {
  return new FileMigrationProvider({
    fs,
    path,
    migrationFolder,
    import: (file: string) => import(file),
  });
}

/** Brings the schema up to date. Returns the names of the migrations that were run. Throws when one fails. */
export async function migrateUp(owner: Db): Promise<string[]> {
  const { error, results } = await new Migrator({ db: owner, provider: migrationProvider() }).migrateToLatest();
  if (error) {
    const failed = results?.find((result) => result.status === 'Error')?.migrationName;
    throw new Error(`The database cannot be brought up to date${failed ? ` (migration ${failed})` : ''}.`, {
      cause: error,
    });
  }
  return (results ?? []).map((result) => result.migrationName);
}
