import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { openTestDatabase, type TestDatabase } from '../../support/test-db.ts';

// Times come again and again, and are read from their text once: each is an object of its own all the same.
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => database?.close());

type Row = { at: Date | number | null };
const timesOf = async (list: readonly string[]) => {
  const { rows } =
    await sql<Row>`select at::timestamptz as at from unnest(${list}::text[]) with ordinality as t (at, place)
    order by place`.execute(database.web);
  return rows.map(({ at }) => at);
};

test('a time that comes twice is right twice, and changing one leaves the other', async () => {
  const text = '2026-10-07T06:00:00.123Z';
  const [first, second] = await timesOf([text, text]);
  if (!(first instanceof Date) || !(second instanceof Date)) throw new Error('These are no times.');
  first.setUTCFullYear(1999);
  expect(second.toISOString()).toBe(text);
  expect((await timesOf([text])).map(String)).toEqual([String(second)]);
});

test('more of them than are kept, and infinity, are read as the driver reads them', async () => {
  const many = Array.from({ length: 1_000 }, (_, index) => new Date(index * 86_400_000).toISOString());
  expect(await timesOf([...many, ...many])).toEqual([...many, ...many].map((text) => new Date(text)));
  expect(await timesOf(['infinity', '-infinity', 'infinity'])).toEqual([Infinity, -Infinity, Infinity]);
});
