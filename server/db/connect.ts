import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Config } from '../config.ts';
import { openEmbeddedEngine } from './embedded.ts';
import { PreparedClient } from './prepared-client.ts';
import { keepReportReads } from './report-reads.ts';
import type { Database, Db } from './schema/index.ts';
import { keepSharedReads, openSharedReads } from './shared-reads.ts';
import { keepWritesByKey, openWritesByKey } from './writes-by-key.ts';

const DATE_OID = 1082;
const TIME_OID = 1184;
/** Beside the pool: connections that many reads share, those of report pages among them, and those of writes by key. */
const SHARED_CONNECTIONS = 2;
const REPORT_CONNECTIONS = 3;
const WRITING_CONNECTIONS = 4;

/**
 * Dates stay text ('2026-11-23'): a day has no time zone. All else as the driver has it; the few times that rows
 * of one round share are read from their text once.
 */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    if (oid === DATE_OID) return (text: string) => text;
    const read = pg.types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text');
    return oid === TIME_OID && format !== 'binary' ? timesOnce(read) : read;
  },
};

const MOST_TIMES = 200;

/** Reads a text as `read` does. Each time is an object of its own, as a date can be changed; infinity is a number. */
function timesOnce(read: (text: string) => unknown): (text: string) => unknown {
  const known = new Map<string, number>();
  return (text) => {
    const at = known.get(text);
    if (at !== undefined) return new Date(at);
    const time = read(text);
    if (!(time instanceof Date)) return time;
    if (known.size >= MOST_TIMES) known.clear();
    known.set(text, time.getTime());
    return time;
  };
}

export type OpenDatabase = {
  /** As role `uras_web` on a PostgreSQL server: rows, never the schema. */
  web: Db;
  /** As the owner of the schema. The same as `web` on the embedded database. */
  owner: Db;
  embedded: boolean;
  close: () => Promise<void>;
};

/** Opens the database of the configuration: a PostgreSQL server, or the embedded one. */
export async function openDatabase(config: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<OpenDatabase> {
  return config.databaseUrl === null ? openEmbedded(config.dataDir) : openServer(config.databaseUrl);
}

async function openEmbedded(dataDir: string): Promise<OpenDatabase> {
  const engine = await openEmbeddedEngine(dataDir);
  // One connection, for ever: see embedded-worker.ts. The time limit turns a query on the pool
  // inside a transaction (which waits for itself) into an error.
  const db = kyselyOn(
    new pg.Pool({
      ...engine.connection,
      user: 'postgres',
      database: 'postgres',
      max: 1,
      connectionTimeoutMillis: 30_000,
      idleTimeoutMillis: 0,
      types,
    }),
  );
  const close = async () => {
    await db.destroy();
    await engine.close();
  };
  return { web: db, owner: db, embedded: true, close };
}

function openServer(connectionString: string): OpenDatabase {
  const shared = { connectionString, connectionTimeoutMillis: 10_000, types };
  const withRole = (role: string) => `-c role=${role} -c plan_cache_mode=force_generic_plan`;
  const asWeb = { ...shared, options: withRole('uras_web') };
  // What is found by its key is never looked for through a whole table: a plan made while a table is new and small
  // stays as it grows. The planner says so by a cost beyond all bounds, for which it would compile each statement.
  const byKey = (role: string) => ({ ...shared, options: `${withRole(role)} -c enable_seqscan=off -c jit=off` });
  const web = kyselyOn(new pg.Pool({ ...asWeb, max: 10, Client: PreparedClient }));
  const reads = openSharedReads(byKey('uras_web'), SHARED_CONNECTIONS);
  keepSharedReads(web, reads);
  const reports = openSharedReads(byKey('uras_report'), REPORT_CONNECTIONS);
  keepReportReads(web, reports);
  const writes = openWritesByKey(byKey('uras_web'), WRITING_CONNECTIONS);
  keepWritesByKey(web, writes);
  const owner = kyselyOn(new pg.Pool({ ...shared, max: 3 }));
  const close = async () => {
    await reads.close();
    await reports.close();
    await writes.close();
    await web.destroy();
    await owner.destroy();
  };
  return { web, owner, embedded: false, close };
}

function kyselyOn(pool: pg.Pool): Db {
  // A connection that breaks while idle must not end the process; the pool opens another.
  pool.on('error', () => undefined);
  // Nor one that breaks at work: the query fails, and whoever asked hears of it.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}
