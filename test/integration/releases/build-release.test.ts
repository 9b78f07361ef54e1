import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Deps } from '../../../server/deps.ts';
import { buildFromFiles } from '../../../server/releases/build-from-files.ts';
import { buildRoundRelease } from '../../../server/releases/build-round-release.ts';
import { ForeignFolderError, writeReleaseFiles } from '../../../server/releases/write-release-files.ts';
import { freezeRound } from '../../../server/rounds/freeze-round.ts';
import { buildRound, type BuiltRound } from '../../support/build-round.ts';
import { writeRoundFiles } from '../../support/round-files.ts';
import { openTestDatabase, type TestDatabase } from '../../support/test-db.ts';
import { testDeps } from '../../support/test-deps.ts';

const quiet = () => undefined;

let database: TestDatabase;
let deps: Deps;
let round: BuiltRound;
beforeAll(async () => {
  database = await openTestDatabase();
  deps = await testDeps(database, () => new Date('2026-11-02T00:00:00Z'));
  round = await buildRound(deps, { id: 'first', persons: 900 });
});
afterAll(() => database.close());

const build = (roundId: string, progress: (line: string) => void = quiet) =>
  buildRoundRelease(deps, { roundId, progress });

async function built(roundId: string) {
  const outcome = await build(roundId);
  if (outcome.kind !== 'built') throw new Error(outcome.kind);
  return outcome;
}

/** Everything that is stored of a release, as text. */
async function storedRelease(roundId: string): Promise<string[]> {
  const rows: string[] = [];
  for (const [table, key] of [
    ['release', 'id'],
    ['population', 'release_id'],
    ['cell', 'release_id'],
  ]) {
    const found = await sql<{ row: string }>`
      select (to_jsonb(one) - 'id' - 'release_id' - 'round_id')::text as row from ${sql.table(`release.${table}`)} as one
      where ${sql.ref(key ?? '')} = ${roundId}`.execute(deps.ownerDb);
    rows.push(...found.rows.map(({ row }) => `${table} ${row}`));
  }
  return rows.sort();
}

describe('building the release of a round', () => {
  test('needs a frozen round', async () => {
    expect(await build('first')).toEqual({ kind: 'not_frozen' });
    expect(await build('no-such')).toEqual({ kind: 'unknown_round' });
    expect(await storedRelease('first')).toEqual([]);
  });

  test('stores what may be shown, and a second time gives the same bytes and stores nothing', async () => {
    await freezeRound(deps, { roundId: 'first', progress: quiet });
    const first = await built('first');
    expect(first.isNew).toBe(true);
    const stored = await storedRelease('first');
    expect(stored.filter((row) => row.startsWith('cell ')).length).toBeGreaterThan(100);
    const again = await built('first');
    expect(again.isNew).toBe(false);
    expect([...again.files]).toEqual([...first.files]);
    expect(await storedRelease('first')).toEqual(stored);
  });

  test('gives the same tables as the two files, without a database', async () => {
    const { files } = await built('first');
    const paths = writeRoundFiles(database.dataDir, round);
    const outcome = await buildFromFiles(round.survey, { ...paths, progress: quiet });
    if (outcome.kind !== 'built') throw new Error(outcome.problem.reason);
    expect(outcome).toMatchObject({ population: { rejected: 0 }, answers: { rejected: 0 } });
    expect(outcome.responses).toBe(round.people.filter(({ state }) => state === 'sent').length);
    expect(outcome.files.get('tables.csv')).toBe(files.get('tables.csv'));
    expect([...outcome.files]).toEqual([...files]);
  });

  test('is refused when the frozen data have changed: one edition a round', async () => {
    const stored = await storedRelease('first');
    await sql`update answer.frozen_response set submitted = true where round_id = 'first' and not submitted`.execute(
      deps.ownerDb,
    );
    expect(await build('first')).toEqual({ kind: 'other_data' });
    expect(await storedRelease('first')).toEqual(stored);
  });

  test('stopped anywhere, shows nothing, and comes to the same release when begun again', async () => {
    await buildRound(deps, { id: 'whole', persons: 150, seed: 5 });
    await freezeRound(deps, { roundId: 'whole', progress: quiet });
    const lines: string[] = [];
    await build('whole', (line) => lines.push(line));
    const whole = await storedRelease('whole');

    await buildRound(deps, { id: 'stopped', persons: 150, seed: 5 });
    await freezeRound(deps, { roundId: 'stopped', progress: quiet });
    let stops = 0;
    for (let place = 0; place < lines.length; place += 5) {
      let left = place;
      const stop = () => {
        if (left === 0) throw new Error('killed');
        left -= 1;
      };
      // What an earlier try has done says nothing again, so that a later one may end before its place comes.
      const ended = await build('stopped', stop).then(
        () => 'built',
        (error: Error) => error.message,
      );
      if (ended === 'built') break;
      expect(ended).toBe('killed');
      stops += 1;
      expect((await storedRelease('stopped')).filter((row) => row.startsWith('release '))).toEqual([]);
    }
    expect(stops).toBeGreaterThan(1);
    await build('stopped');
    expect(await storedRelease('stopped')).toEqual(whole);
  }, 240_000);
});

