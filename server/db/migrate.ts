import { readConfig } from '../config.ts';
import { openDatabase } from './connect.ts';
import { migrateUp } from './migrate-up.ts';

// `npm run migrate`: brings the database of the environment up to date and says what was done.
const database = await openDatabase(readConfig(process.env));
try {
  const done = await migrateUp(database.owner);
  process.stderr.write(done.length ? `Migrated: ${done.join(', ')}\n` : 'The database is up to date.\n');
} finally {
  await database.close();
}
