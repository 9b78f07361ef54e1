import { randomBytes } from 'node:crypto';
import type { Deps } from '../../server/deps.ts';
import { readConfig } from '../../server/config.ts';
import { publishDefinitions } from '../../server/definitions/publish-definitions.ts';
import { openKeyStore } from '../../server/keys/key-store.ts';
import { readMasterKey } from '../../server/keys/master-key.ts';
import { loadSurveys } from '../../survey-definitions/index.ts';
import type { TestDatabase } from './test-db.ts';

/** Real dependencies on a test database, with the rights of a command; the clock stands where a test puts it. */
export async function testDeps(
  database: TestDatabase,
  now: () => Date = () => new Date(),
  settings: Readonly<Record<string, string>> = {},
): Promise<Deps> {
  const surveys = loadSurveys();
  const config = readConfig({ URAS_DATA_DIR: database.dataDir, DATABASE_URL: database.databaseUrl ?? '', ...settings });
  await publishDefinitions(database.owner, surveys.all);
  return {
    db: database.owner,
    ownerDb: database.owner,
    embedded: database.embedded,
    config,
    surveys,
    keys: openKeyStore(database.dataDir, readMasterKey(config)),
    now,
    randomBytes,
    log: { info: () => undefined, error: () => undefined },
  };
}
