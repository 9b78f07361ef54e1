import { createHash } from 'node:crypto';
import pg from 'pg';
import { KnownQuery, type PreparedStatement } from './known-query.ts';

/** A text that comes again so often on a connection is worth preparing. */
const TIMES = 5;
/** Texts that a connection remembers; more of them come only of lists written into the text. */
const MOST = 500;

type Call = Parameters<pg.Client['query']>;

/**
 * A connection that prepares what it is asked again and again: from the fifth time on a statement with
 * parameters has a name, by which the server keeps its plan. Planning costs most of a small statement.
 */
export class PreparedClient extends pg.Client {
  readonly #seen = new Map<string, { times: number; name: string }>();
  readonly #prepared = new Map<string, PreparedStatement>();

  // The signatures of the driver are overloads; what is passed on is what came.
  override query(...call: unknown[]): never {
    const [text, values] = call;
    const asked =
      typeof text === 'string' && Array.isArray(values) ? [this.#named(text, values), ...call.slice(2)] : call;
    return super.query(...(asked as unknown as Call)) as never;
  }

  /** The rows of one of few statements that are asked for ever: prepared from the first time on, as far as few they are. */
  rows(text: string, values: readonly unknown[]): Promise<Record<string, unknown>[]> {
    const statement = this.#prepared.get(text) ?? this.#prepare(text);
    return new Promise((resolve, reject) => {
      super.query(new KnownQuery({ statement, values: [...values], types: this, resolve, reject }));
    });
  }

  #prepare(text: string): PreparedStatement {
    const isOneOfFew = this.#prepared.size < MOST;
    const statement = { text, name: isOneOfFew ? nameOf(text) : '', columns: null, blank: {} };
    if (isOneOfFew) this.#prepared.set(text, statement);
    return statement;
  }

  #named(text: string, values: unknown[]): pg.QueryConfig {
    const seen = this.#seen.get(text) ?? { times: 0, name: '' };
    seen.times += 1;
    if (this.#seen.size < MOST) this.#seen.set(text, seen);
    if (seen.times < TIMES) return { text, values };
    seen.name ||= nameOf(text);
    return { text, values, name: seen.name };
  }
}

function nameOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 32);
}
