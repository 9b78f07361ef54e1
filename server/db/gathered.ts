import pg from 'pg';
import type { Db } from './schema/index.ts';

/** Takes many at once. The outcome of each stands in the place of its input. */
type Many<In, Out> = (db: Db, inputs: readonly In[]) => Promise<readonly Out[]>;
type One<In, Out> = (db: Db, input: In) => Promise<Out>;
type KeyOf<In> = (input: In) => string;
type Waiting<In, Out> = { input: In; resolve: (out: Out) => void; reject: (error: unknown) => void };

/** Inputs of one statement. */
const MOST = 50;
/** Where the statement before took so many, more are on their way, and the next one waits for them. */
const CROWD = 6;
/** A millisecond for each but the first few that the statement before took, and no longer than anybody notices. */
const FIRST_FEW = 3;
const LONGEST_WAIT_MS = 8;

/**
 * Takes together what many requests ask at the same time, as one statement: what is asked within one turn of the
 * event loop, and what comes while such a statement is under way. Who comes alone is alone and waits for nobody; in a
 * crowd each waits for 3 to 8 ms, so that a statement and its commit serve two or three times as many. With `keyOf`,
 * inputs of one key never share a statement. A statement that the database refuses is taken apart, so that one input never
 * costs another its outcome. Within a transaction each is asked alone, as part of it.
 */
export function gathered<In, Out>(many: Many<In, Out>, keyOf?: KeyOf<In>): One<In, Out> {
  const queues = new WeakMap<Db, (waiting: Waiting<In, Out>) => void>();
  const alone: One<In, Out> = async (db, input) => only(await many(db, [input]));
  return (db, input) => {
    if (db.isTransaction) return alone(db, input);
    const join = queues.get(db) ?? makeQueue((inputs) => many(db, inputs), keyOf);
    queues.set(db, join);
    return new Promise((resolve, reject) => join({ input, resolve, reject }));
  };
}

function makeQueue<In, Out>(
  ask: (inputs: readonly In[]) => Promise<readonly Out[]>,
  keyOf: KeyOf<In> | undefined,
): (waiting: Waiting<In, Out>) => void {
  let queue: Waiting<In, Out>[] = [];
  let isBusy = false; // a statement is under way, or planned
  let taken = 0;
  const goOn = (): void => {
    const { first, later } = parted(queue, keyOf);
    queue = later;
    taken = first.length;
    void answer(ask, first).finally(() => {
      isBusy = false;
      plan();
    });
  };
  const plan = (): void => {
    if (isBusy || queue.length === 0) return;
    isBusy = true;
    if (taken < CROWD) setImmediate(goOn);
    else soon(goOn, Math.min(taken - FIRST_FEW, LONGEST_WAIT_MS));
  };
  return (waiting) => {
    queue.push(waiting);
    plan();
  };
}

let planned: (() => void)[] = [];

/** Goes on in a moment, with the statements of other kinds that are planned by then: what they ask goes out together. */
function soon(goOn: () => void, waitMs: number): void {
  planned.push(goOn);
  if (planned.length > 1) return;
  setTimeout(() => {
    const all = planned;
    planned = [];
    for (const one of all) one();
  }, waitMs);
}

/** Those that may share the next statement, each key once, and those that wait on. */
function parted<In, Out>(
  queue: readonly Waiting<In, Out>[],
  keyOf: KeyOf<In> | undefined,
): { first: Waiting<In, Out>[]; later: Waiting<In, Out>[] } {
  if (!keyOf) return { first: queue.slice(0, MOST), later: queue.slice(MOST) };
  const keys = new Set<string>();
  const first: Waiting<In, Out>[] = [];
  const later: Waiting<In, Out>[] = [];
  for (const waiting of queue) {
    const key = keyOf(waiting.input);
    const joins = first.length < MOST && !keys.has(key);
    keys.add(key);
    (joins ? first : later).push(waiting);
  }
  return { first, later };
}

async function answer<In, Out>(
  ask: (inputs: readonly In[]) => Promise<readonly Out[]>,
  asked: readonly Waiting<In, Out>[],
): Promise<void> {
  try {
    const outcomes = await ask(asked.map(({ input }) => input));
    if (outcomes.length !== asked.length) throw new Error('a gathered statement has answered somebody else');
    for (const [index, outcome] of outcomes.entries()) asked[index]?.resolve(outcome);
  } catch (error) {
    if (asked.length > 1 && isRefused(error)) await Promise.all(asked.map((one) => answer(ask, [one])));
    else for (const { reject } of asked) reject(error);
  }
}

/** Whether the statement is undone for certain: of a connection that broke nobody knows. */
function isRefused(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.severity === 'ERROR';
}

function only<Out>(outcomes: readonly Out[]): Out {
  const [outcome] = outcomes;
  if (outcome === undefined) throw new Error('a statement has answered nobody');
  return outcome;
}
