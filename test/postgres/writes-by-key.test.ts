import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { compiledWrite } from '../../server/db/compiled-once.ts';
import { openWritesByKey, writesByKeyOf, type WritesByKey } from '../../server/db/writes-by-key.ts';
import { openTestDatabase, type TestDatabase } from '../support/test-db.ts';

// Writes by key have connections of their own: what is acknowledged is stored, what breaks fails and is not asked twice.
let database: TestDatabase;
let writes: WritesByKey;
let admin: pg.Client;
const NAME = 'writes-by-key-test';
beforeAll(async () => {
  database = await openTestDatabase();
  const connectionString = database.databaseUrl ?? '';
  writes = openWritesByKey({ connectionString, application_name: NAME }, 2);
  admin = new pg.Client({ connectionString });
  await admin.connect();
  await admin.query('create table counted (key integer primary key, times integer not null)');
  await admin.query('insert into counted select key, 0 from generate_series(1, 100) as key');
});
afterAll(async () => {
  await writes?.close();
  await admin?.end();
  await database?.close();
});

const count = (key: number) =>
  writes.query('update counted set times = times + 1 where key = $1 returning times', [key]);
const timesOf = async (key: number) =>
  (await admin.query<{ times: number }>('select times from counted where key = $1', [key])).rows[0]?.times;

test('what is answered is committed: another connection sees it', async () => {
  const counted = await Promise.all(Array.from({ length: 30 }, (_, index) => count((index % 10) + 1)));
  expect(counted.every((rows) => rows.length === 1)).toBe(true);
  expect(await Promise.all(Array.from({ length: 10 }, (_, index) => timesOf(index + 1)))).toEqual(Array(10).fill(3));
});

test('one that fails fails alone', async () => {
  const all = [count(20), writes.query('select 1 / $1::int', [0]), count(21)].map((one) =>
    one.catch((error: Error) => error.message),
  );
  expect(await Promise.all(all)).toEqual([[{ times: 1 }], 'division by zero', [{ times: 1 }]]);
});

test('one whose connection breaks fails, is not asked again, and those that come later are answered', async () => {
  await admin.query('begin');
  await admin.query('select from counted where key = 30 for update');
  const waiting = count(30).catch(() => 'failed');
  await sleep(200); // so that it waits for the row
  await admin.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()',
    [NAME],
  );
  await admin.query('commit');
  expect(await waiting).toBe('failed');
  expect(await timesOf(30)).toBe(0);
  expect(await count(30)).toEqual([{ times: 1 }]);
});

test('those of the pages have the rights of pages, look up rows by their keys in a table however small, and compile nothing', async () => {
  const ofPages = writesByKeyOf(database.web);
  expect(await ofPages?.query('select current_user as role', [])).toEqual([{ role: 'uras_web' }]);
  await expect(ofPages?.query('create table survey.x (y int)', [])).rejects.toThrow('permission denied');
  const plan = await ofPages?.query('explain select from answer.response where handle = any($1::bytea[])', [[]]);
  expect(JSON.stringify(plan)).not.toMatch(/Seq Scan|JIT/);
  expect(JSON.stringify(plan)).toMatch(/response_pkey/);
});

test('in a transaction a write is part of it, and is undone with it', async () => {
  const backend = compiledWrite(() => sql<{ pid: number }>`select pg_backend_pid() as pid`);
  await database.web.transaction().execute(async (trx) => {
    expect(writesByKeyOf(trx)).toBeUndefined();
    const own = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
    expect(await backend(trx, [])).toEqual(own.rows);
    expect(await backend(database.web, [])).not.toEqual(own.rows);
  });
});
