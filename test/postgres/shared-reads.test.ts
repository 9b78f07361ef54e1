import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { sql } from 'kysely';
import pg from 'pg';
import { compiledRead } from '../../server/db/compiled-once.ts';
import { openSharedReads, sharedReadsOf, type SharedReads } from '../../server/db/shared-reads.ts';
import { startPostgres } from '../support/postgres-server.ts';
import { openTestDatabase, type TestDatabase } from '../support/test-db.ts';

// Reads of many requests on two connections: each is answered with its own rows, whatever becomes of others.
let database: TestDatabase;
let reads: SharedReads;
let admin: pg.Client;
const NAME = 'shared-reads-test';
beforeAll(async () => {
  database = await openTestDatabase();
  const connectionString = database.databaseUrl ?? '';
  reads = openSharedReads({ connectionString, application_name: NAME, options: '-c role=uras_web' }, 2);
  admin = new pg.Client({ connectionString });
  await admin.connect();
});
afterAll(async () => {
  await reads?.close();
  await admin?.end();
  await database?.close();
});

const one = async (value: number) => (await reads.query('select $1::int as value', [value]))[0];

test('each read gets its own row, in any number at once, and a failing one fails alone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(fc.nat(1000), fc.constant(null)), { maxLength: 60 }), async (wanted) => {
      const got = await Promise.all(
        wanted.map((value) =>
          value === null
            ? reads.query('select 1 / $1::int', [0]).catch((error: Error) => error.message)
            : reads.query('select $1::int as value', [value]),
        ),
      );
      expect(got).toEqual(wanted.map((value) => (value === null ? 'division by zero' : [{ value }])));
    }),
    { numRuns: 40 },
  );
  const { rows } = await admin.query('select count(*)::int as n from pg_stat_activity where application_name = $1', [
    NAME,
  ]);
  expect(rows).toEqual([{ n: 2 }]);
});

test('values are read as anywhere else, when a statement is new to a connection and later', async () => {
  const text = `select $1::int as number, date '2026-11-23' as day, '{"a": [1, "x"]}'::jsonb as json, array['a', 'b c'] as list,
    '\\x00ff'::bytea as bytes, true as yes, null::text as nothing, timestamptz '2026-11-23T10:00Z' as moment, '' as empty`;
  const ways = sharedReadsOf(database.web);
  const once = {
    day: '2026-11-23',
    json: { a: [1, 'x'] },
    list: ['a', 'b c'],
    bytes: Buffer.from([0, 255]),
    yes: true,
  };
  const rest = { nothing: null, moment: new Date('2026-11-23T10:00:00Z'), empty: '' };
  for (const number of [1, 2, 3, 4, 5, 6])
    expect(await ways?.query(text, [number])).toEqual([{ number, ...once, ...rest }]);
});

test('a statement that fails is answered when it is asked again', async () => {
  const ask = (value: number) => reads.query('select 6 / $1::int as value', [value]);
  for (let turn = 0; turn < 3; turn += 1) {
    await expect(ask(0)).rejects.toThrow('division by zero');
    expect(await Promise.all([ask(1), ask(2), ask(3)])).toEqual([[{ value: 6 }], [{ value: 3 }], [{ value: 2 }]]);
  }
  for (let turn = 0; turn < 3; turn += 1)
    await expect(reads.query('select from nowhere', [])).rejects.toThrow('nowhere');
});

test('they have the rights of the pages and no others', async () => {
  expect(await reads.query('select current_user as role', [])).toEqual([{ role: 'uras_web' }]);
  await expect(reads.query('create table survey.x (y int)', [])).rejects.toThrow('permission denied');
});

test('what is under way on a connection that breaks is asked on another, and what comes later, too', async () => {
  for (let turn = 0; turn < 5; turn += 1) {
    const slow = [0, 1].map(() => reads.query(`select 'slow' as word from pg_sleep(0.2)`, []));
    await sleep(20); // so that both are under way
    await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [NAME]);
    expect(await Promise.all(slow)).toEqual([[{ word: 'slow' }], [{ word: 'slow' }]]);
    expect([await one(turn), await one(turn)]).toEqual([{ value: turn }, { value: turn }]);
  }
});

test('the database of the pages has them, and a transaction reads on its own connection', async () => {
  expect(sharedReadsOf(database.web)).toBeDefined();
  const backend = compiledRead(() => sql<{ pid: number }>`select pg_backend_pid() as pid`);
  await database.web.transaction().execute(async (trx) => {
    expect(sharedReadsOf(trx)).toBeUndefined();
    const own = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
    expect(await backend(trx, [])).toEqual(own.rows);
    expect(await backend(database.web, [])).not.toEqual(own.rows);
  });
});

test('reads fail while the server is away, and go on when it is back, on the same object', async () => {
  const server = await startPostgres();
  const away = openSharedReads({ connectionString: server.url }, 2);
  const ask = async () => (await away.query('select 1 as value', []))[0];
  try {
    expect([await ask(), await ask()]).toEqual([{ value: 1 }, { value: 1 }]);
    await server.pause();
    expect(await Promise.all([1, 2, 3, 4].map(() => ask().catch(() => 'failed')))).toEqual(Array(4).fill('failed'));
    await server.resume();
    expect(await Promise.all([1, 2, 3, 4].map(ask))).toEqual(Array(4).fill({ value: 1 }));
  } finally {
    await away.close();
    await server.stop();
  }
});

test('a server that is not there is an error, as with any query', async () => {
  const nowhere = openSharedReads({ connectionString: 'postgres://nobody@127.0.0.1:1/nothing' }, 1);
  await expect(nowhere.query('select 1', [])).rejects.toThrow('ECONNREFUSED');
  await expect(nowhere.query('select 1', [])).rejects.toThrow('ECONNREFUSED');
  await nowhere.close();
});
