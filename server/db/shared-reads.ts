import { Socket } from 'node:net';
import pg from 'pg';
import { PreparedClient } from './prepared-client.ts';
import type { Db } from './schema/index.ts';

/** Reads of many requests over a few connections. Each is a statement, and a transaction, of its own. */
export type SharedReads = {
  query: (text: string, values: readonly unknown[]) => Promise<unknown[]>;
  close: () => Promise<void>;
};

/**
 * A few connections on which many small reads are under way at once: the server answers them in turn, and
 * what is asked within one turn of the event loop goes out as one packet. So a read costs a fraction of one
 * that has a connection to itself. What is under way on a connection that breaks is asked once more on another,
 * which a read may be. Writes do not come here: they would wait for each other's commits.
 */
export function openSharedReads(config: pg.ClientConfig, count: number): SharedReads {
  const lanes = Array.from({ length: count }, () => makeLane(config));
  let turn = 0;
  return {
    async query(text, values) {
      turn = (turn + 1) % lanes.length;
      return (await lanes[turn]?.(text, values)) ?? [];
    },
    close: async () => void (await Promise.all(lanes.map(({ close }) => close()))),
  };
}

type Lane = SharedReads['query'] & { close: () => Promise<void> };
type Opened = { client: PreparedClient; batch: () => void };

function makeLane(config: pg.ClientConfig): Lane {
  let open: Promise<Opened> | null = null;
  const connect = async (drop: () => void): Promise<Opened> => {
    const socket = new Socket();
    const client = new PreparedClient({ ...config, stream: () => socket, pipeline: true });
    client.on('error', drop);
    client.on('end', drop);
    await client.connect();
    return { client, batch: batchesOf(socket) };
  };
  const opened = (): Promise<Opened> => {
    if (open) return open;
    const mine: Promise<Opened> = connect(() => {
      if (open === mine) open = null;
    });
    open = mine;
    mine.catch(() => {
      if (open === mine) open = null;
    });
    return mine;
  };
  const ask = async (text: string, values: readonly unknown[]): Promise<unknown[]> => {
    const mine = opened();
    const { client, batch } = await mine;
    batch();
    try {
      return await client.rows(text, values);
    } catch (error) {
      if (isBroken(error) && open === mine) open = null;
      throw error;
    }
  };
  const query = (text: string, values: readonly unknown[]): Promise<unknown[]> =>
    ask(text, values).catch((error: unknown) => {
      if (!isBroken(error)) throw error;
      return ask(text, values);
    });
  const close = async () => {
    const last = open;
    if (last) await (await last.catch(() => null))?.client.end();
  };
  return Object.assign(query, { close });
}

/** Whether the connection is to blame, and not the statement. */
function isBroken(error: unknown): boolean {
  return !(error instanceof pg.DatabaseError) || error.severity === 'FATAL';
}

/** Holds what is written until the event loop has gone round, so that it goes out together. */
function batchesOf(socket: Socket): () => void {
  let isHeld = false;
  return () => {
    if (isHeld) return;
    isHeld = true;
    socket.cork();
    setImmediate(() => {
      isHeld = false;
      socket.uncork();
    });
  };
}

const known = new WeakMap<Db, SharedReads>();

/** Ties shared reads to a database; a transaction on it has none. */
export function keepSharedReads(db: Db, reads: SharedReads): void {
  known.set(db, reads);
}

/** The shared reads of a database; undefined where each query has a connection to itself. */
export function sharedReadsOf(db: Db): SharedReads | undefined {
  return known.get(db);
}
