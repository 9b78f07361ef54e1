import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { reportReaderOf } from '../../server/db/report-reads.ts';
import { asReportRole } from '../../server/db/with-role.ts';
import { openTestDatabase, type TestDatabase } from '../support/test-db.ts';

// Report pages read over connections that have the rights of uras_report from the first moment on.
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());

const roleOf = async () =>
  asReportRole(
    database.web,
    async (trx) => (await sql<{ role: string }>`select current_user as role`.execute(trx)).rows,
  );

test('every read has the rights of uras_report and no others, many at once', async () => {
  expect(reportReaderOf(database.web)).toBeDefined();
  const roles = await Promise.all(Array.from({ length: 30 }, roleOf));
  expect(roles).toEqual(Array.from({ length: 30 }, () => [{ role: 'uras_report' }]));
  for (const text of [
    'select from answer.response',
    'select from contact.person',
    'select from survey.round',
    'delete from release.release',
  ]) {
    const asked = asReportRole(database.web, async (trx) => sql.raw(text).execute(trx));
    await expect(asked).rejects.toThrow('permission denied');
  }
});

test('not even when the role is given back', async () => {
  await asReportRole(database.web, async (trx) => sql`reset role`.execute(trx));
  expect(await Promise.all(Array.from({ length: 9 }, roleOf))).toEqual(
    Array.from({ length: 9 }, () => [{ role: 'uras_report' }]),
  );
});

test('no transaction begins on them', async () => {
  const begun = asReportRole(database.web, async (trx) => trx.transaction().execute(async () => undefined));
  await expect(begun).rejects.toThrow('no transaction');
});

test('a connection prepares so many statements and asks others as they come', async () => {
  const answers = await asReportRole(database.web, async (trx) =>
    Promise.all(
      Array.from({ length: 1700 }, async (_, index) => {
        const { rows } = await sql<{ value: number }>`select ${index}::int + ${sql.lit(index)} as value`.execute(trx);
        return rows[0]?.value;
      }),
    ),
  );
  expect(answers).toEqual(Array.from({ length: 1700 }, (_, index) => 2 * index));
  const counts = await Promise.all(
    Array.from({ length: 3 }, () =>
      asReportRole(database.web, async (trx) => {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_prepared_statements`.execute(trx);
        return rows[0]?.n ?? 0;
      }),
    ),
  );
  for (const count of counts) expect(count).toBeLessThanOrEqual(500);
});
