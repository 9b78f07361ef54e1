import pg from 'pg';
import { PreparedClient } from './prepared-client.ts';
import type { Db } from './schema/index.ts';

/** Statements that write rows found by their keys, each a transaction of its own. */
export type WritesByKey = {
  query: (text: string, values: readonly unknown[]) => Promise<unknown[]>;
  close: () => Promise<void>;
};

/**
 * A few connections for statements that come again and again. They stay open, since what a connection has
 * prepared goes with it. A statement is answered after its commit; of one whose connection breaks nobody knows
 * what became of it, so it fails and is not asked again here.
 */
export function openWritesByKey(config: pg.ClientConfig, count: number): WritesByKey {
  const pool = new pg.Pool({ ...config, max: count, idleTimeoutMillis: 0, Client: PreparedClient });
  // A connection that breaks must not end the process: whoever asked on it hears of it, and the pool opens another.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return {
    async query(text, values) {
      const client = await pool.connect();
      try {
        const rows = await (client as pg.PoolClient & PreparedClient).rows(text, values); // the pool makes no others
        client.release();
        return rows;
      } catch (error) {
        client.release(true);
        throw error;
      }
    },
    close: () => pool.end(),
  };
}

const known = new WeakMap<Db, WritesByKey>();

/** Ties them to a database; a transaction on it has none. */
export function keepWritesByKey(db: Db, writes: WritesByKey): void {
  known.set(db, writes);
}

/** Those of a database; undefined where a statement goes the ordinary way. */
export function writesByKeyOf(db: Db): WritesByKey | undefined {
  return known.get(db);
}
