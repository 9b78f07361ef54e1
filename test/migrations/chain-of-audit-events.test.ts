import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { verifyLog } from '../../server/audit/verify-log.ts';
import { dropSchemas, migrationNames, runMigrations } from '../../server/db/rebuild-schema.ts';
import { openTestDatabase, type TestDatabase } from '../support/test-db.ts';

const NAME = '20261126T1805-chain-of-audit-events';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test('entries of staff move into the chain in their order, and notes of people who answer stay beside it', async () => {
  const names = await migrationNames();
  const place = names.indexOf(NAME);
  const { owner } = database;
  await owner.transaction().execute(async (trx) => {
    await dropSchemas(trx);
    await runMigrations(trx, names.slice(0, place));
    await sql`
      insert into survey.audit_event (on_date, kind, round_id, detail, count) values
      ('2026-09-01', 'population_imported', null, '{"rows": 3}', 1), ('2026-10-01', 'page_saved', null, '{}', 1),
      ('2026-10-01', 'submitted', null, '{}', 1), ('2026-10-02', 'staff_signed_in', null, '{"person": "x"}', 1),
      ('2026-10-31', 'refused', null, '{}', 12), ('2026-11-02', 'release_built', null, '{}', 1)`.execute(trx);
    await runMigrations(trx, names.slice(place));
  });
  const entries = await owner.selectFrom('survey.audit_event').selectAll().orderBy('id').execute();
  expect(entries.map(({ at, on_date, kind, detail }) => [at, on_date, kind, detail])).toEqual([
    [null, '2026-09-01', 'population_imported', { rows: 3 }],
    [null, '2026-10-02', 'staff_signed_in', { person: 'x' }],
    [null, '2026-11-02', 'release_built', {}],
  ]);
  const notes = await owner.selectFrom('survey.answering_event').selectAll().orderBy('id').execute();
  expect(notes.map(({ kind, count }) => [kind, count])).toEqual([
    ['page_saved', 1],
    ['submitted', 1],
    ['refused', 12],
  ]);
  expect(await verifyLog({ ownerDb: owner }, null)).toMatchObject({ sealed: '3', unsealed: 0, problem: null });
});