describe('a release from files', () => {
  test('leaves out bad rows, says which and why, and uses the others', async () => {
    const paths = writeRoundFiles(database.dataDir, { ...round, id: 'damaged' });
    const lines = readFileSync(paths.responses, 'utf8').split('\n');
    const [header = '', second = '', third = '', ...rest] = lines;
    const stranger = second.replace(/^[^,]*/, 'nobody');
    writeFileSync(paths.responses, [header, stranger, 'one cell', third, ...rest].join('\n'));
    const outcome = await buildFromFiles(round.survey, { ...paths, progress: quiet });
    if (outcome.kind !== 'built') throw new Error(outcome.problem.reason);
    expect(outcome.answers.rejected).toBe(2);
    expect(outcome.responses).toBe(round.people.filter(({ state }) => state === 'sent').length - 1);
    const report = readFileSync(outcome.answers.report ?? '', 'utf8');
    expect(report).toMatch(/line 2, column person_key/);
    expect(report).toMatch(/line 3/);
  });

  test('says what is wrong with a file that cannot be read', async () => {
    const { population } = writeRoundFiles(database.dataDir, round);
    const outcome = await buildFromFiles(round.survey, { population, responses: '/no/such.csv', progress: quiet });
    expect(outcome).toMatchObject({ kind: 'unusable', file: '/no/such.csv' });
  });
});

describe('the files of a release', () => {
  const files = new Map([
    ['manifest.json', '{}\n'],
    ['tables.csv', 'release\n'],
    ['degrees/a.json', '1\n'],
  ]);
  const folder = (name: string) => join(database.dataDir, name);
  const read = (name: string) =>
    readdirSync(folder(name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
      .sort();

  test('are written once, and a second time leave the same', async () => {
    await writeReleaseFiles(folder('out'), files);
    await writeReleaseFiles(folder('out'), files);
    expect(read('out')).toEqual([...files.values()].sort());
  });

  test('complete a folder that a killed run left', async () => {
    mkdirSync(folder('half'));
    writeFileSync(join(folder('half'), 'tables.csv'), 'release\n');
    writeFileSync(join(folder('half'), 'manifest.json.part'), '{');
    await writeReleaseFiles(folder('half'), files);
    expect(read('half')).toEqual([...files.values()].sort());
  });

  test('never come between the files of something else', async () => {
    mkdirSync(folder('foreign'));
    writeFileSync(join(folder('foreign'), 'tables.csv'), 'another release\n');
    await expect(writeReleaseFiles(folder('foreign'), files)).rejects.toThrow(ForeignFolderError);
    expect(read('foreign')).toEqual(['another release\n']);
  });
});
