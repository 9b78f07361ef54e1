import pg from 'pg';

type Row = Record<string, unknown>;
type Column = { name: string; read: (text: string) => unknown };
type Connection = Parameters<pg.Query['submit']>[0];

/** A statement that one connection has prepared. Its columns stay as they are: the server refuses it sooner. */
export type PreparedStatement = { text: string; name: string; columns: readonly Column[] | null; blank: Row };
type Types = { getTypeParser: (oid: number) => (text: string) => unknown };
type Asked = {
  statement: PreparedStatement;
  values: unknown[];
  types: Types;
  resolve: (rows: Row[]) => void;
  reject: (error: unknown) => void;
};

/**
 * Asks a prepared statement for its rows. The driver lets the server describe the columns with each asking and
 * makes its readers of them anew, which costs more than reading a few rows; here both are done once a connection.
 */
export class KnownQuery extends pg.Query {
  readonly #asked: Asked;
  readonly #rows: Row[] = [];
  #unreadable: unknown = null;

  constructor(asked: Asked) {
    const { statement, values } = asked;
    // Of a record of its settings the driver makes a copy each time.
    super(statement.text);
    Object.assign(this, { name: statement.name, values });
    this.#asked = asked;
  }

  /**
   * What the driver calls to send it. A method of the class: with a function of its own in each asking, all that waits
   * for its rows outlives it by far, and is carried along by the engine.
   */
  prepare(connection: Connection): void {
    prepare.call(this, this.#asked.statement.columns ? withoutDescribing(connection) : connection);
  }

  // What the driver calls as the answer comes in.

  handleRowDescription({ fields }: { fields: readonly { name: string; dataTypeID: number }[] }): void {
    const { statement, types } = this.#asked;
    statement.columns = fields.map(({ name, dataTypeID }) => ({ name, read: types.getTypeParser(dataTypeID) }));
    statement.blank = Object.fromEntries(fields.map(({ name }) => [name, null]));
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    const { columns, blank } = this.#asked.statement;
    // All rows of a statement are made alike, which is what the engine reads fastest.
    const row = { ...blank };
    try {
      columns?.forEach(({ name, read }, index) => {
        const text = fields[index] ?? null;
        if (text !== null) row[name] = read(text);
      });
      this.#rows.push(row);
    } catch (error) {
      this.#unreadable = error;
    }
  }

  handleCommandComplete(): void {
    // The rows are all there; the server is ready a moment later.
  }

  handleReadyForQuery(): void {
    if (this.#unreadable === null) this.#asked.resolve(this.#rows);
    else this.#asked.reject(this.#unreadable);
  }

  handleError(error: unknown): void {
    this.#asked.reject(error);
  }
}

// Not among the types of the driver.
const prepare = Reflect.get(pg.Query.prototype, 'prepare') as (this: pg.Query, connection: Connection) => void;

const quiet = new WeakMap<Connection, Connection>();

/** The same connection, on which asking for a description sends nothing. */
function withoutDescribing(connection: Connection): Connection {
  const known = quiet.get(connection);
  if (known) return known;
  const made = Object.create(connection, { describe: { value: () => undefined } }) as Connection; // with one method less
  quiet.set(connection, made);
  return made;
}
