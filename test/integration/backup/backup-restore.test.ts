import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { trailerLine } from '../../../server/backup/backup-format.ts';
import { makeBackup } from '../../../server/backup/make-backup.ts';
import { restoreBackup } from '../../../server/backup/restore-backup.ts';
import { BACKED_UP_TABLES, PASSING_TABLES } from '../../../server/backup/tables.ts';
import { createHash } from 'node:crypto';
import type { Deps } from '../../../server/deps.ts';
import { freezeRound } from '../../../server/rounds/freeze-round.ts';
import { buildRound } from '../../support/build-round.ts';
import { openTestDatabase, type TestDatabase } from '../../support/test-db.ts';
import { testDeps } from '../../support/test-deps.ts';
import { addOddities, everything } from '../../support/whole-database.ts';

const quiet = () => undefined;
const now = () => new Date('2026-11-02T00:00:00Z');

let from: TestDatabase;
let deps: Deps;
let file: string;
beforeAll(async () => {
  from = await openTestDatabase();
  deps = await testDeps(from, now);
  await buildRound(deps, { id: 'frozen', persons: 400 });
  await freezeRound(deps, { roundId: 'frozen', progress: quiet });
  await buildRound(deps, { id: 'open', persons: 400 });
  await addOddities(deps.ownerDb);
  file = join(from.dataDir, 'all.backup');
  await makeBackup(deps, { file, progress: quiet });
});
afterAll(() => from.close());

test('every table is in a backup, but what passes within hours', async () => {
  const { rows } = await sql<{ name: string }>`
    select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema in ('survey', 'contact', 'answer', 'release', 'staff', 'publication')`.execute(from.owner);
  const known: string[] = [...BACKED_UP_TABLES.map(({ name }) => name), ...PASSING_TABLES];
  expect(rows.map(({ name }) => name).sort()).toEqual(known.sort());
});

test('the file is private, and no part of it is left under another name', () => {
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(from.dataDir).filter((name) => name.startsWith('all.backup'))).toEqual(['all.backup']);
});

test('the keys of rounds are not in the file', () => {
  const keyFile = readFileSync(join(from.dataDir, 'keys', 'open.key'));
  const content = gunzipSync(readFileSync(file)).toString('latin1');
  for (const text of [keyFile.toString('latin1'), keyFile.toString('hex'), keyFile.toString('base64')]) {
    expect(content.includes(text)).toBe(false);
  }
});

