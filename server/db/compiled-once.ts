import type { Compilable, CompiledQuery } from 'kysely';
import type { Db } from './schema/index.ts';

/**
 * A statement that is asked so often that making its text anew each time would cost more than asking it.
 * `make` is called once, with any values in the places of the parameters; `run` takes the values in the
 * order in which the places stand in the text.
 */
export function compiledOnce<Row>(
  make: (db: Db) => Compilable<Row>,
): (db: Db, parameters: readonly unknown[]) => Promise<Row[]> {
  let compiled: CompiledQuery<Row> | null = null;
  return async (db, parameters) => {
    compiled ??= make(db).compile();
    if (compiled.parameters.length !== parameters.length) throw new Error('a statement has other parameters');
    return (await db.executeQuery<Row>({ ...compiled, parameters })).rows;
  };
}
