import { randomBytes } from 'node:crypto';
import { loadSurveys } from '../survey-definitions/index.ts';
import type { Config } from './config.ts';
import { openDatabase } from './db/connect.ts';
import { migrateUp } from './db/migrate-up.ts';
import { publishDefinitions } from './definitions/publish-definitions.ts';
import type { Deps, Log } from './deps.ts';
import { readMasterKey } from './keys/master-key.ts';
import { openKeyStore } from './keys/key-store.ts';

export type OpenDeps = Deps & { close: () => Promise<void> };

/**
 * Makes everything that comes from outside: opens and migrates the database, loads and publishes
 * the definitions. `as` says whose rights `db` has: pages work as `web`, commands as `owner`.
 */
export async function openDeps(config: Config, options: { as: 'web' | 'owner'; log: Log }): Promise<OpenDeps> {
  const surveys = loadSurveys(config.codeListsDir);
  const keys = openKeyStore(config.dataDir, readMasterKey(config));
  const database = await openDatabase(config);
  try {
    await migrateUp(database.owner);
    await publishDefinitions(database.owner, surveys.all);
  } catch (error) {
    await database.close();
    throw error;
  }
  return {
    db: options.as === 'web' ? database.web : database.owner,
    ownerDb: database.owner,
    embedded: database.embedded,
    config,
    surveys,
    keys,
    now: () => new Date(),
    randomBytes,
    log: options.log,
    close: database.close,
  };
}
