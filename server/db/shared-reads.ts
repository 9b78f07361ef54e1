import { Socket } from 'node:net';
import type pg from 'pg';
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
 * that has a connection to itself. A connection that breaks fails what is under way on it, as any would, and
 * the next read opens another. Writes do not come here: they would wait for each other's commits.
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
type Opened = { client: pg.Client; batch: () => void };

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
  const query = async (text: string, values: readonly unknown[]): Promise<unknown[]> => {
    const { client, batch } = await opened();
    batch();
    return (await client.query<Record<string, unknown>>(text, [...values])).rows;
  };
  const close = async () => {
    const last = open;
    if (last) await (await last.catch(() => null))?.client.end();
  };
  return Object.assign(query, { close });
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
