import type { CompiledQuery } from 'kysely';
import type { Db } from './schema/index.ts';
import { sharedReadsOf } from './shared-reads.ts';
import { writesByKeyOf } from './writes-by-key.ts';

/** What can be made into the text of a statement. */
type Compiling<Row> = { compile: (db: Db) => CompiledQuery<Row> };
/** Runs with the values of its parameters, in the order in which their places stand in the text. */
type Statement<Row> = (db: Db, parameters: readonly unknown[]) => Promise<Row[]>;

/**
 * A statement that writes rows found by their keys, asked so often that making its text anew each time would cost
 * more than asking it. `make` is called once, with any values in the places of the parameters.
 */
export function compiledWrite<Row>(make: (db: Db) => Compiling<Row>): Statement<Row> {
  return compiledFor(make, writesByKeyOf);
}

/** The same for a read of rows by their keys, which may share a connection with the reads of other requests. */
export function compiledRead<Row>(make: (db: Db) => Compiling<Row>): Statement<Row> {
  return compiledFor(make, sharedReadsOf);
}

type Way = { query: (text: string, values: readonly unknown[]) => Promise<unknown[]> };

/** `wayOf`: the connections that such statements of a database have to themselves, if there are any. */
function compiledFor<Row>(make: (db: Db) => Compiling<Row>, wayOf: (db: Db) => Way | undefined): Statement<Row> {
  const compile = compiling(make);
  return async (db, parameters) => {
    const compiled = compile(db, parameters);
    const way = wayOf(db);
    // The rows are those of the statement, whichever connection brings them.
    if (way) return (await way.query(compiled.sql, parameters)) as Row[];
    return (await db.executeQuery<Row>({ ...compiled, parameters })).rows;
  };
}

function compiling<Row>(make: (db: Db) => Compiling<Row>) {
  let compiled: CompiledQuery<Row> | null = null;
  return (db: Db, parameters: readonly unknown[]): CompiledQuery<Row> => {
    compiled ??= make(db).compile(db);
    if (compiled.parameters.length !== parameters.length) throw new Error('a statement has other parameters');
    return compiled;
  };
}
