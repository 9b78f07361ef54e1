import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { insertAuditEvent } from '../../../server/audit/store.ts';
import { sealAuditEvents } from '../../../server/audit/seal-events.ts';
import type { Deps } from '../../../server/deps.ts';
import { runWords } from '../../support/run-words.ts';
import { openTestDatabase, type TestDatabase } from '../../support/test-db.ts';
import { testDeps } from '../../support/test-deps.ts';

let database: TestDatabase;
let deps: Deps;
beforeAll(async () => {
  database = await openTestDatabase();
  deps = await testDeps(database);
});
afterAll(() => database.close());

const note = (kind: string, db = deps.ownerDb) =>
  insertAuditEvent(db, { on_date: '2026-11-12', kind, round_id: 'r', detail: { messages: 3 } });

const uras = (...words: string[]) => runWords(deps, '.', ...words);

/** What somebody who owns the database does: the trigger is in nobody's way who can drop it. */
async function byForce(statement: ReturnType<typeof sql>): Promise<void> {
  await deps.ownerDb.transaction().execute(async (trx) => {
    await sql`select set_config('uras.restoring', 'on', true)`.execute(trx);
    await statement.execute(trx);
  });
}

const headOf = async () => (await uras('audit', 'head')).out.trim();

test('entries get their places in the chain when their transactions have ended, and the log agrees', async () => {
  for (let entry = 0; entry < 450; entry += 1) await note('round_opened');
  await expect(
    deps.ownerDb.transaction().execute(async (trx) => {
      await note('round_closed', trx);
      throw new Error('undone');
    }),
  ).rejects.toThrow('undone');
  await note('round_closed');
  await sealAuditEvents(deps);
  const { code, out } = await uras('audit', 'verify', '--json');
  expect([code, JSON.parse(out)]).toEqual([
    0,
    { sealed: 451, unsealed: 0, head: expect.stringMatching(/^451:[0-9a-f]{64}$/), problem: null },
  ]);
});

test('an entry is neither changed nor taken out by a slip', async () => {
  await expect(sql`update survey.audit_event set count = 2`.execute(deps.ownerDb)).rejects.toThrow(/only ever added/);
  await expect(sql`delete from survey.audit_event`.execute(deps.ownerDb)).rejects.toThrow(/only ever added/);
  await expect(sql`truncate survey.audit_seal`.execute(deps.ownerDb)).rejects.toThrow(/only ever added/);
});

test('a kept head is found again when the log has grown', async () => {
  const head = await headOf();
  await note('round_opened');
  const { code, out } = await uras('audit', 'verify', '--head', head);
  expect([code, out]).toEqual([0, expect.stringContaining('agrees with it')]);
  expect((await uras('audit', 'verify', '--head', 'x')).err).toContain('uras audit head');
});

test.each([
  [
    'changed',
    sql`update survey.audit_event set detail = '{"messages": 4}' where id = 17`,
    sql`update survey.audit_event set detail = '{"messages": 3}' where id = 17`,
    /entry 17 \(row 17 .*says something else/s,
  ],
  [
    'taken out',
    sql`delete from survey.audit_event where id = 30`,
    sql`truncate survey.audit_event, survey.audit_seal restart identity`,
    /entry 30 \(row 30 .*was removed and its seal is left/s,
  ],
])('the first entry that was %s is named', async (_deed, break_, mend, words) => {
  await byForce(break_);
  const { code, out, err } = await uras('audit', 'verify');
  await byForce(mend);
  expect([code, out, err]).toEqual([1, expect.stringMatching(words), expect.stringContaining('not as it was written')]);
});

test('an end that was cut off with its seals shows by the head that was kept', async () => {
  for (let entry = 0; entry < 5; entry += 1) await note('letters_exported');
  const head = await headOf();
  await byForce(sql`delete from survey.audit_seal where number > 3`);
  await byForce(sql`delete from survey.audit_event where id > 3`);
  expect((await uras('audit', 'verify')).code).toBe(0);
  const cut = await uras('audit', 'verify', '--head', head);
  expect([cut.code, cut.out]).toEqual([1, expect.stringContaining('The end was cut off')]);
  for (let entry = 0; entry < 3; entry += 1) await note('round_opened');
  const other = await uras('audit', 'verify', '--head', head);
  expect([other.code, other.out]).toEqual([1, expect.stringContaining('The log was written anew: entry 5')]);
});
