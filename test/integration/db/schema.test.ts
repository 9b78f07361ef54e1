import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { readFileSync, readdirSync } from 'node:fs';
import { openTestDatabase, type TestDatabase } from '../../support/test-db.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const schemaFolder = new URL('../../../server/db/schema/', import.meta.url);

/** Table → columns, as the interfaces of server/db/schema say. */
function declaredColumns(): Map<string, string[]> {
  const sources = readdirSync(schemaFolder).map((name) => readFileSync(new URL(name, schemaFolder), 'utf8'));
  const types = new Map<string, string[]>();
  for (const [, name, body] of sources.join('\n').matchAll(/export type (\w+Table) = \{\n(.*?)\n\};/gs)) {
    types.set(name ?? '', [...(body ?? '').matchAll(/^ {2}(\w+):/gm)].map((match) => match[1] ?? '').sort());
  }
  const index = readFileSync(new URL('index.ts', schemaFolder), 'utf8');
  return new Map(
    [...index.matchAll(/'(\w+\.\w+)': (\w+);/g)].map(([, table, type]) => [table ?? '', types.get(type ?? '') ?? []]),
  );
}

test('the types of server/db/schema say what the migrated database has, column by column', async () => {
  const { rows } = await sql<{ name: string; columns: string[] }>`
    select table_schema || '.' || table_name as name, array_agg(column_name::text) as columns
    from information_schema.columns
    where table_schema in ('survey', 'contact', 'answer', 'release', 'staff', 'publication')
    group by 1`.execute(database.owner);
  const found = new Map(rows.map((row) => [row.name, [...row.columns].sort()]));
  expect(Object.fromEntries([...found].sort())).toEqual(Object.fromEntries([...declaredColumns()].sort()));
});

test('the answer schema holds dates only, no clock times', async () => {
  const { rows } = await sql<{ column_name: string }>`
    select column_name from information_schema.columns
    where table_schema = 'answer' and data_type ~ 'time'`.execute(database.owner);
  expect(rows).toEqual([]);
});

test('the role that serves reports cannot read contact or answer data', async () => {
  for (const table of [
    'answer.response',
    'answer.frozen_response',
    'answer.frozen_text',
    'contact.person',
    'survey.round',
  ]) {
    const attempt = database.owner.transaction().execute(async (trx) => {
      await sql`set local role uras_report`.execute(trx);
      await sql`select * from ${sql.table(table)}`.execute(trx);
    });
    await expect(attempt).rejects.toThrow(/permission denied/);
  }
});
