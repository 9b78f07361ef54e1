import { sql } from 'kysely';
import type { Db } from '../../server/db/schema/index.ts';
import type { Feature } from './tie-statistics.ts';

/** A row with everything that a reader of the database may see of it, the hidden columns included. */
export type SeenRow = ReadonlyMap<string, string>;

/** All rows of a round, each column and each leaf of a JSON column by its name. */
export async function seenRows(db: Db, table: string, roundId: string): Promise<SeenRow[]> {
  const { rows } = await sql<{ place: string; xmin: string; row: Record<string, unknown> }>`
    select ((ctid::text::point)[0]::bigint * 10000 + (ctid::text::point)[1]::bigint)::text as place,
      xmin::text as xmin, to_jsonb(one) as row
    from ${sql.table(table)} as one where round_id = ${roundId}`.execute(db);
  return rows.map(({ place, xmin, row }) => new Map([['(place)', place], ['(transaction)', xmin], ...leaves('', row)]));
}

/** The rows as features: one value a row, '' where a row has none. Columns with one value everywhere tell nothing. */
export function featuresOf(side: string, rows: readonly SeenRow[]): Feature[] {
  const names = [...new Set(rows.flatMap((row) => [...row.keys()]))].sort();
  const all = names.map((name) => ({ name: `${side} ${name}`, values: rows.map((row) => row.get(name) ?? '') }));
  return all.filter(({ values }) => new Set(values).size > 1);
}

function leaves(prefix: string, value: unknown): [string, string][] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return [[prefix, value.join('|')]];
  if (typeof value !== 'object') return [[prefix, String(value)]];
  return Object.entries(value).flatMap(([name, part]) => leaves(prefix === '' ? name : `${prefix}.${name}`, part));
}