describe('restoring', () => {
  let to: TestDatabase;
  let target: Deps;
  beforeEach(async () => {
    to = await openTestDatabase();
    target = await testDeps(to, now);
  });
  afterEach(() => to.close());

  const restore = (name: string) => restoreBackup(target, { file: name, progress: quiet });
  const lines = () => gunzipSync(readFileSync(file)).toString('utf8').split('\n').slice(0, -1);

  /** A backup of other lines, whole in itself. */
  function rewritten(name: string, body: readonly string[]): string {
    const text = body.map((line) => line + '\n').join('');
    const trailer = JSON.parse(lines().at(-1) ?? '') as Parameters<typeof trailerLine>[0]; // our own trailer
    const sha256 = createHash('sha256').update(text).digest('hex');
    const path = join(to.dataDir, name);
    writeFileSync(path, gzipSync(text + trailerLine({ rows: trailer.rows, sequences: trailer.sequences, sha256 })));
    return path;
  }

  async function expectUntouched(): Promise<void> {
    expect(await target.ownerDb.selectFrom('survey.round').selectAll().execute()).toEqual([]);
    expect(await target.ownerDb.selectFrom('survey.definition').selectAll().execute()).not.toEqual([]);
  }

  test('gives back every row and every number', async () => {
    const outcome = await restore(file);
    expect(outcome).toMatchObject({
      kind: 'restored',
      made_on: '2026-11-02',
      rounds: [
        { round: 'frozen', keys: 'not_needed' },
        { round: 'open', keys: 'missing' },
      ],
    });
    const [there, here] = [await everything(from.owner), await everything(to.owner)];
    expect(here).toEqual(there);
    expect(here['answer.response']?.length).toBeGreaterThan(100);
    await sql`insert into survey.audit_event (on_date, kind) values ('2026-01-01', 'next')`.execute(to.owner);
  });

  test('halts steps of messages that were under way: some may have left since the backup', async () => {
    const step = { round_id: 'open', plan_version: 1, channel: 'mail' as const, starts_at: now(), expected: 1 };
    await from.owner
      .insertInto('survey.message_plan')
      .values({ round_id: 'open', version: 1, content: '{}', hash: '0', saved_on: '2026-08-01' })
      .execute();
    for (const state of ['scheduled', 'sending', 'done'] as const) {
      await from.owner
        .insertInto('contact.message_step')
        .values({ ...step, step: state, state })
        .execute();
    }
    const later = join(from.dataDir, 'sending.backup');
    await makeBackup(deps, { file: later, progress: quiet });
    await from.owner.deleteFrom('contact.message_step').execute();
    await from.owner.deleteFrom('survey.message_plan').execute();
    expect(await restore(later)).toMatchObject({ kind: 'restored' });
    const steps = await to.owner.selectFrom('contact.message_step').select(['step', 'state']).orderBy('step').execute();
    expect(steps.map(({ step: code, state }) => `${code} ${state}`)).toEqual([
      'done done',
      'scheduled paused',
      'sending paused',
    ]);
  });

  test('gives back a round that can be frozen without its keys', async () => {
    await restore(file);
    const outcome = await freezeRound(target, { roundId: 'open', progress: quiet });
    expect(outcome).toMatchObject({ kind: 'frozen' });
  });

  test('refuses a database that has rounds', async () => {
    await restore(file);
    expect(await restore(file)).toEqual({ kind: 'not_empty', rounds: 2, ownBlocks: 0 });
  });

  test('refuses a file that is cut, anywhere', async () => {
    const whole = readFileSync(file);
    const cut = join(to.dataDir, 'cut');
    for (const length of [0, 5, 100, Math.floor(whole.length / 2), whole.length - 9, whole.length - 1]) {
      writeFileSync(cut, whole.subarray(0, length));
      expect(await restore(cut)).toMatchObject({ kind: 'unusable' });
    }
    const text = lines();
    writeFileSync(
      cut,
      gzipSync(
        text
          .slice(0, -1)
          .map((line) => line + '\n')
          .join(''),
      ),
    );
    expect(await restore(cut)).toEqual({ kind: 'unusable', reason: 'it is cut: its end is missing' });
    writeFileSync(
      cut,
      gzipSync(
        text
          .filter((_line, index) => index !== 3)
          .map((line) => line + '\n')
          .join(''),
      ),
    );
    expect(await restore(cut)).toMatchObject({ reason: expect.stringContaining('checksum') });
    await expectUntouched();
  });

  test('refuses what is no backup', async () => {
    const other = join(to.dataDir, 'other');
    expect(await restore(other)).toMatchObject({ reason: 'there is no such file' });
    writeFileSync(other, 'person_key,institution\n');
    expect(await restore(other)).toMatchObject({ reason: 'it is damaged, or no gzip file at all' });
    writeFileSync(other, gzipSync('{"a":1}\n'));
    expect(await restore(other)).toMatchObject({ reason: 'it is no backup of Uraseuranta' });
    await expectUntouched();
  });

  test('writes all or nothing: a row that the database refuses undoes everything', async () => {
    const body = lines().slice(0, -1);
    const at = body.findIndex((line) => line.startsWith('{"table":"release.population"'));
    const broken = (body[at] ?? '').replace('"target":400', '"target":null');
    const path = rewritten('broken', body.with(at, broken));
    await expect(restore(path)).rejects.toThrow();
    await expectUntouched();
  });

  test('takes a backup of an earlier schema, and brings it up to date', async () => {
    const [header = '', ...rest] = lines().slice(0, -1);
    const earlier = JSON.parse(header) as { migrations: string[] }; // our own header
    // From here on every table that has rows in this backup has its name.
    const then = earlier.migrations.indexOf('20261126T1805-chain-of-audit-events') + 1;
    expect([then > 0, earlier.migrations.length > then]).toEqual([true, true]);
    const path = rewritten('earlier', [
      JSON.stringify({ ...earlier, migrations: earlier.migrations.slice(0, then) }),
      ...rest,
    ]);
    expect(await restore(path)).toMatchObject({ kind: 'restored' });
    expect(await everything(to.owner)).toEqual(await everything(from.owner));
  });

  test('refuses a backup of a later schema, or of a definition that is not here or has changed', async () => {
    const [header = '', ...rest] = lines().slice(0, -1);
    const later = JSON.parse(header) as { migrations: string[] }; // our own header
    const withMore = JSON.stringify({ ...later, migrations: [...later.migrations, '20991231T0000-later'] });
    expect(await restore(rewritten('later', [withMore, ...rest]))).toMatchObject({
      reason: expect.stringContaining('newer version'),
    });
    const other = rest.map((line) =>
      line.replaceAll('"survey":"amk-career","version":2', '"survey":"amk-career","version":99'),
    );
    expect(await restore(rewritten('other', [header, ...other]))).toMatchObject({
      reason: expect.stringContaining('does not have'),
    });
    const changed = rest.map((line) => line.replace(/"hash":"[0-9a-f]{8}/g, '"hash":"00000000'));
    expect(await restore(rewritten('changed', [header, ...changed]))).toMatchObject({
      reason: expect.stringContaining('has changed'),
    });
    await expectUntouched();
  });
});

test('savers come in between, and nothing that was saved before is missing', async () => {
  const lively = join(from.dataDir, 'lively.backup');
  const before = await deps.ownerDb.selectFrom('answer.response').select('handle').execute();
  let saves = 0;
  let longest = 0;
  let isRunning = true;
  const saver = (async () => {
    while (isRunning) {
      const start = performance.now();
      await sql`
        insert into answer.response (handle, round_id, survey, version, background, answers, question_order, pages_saved, language)
        values (sha256(${String(saves)}::text::bytea), 'open', 'amk-career', 2, '{}', '{}', '{}', '{}', 'fi')`.execute(
        deps.ownerDb,
      );
      longest = Math.max(longest, performance.now() - start);
      saves += 1;
    }
  })();
  await makeBackup(deps, { file: lively, progress: quiet });
  isRunning = false;
  await saver;
  process.stderr.write(`${saves} saves during the backup, the slowest ${longest.toFixed(0)} ms\n`);
  expect(saves).toBeGreaterThan(3);
  const content = gunzipSync(readFileSync(lively)).toString('utf8');
  const missing = before.filter(({ handle }) => !content.includes(handle.toString('hex')));
  expect(missing).toEqual([]);
});
