import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely';
import type { Database, Db } from './schema/index.ts';
import { keepSharedReads, type SharedReads } from './shared-reads.ts';

const known = new WeakMap<Db, Db>();

/**
 * Ties reads with the rights of `uras_report` to a database. Their connections have those rights from the first
 * moment on, so that nothing is asked around a statement; each is a transaction of its own.
 */
export function keepReportReads(db: Db, reads: SharedReads): void {
  const reader = readerOver(reads);
  keepSharedReads(reader, reads);
  known.set(db, reader);
}

/** The database as `uras_report` sees it; undefined where a transaction must set the role. */
export function reportReaderOf(db: Db): Db | undefined {
  return known.get(db);
}

function readerOver(reads: SharedReads): Db {
  return new Kysely<Database>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driverOver(reads),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}

const refuse = (): never => {
  throw new Error('shared reads are no transaction');
};

function driverOver(reads: SharedReads): Driver {
  const connection: DatabaseConnection = {
    // The rows are those of the statement.
    executeQuery: async <Row>({ sql, parameters }: { sql: string; parameters: readonly unknown[] }) => {
      const rows = (await reads.query(sql, parameters)) as Row[];
      return { rows } satisfies QueryResult<Row>;
    },
    streamQuery: refuse,
  };
  return {
    init: async () => undefined,
    acquireConnection: async () => connection,
    releaseConnection: async () => undefined,
    beginTransaction: async () => refuse(),
    commitTransaction: async () => refuse(),
    rollbackTransaction: async () => refuse(),
    destroy: async () => undefined,
  };
}
