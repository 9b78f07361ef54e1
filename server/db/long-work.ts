import type { Db } from './schema/index.ts';

const running = new WeakMap<Db, string>();

/** Thrown when work that needs the database to itself is asked for while other such work runs. */
export class LongWorkError extends Error {}

/**
 * Runs one piece of long work at a time on a database of this process. On the embedded database,
 * which belongs to one process, nothing else can interfere; on a server each piece is safe by its
 * own transactions. `name` is what a person reads: 'freezing round 2020'.
 */
export async function withLongWork<T>(db: Db, name: string, work: () => Promise<T>): Promise<T> {
  const other = running.get(db);
  if (other !== undefined)
    throw new LongWorkError(`Not now: ${other} is running. Run the command again when it is done.`);
  running.set(db, name);
  try {
    return await work();
  } finally {
    running.delete(db);
  }
}

/**
 * Lets requests that wait have their turn, between two steps of long work. On the embedded database
 * they wait for its one connection, which is handed out first come, first served.
 */
export function letOthersIn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
