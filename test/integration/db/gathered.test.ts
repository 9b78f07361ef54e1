import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import { setImmediate } from 'node:timers/promises';
import { gathered } from '../../../server/db/gathered.ts';
import type { Db } from '../../../server/db/schema/index.ts';
import { openTestDatabase, type TestDatabase } from '../../support/test-db.ts';

// What many ask at the same time is one statement, and each hears their own.
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** 100 over each number, with the sizes of the statements that were asked. */
function hundredths(keyOf?: (input: number) => string) {
  const sizes: number[] = [];
  const ask = gathered(async (db: Db, inputs: readonly number[]) => {
    sizes.push(inputs.length);
    const { rows } = await sql<{ share: number }>`
      select 100 / number as share from unnest(${inputs}::int[]) with ordinality as asked (number, place) order by place
    `.execute(db);
    return rows.map(({ share }) => share);
  }, keyOf);
  return { ask, sizes };
}

const outcome = (promise: Promise<number>) => promise.catch((error: Error) => error.message);

test('each gets their own, in any number at once, and one that fails fails alone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(4), { maxLength: 120 }), async (numbers) => {
      const { ask } = hundredths();
      const got = await Promise.all(numbers.map((number) => outcome(ask(database.web, number))));
      expect(got).toEqual(numbers.map((number) => (number === 0 ? 'division by zero' : Math.floor(100 / number))));
    }),
    { numRuns: 20 },
  );
});

test('those who come together share a statement of at most fifty', async () => {
  const { ask, sizes } = hundredths();
  await Promise.all(Array.from({ length: 120 }, () => ask(database.web, 7)));
  expect(sizes).toEqual([50, 50, 20]);
  await ask(database.web, 7);
  expect(sizes).toEqual([50, 50, 20, 1]);
});

test('after a crowd the next wait for each other; after a few nobody waits', async () => {
  const { ask, sizes } = hundredths();
  const some = (count: number) => Array.from({ length: count }, () => ask(database.web, 7));
  /** Two who come one turn of the event loop after the other. */
  const twoInTurn = async () => {
    const first = some(1);
    await setImmediate();
    await setImmediate();
    await Promise.all([...first, ...some(1)]);
  };
  let shared = false;
  // On a busy machine the second may come too late, now and then.
  for (let tries = 0; tries < 50 && !shared; tries += 1) {
    await Promise.all(some(20));
    sizes.length = 0;
    await twoInTurn();
    shared = sizes[0] === 2;
  }
  expect(shared).toBe(true);
  sizes.length = 0;
  await twoInTurn();
  expect(sizes).toEqual([1, 1]);
});

test('inputs of one key never share a statement', async () => {
  const { ask, sizes } = hundredths(String);
  const got = await Promise.all([5, 5, 5, 4].map((number) => ask(database.web, number)));
  expect(got).toEqual([20, 20, 20, 25]);
  expect(sizes).toEqual([2, 1, 1]);
});

test('within a transaction each is asked alone, as a part of it', async () => {
  const { ask, sizes } = hundredths();
  const work = database.web.transaction().execute(async (trx) => {
    expect(await ask(trx, 5)).toBe(20);
    await ask(trx, 0);
  });
  await expect(work).rejects.toThrow('division by zero');
  expect(sizes).toEqual([1, 1]);
});
