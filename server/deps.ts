import type { Surveys } from '../survey-definitions/index.ts';
import type { Config } from './config.ts';
import type { Db } from './db/schema/index.ts';
import type { KeyStore } from './keys/key-store.ts';

/** Where messages for the operator go. Never a code, an address or an answer. */
export type Log = { info: (message: string) => void; error: (message: string, cause?: unknown) => void };

/**
 * Everything that comes from outside, made once in `open-deps.ts`. A use case takes the part it
 * needs: `Pick<Deps, 'db' | 'now'>`.
 */
export type Deps = {
  db: Db;
  /** Runs SQL of the owner of the schema: migrations, VACUUM. The same as `db` on the embedded database. */
  ownerDb: Db;
  /** True on the embedded database, which does not fsync. */
  embedded: boolean;
  config: Config;
  surveys: Surveys;
  keys: KeyStore;
  now: () => Date;
  randomBytes: (size: number) => Buffer;
  log: Log;
};
