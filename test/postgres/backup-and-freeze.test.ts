import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { makeBackup } from '../../server/backup/make-backup.ts';
import { restoreBackup } from '../../server/backup/restore-backup.ts';
import { openDatabase } from '../../server/db/connect.ts';
import type { Db } from '../../server/db/schema/index.ts';
import type { Deps } from '../../server/deps.ts';
import { freezeRound } from '../../server/rounds/freeze-round.ts';
import { buildRound } from '../support/build-round.ts';
import { anOwnBlock, DEGREE, INSTITUTION } from '../support/own-blocks.ts';
import { openTestDatabase, preparedDataDir, type TestDatabase } from '../support/test-db.ts';
import { testDeps } from '../support/test-deps.ts';
import { addOddities, everything } from '../support/whole-database.ts';

const quiet = () => undefined;
const now = () => new Date('2026-11-02T00:00:00Z');

let server: TestDatabase;
let deps: Deps;
beforeAll(async () => {
  server = await openTestDatabase();
  deps = await testDeps(server, now);
  await buildRound(deps, { id: 'frozen', persons: 300 });
  await freezeRound(deps, { roundId: 'frozen', progress: quiet });
  await buildRound(deps, { id: 'open', persons: 300, blocks: [INSTITUTION, DEGREE].map((owner) => anOwnBlock(owner)) });
  await addOddities(deps.ownerDb);
});
afterAll(() => server.close());

async function openEmbedded(): Promise<TestDatabase> {
  const dataDir = await preparedDataDir();
  const database = await openDatabase({ dataDir, databaseUrl: null });
  const close = async () => {
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { ...database, close, dataDir, databaseUrl: null };
}

test('a backup moves from a server to the embedded database, and back to another server', async () => {
  const file = join(server.dataDir, 'moving.backup');
  await makeBackup(deps, { file, progress: quiet });
  const embedded = await openEmbedded();
  const other = await openTestDatabase();
  try {
    const inside = await testDeps(embedded, now);
    expect(await restoreBackup(inside, { file, progress: quiet })).toMatchObject({ kind: 'restored' });
    const there = await everything(server.owner);
    expect(await everything(embedded.owner)).toEqual(there);
    const back = join(server.dataDir, 'back.backup');
    await makeBackup(inside, { file: back, progress: quiet });
    expect(await restoreBackup(await testDeps(other, now), { file: back, progress: quiet })).toMatchObject({
      kind: 'restored',
    });
    expect(await everything(other.owner)).toEqual(there);
  } finally {
    await embedded.close();
    await other.close();
  }
});

test('a backup is one moment: what is saved and removed meanwhile changes nothing in it', async () => {
  const before = await everything(server.owner);
  const file = join(server.dataDir, 'moment.backup');
  const changes: Promise<unknown>[] = [];
  await makeBackup(deps, {
    file,
    progress: () => {
      changes.push(
        sql`
          insert into survey.audit_event (on_date, kind, round_id) values ('2026-10-01', 'page_saved', 'open')`.execute(
          deps.ownerDb,
        ),
        sql`
          delete from answer.response
          where handle = (select handle from answer.response order by handle desc limit 1)`.execute(deps.ownerDb),
      );
    },
  });
  await Promise.all(changes);
  expect(changes.length).toBeGreaterThan(20);
  const target = await openTestDatabase();
  try {
    await restoreBackup(await testDeps(target, now), { file, progress: quiet });
    const restored = await everything(target.owner);
    // Numbers that were given meanwhile stay given.
    const ids = ['survey.audit_event.id', 'contact.import.id'];
    const rowsOf = (tables: Record<string, string[]>) => Object.entries(tables).filter(([name]) => !ids.includes(name));
    expect(rowsOf(restored)).toEqual(rowsOf(before));
    expect((await everything(server.owner))['answer.response']).not.toEqual(before['answer.response']);
  } finally {
    await target.close();
  }
});

/** Freezes a round while `isOpen` is open; returns the bytes of the table that held the answers. */
async function frozenBeside(id: string, db: Db, isOpen: (trx: Db) => Promise<unknown>): Promise<string> {
  await buildRound(deps, { id, persons: 60 });
  const said: string[] = [];
  let hasWaited = () => {};
  let freezing: Promise<unknown> = Promise.resolve();
  await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (reader) => {
      await isOpen(reader);
      const isWaiting = new Promise<void>((resolve) => {
        hasWaited = resolve;
      });
      freezing = freezeRound(deps, {
        roundId: id,
        progress: (line) => {
          said.push(line);
          if (line.includes('waiting for')) hasWaited();
        },
      });
      await isWaiting;
      expect(said.some((line) => line.includes('answer.response is written anew'))).toBe(false);
    });
  expect(await freezing).toMatchObject({ kind: 'frozen' });
  await sql`create extension if not exists pageinspect`.execute(deps.ownerDb);
  const { rows } = await sql<{ bytes: string | null }>`
    select string_agg(encode(get_raw_page('answer.response', page::int), 'hex'), '') as bytes
    from generate_series(0, pg_relation_size('answer.response') / current_setting('block_size')::int - 1) as page`.execute(
    deps.ownerDb,
  );
  return rows[0]?.bytes ?? '';
}

test('freezing waits for a reader that began earlier, so that no old version of a row stays', async () => {
  const bytes = await frozenBeside('read', deps.ownerDb, (trx) => sql`select count(*) from survey.round`.execute(trx));
  expect(bytes).not.toContain(Buffer.from(' of read-0000').toString('hex'));
});

test('and for a change in another database of the server', async () => {
  const other = await openTestDatabase();
  try {
    const bytes = await frozenBeside('beside', other.owner, (trx) =>
      sql`insert into survey.audit_event (on_date, kind) values ('2026-01-01', 'other')`.execute(trx),
    );
    expect(bytes).not.toContain(Buffer.from(' of beside-0000').toString('hex'));
  } finally {
    await other.close();
  }
});

test('two processes that freeze the same round at once lose and double nothing', async () => {
  const round = await buildRound(deps, { id: 'twice', persons: 700 });
  // Another process has a pool of its own, and knows nothing of the first one's work.
  const other = await openDatabase({ dataDir: '', databaseUrl: server.databaseUrl });
  const both = [deps.ownerDb, other.owner].map((ownerDb) =>
    freezeRound({ ...deps, ownerDb }, { roundId: 'twice', progress: quiet }).catch(String),
  );
  await Promise.all(both);
  await other.close();
  expect(await freezeRound(deps, { roundId: 'twice', progress: quiet })).toMatchObject({
    kind: expect.stringMatching(/^frozen/),
  });
  const answered = round.people.filter(({ state }) => state !== 'silent');
  const { rows } = await sql<{ count: number; people: number; target: number; texts: number }>`
    select (select count(*)::int from answer.frozen_response where round_id = 'twice') as count,
      (select count(*)::int from contact.person where round_id = 'twice') as people,
      (select sum(target)::int from survey.target_count where round_id = 'twice' and split = '') as target,
      (select count(*)::int from answer.frozen_text where round_id = 'twice') as texts`.execute(deps.ownerDb);
  const texts = answered
    .filter(({ state }) => state === 'sent')
    .flatMap(({ answers }) => Object.keys(answers).filter((code) => code.startsWith('open_')));
  expect(rows[0]).toEqual({ count: answered.length, people: 700, target: 700, texts: texts.length });
});
