import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { sealAuditEvents } from '../../server/audit/seal-events.ts';
import { lockSeals } from '../../server/audit/chain-store.ts';
import { insertAuditEvent } from '../../server/audit/store.ts';
import { verifyLog } from '../../server/audit/verify-log.ts';
import type { Db } from '../../server/db/schema/index.ts';
import { openTestDatabase, type TestDatabase } from '../support/test-db.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const note = (db: Db, kind = 'round_opened') => insertAuditEvent(db, { on_date: '2026-11-12', kind, round_id: null });
const check = () => verifyLog({ ownerDb: database.owner }, null);

test('no role of the pages changes or takes out an entry or a seal, or seals anything', async () => {
  await note(database.web);
  await sealAuditEvents({ ownerDb: database.owner });
  const deeds = ['survey.audit_event', 'survey.audit_seal'].flatMap((table) => [
    `delete from ${table}`,
    `truncate ${table}`,
    `alter table ${table} disable trigger all`,
    `drop trigger keep on ${table}`,
  ]);
  const all = [
    ...deeds,
    "update survey.audit_event set kind = 'x'",
    "update survey.audit_seal set hash = 'x'",
    "insert into survey.audit_seal values (9, 9, 'x', 'x')",
    'drop function survey.keep_audit() cascade',
  ];
  for (const role of ['uras_web', 'uras_report']) {
    for (const deed of all) {
      const attempt = database.owner.transaction().execute(async (trx) => {
        // Even where a role says that it restores a backup.
        await sql`select set_config('uras.restoring', 'on', true)`.execute(trx);
        await sql`set local role ${sql.id(role)}`.execute(trx);
        await sql.raw(deed).execute(trx);
      });
      await expect(attempt).rejects.toThrow(/permission denied|must be owner/);
    }
  }
  expect(await check()).toMatchObject({ sealed: '1', problem: null });
});

test('an entry whose transaction is still open holds up neither the seals of others nor other writers', async () => {
  let end = () => {};
  const isOver = new Promise<void>((resolve) => {
    end = resolve;
  });
  let begun = () => {};
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const slow = database.web.transaction().execute(async (trx) => {
    await note(trx, 'round_closed');
    begun();
    await isOver;
  });
  await hasBegun;
  const before = Number((await check()).sealed);
  for (let entry = 0; entry < 10; entry += 1) await note(database.web);
  expect(await check()).toMatchObject({ sealed: String(before + 10), problem: null });
  end();
  await slow;
  // It came before them and finished after them: it has the place of its end.
  expect(await check()).toMatchObject({ sealed: String(before + 11), unsealed: 0, problem: null });
});

test('nobody who writes waits for whoever seals', async () => {
  await database.owner.transaction().execute(async (trx) => {
    await lockSeals(trx);
    for (let entry = 0; entry < 10; entry += 1) await note(database.web);
  });
  expect(await check()).toMatchObject({ unsealed: 0, problem: null });
});

test('many writers and several sealers at once: every finished entry has one place, and none is lost', async () => {
  const before = Number((await check()).sealed);
  let writing = true;
  const sealers = Array.from({ length: 3 }, async () => {
    while (writing) await sealAuditEvents({ ownerDb: database.owner });
  });
  const writers = Array.from({ length: 8 }, async (_, writer) => {
    for (let entry = 0; entry < 40; entry += 1) {
      const writeOne = database.web.transaction().execute(async (trx) => {
        await note(trx, `kind_${writer}`);
        if (entry % 4 === 0) throw new Error('undone');
      });
      await writeOne.catch(() => undefined);
    }
  });
  await Promise.all(writers);
  writing = false;
  await Promise.all(sealers);
  expect(await check()).toMatchObject({ sealed: String(before + 8 * 30), unsealed: 0, problem: null });
}, 60_000);
