import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Deps } from '../../../server/deps.ts';
import { buildFromFiles } from '../../../server/releases/build-from-files.ts';
import { buildRoundRelease } from '../../../server/releases/build-round-release.ts';
import { writeReleaseFiles } from '../../../server/releases/write-release-files.ts';
import { freezeRound } from '../../../server/rounds/freeze-round.ts';
import { buildRound, type BuiltRound } from '../../support/build-round.ts';
import { writeRoundFiles } from '../../support/round-files.ts';
import { openTestDatabase, type TestDatabase } from '../../support/test-db.ts';
import { testDeps } from '../../support/test-deps.ts';

// Two rounds of the same degrees, most of them with few answers: what is shown of both together.

const quiet = () => undefined;
const SIZE = { persons: 260, institutions: 3, degrees: 14 };
const YEARS = '2016-2020';

let database: TestDatabase;
let deps: Deps;
let rounds: BuiltRound[];
let released: ReadonlyMap<string, string>[];
beforeAll(async () => {
  database = await openTestDatabase();
  deps = await testDeps(database, () => new Date('2026-11-02T00:00:00Z'));
  rounds = [
    await buildRound(deps, { id: 'before', ...SIZE, seed: 3, year: 2017 }),
    await buildRound(deps, { id: 'newest', ...SIZE, seed: 4, year: 2020 }),
  ];
  released = [];
  for (const { id } of rounds) {
    await freezeRound(deps, { roundId: id, progress: quiet });
    released.push(await build(id));
  }
}, 300_000);
afterAll(() => database.close());

async function build(roundId: string): Promise<ReadonlyMap<string, string>> {
  const outcome = await buildRoundRelease(deps, { roundId, progress: quiet });
  if (outcome.kind !== 'built') throw new Error(outcome.kind);
  return outcome.files;
}

const rowsOf = (files: ReadonlyMap<string, string> | undefined): string[][] =>
  (files?.get('tables.csv') ?? '').split('\n').map((line) => line.split(','));

describe('several rounds together', () => {
  test('stand beside the figures of the newest round, and in none before it', () => {
    const periods = released.map((files) => new Set(rowsOf(files).map(([, period]) => period)));
    expect(periods[0]).not.toContain(YEARS);
    expect(periods[1]).toContain(YEARS);
    const manifest: unknown = JSON.parse(released[1]?.get('manifest.json') ?? '');
    expect(manifest).toMatchObject({
      windows: [{ period: YEARS, rounds: ['2016-2017', '2019-2020'], beside: ['2016-2017'] }],
    });
    expect([...(released[1]?.keys() ?? [])].some((name) => name.startsWith(`windows/${YEARS}/`))).toBe(true);
  });

  test('come out the same from files, beside the release of the round before', async () => {
    const folders = rounds.map(({ id }) => join(database.dataDir, id));
    for (const [index, round] of rounds.entries()) {
      const folder = folders[index] ?? '';
      mkdirSync(folder, { recursive: true });
      const paths = writeRoundFiles(folder, round);
      copyFileSync(paths.population, join(folder, 'population.csv'));
      copyFileSync(paths.responses, join(folder, 'responses.csv'));
    }
    await writeReleaseFiles(join(folders[0] ?? '', 'release'), released[0] ?? new Map());
    const [own = '', newest] = [folders[1], rounds[1]];
    if (!newest) throw new Error('no round');
    const outcome = await buildFromFiles(newest.survey, {
      population: join(own, 'population.csv'),
      responses: join(own, 'responses.csv'),
      earlier: folders.slice(0, 1),
      progress: quiet,
    });
    if (outcome.kind !== 'built') throw new Error(outcome.problem.reason);
    expect(outcome.files.get('tables.csv')).toBe(released[1]?.get('tables.csv'));
    expect([...outcome.files]).toEqual([...(released[1] ?? [])]);
  });

  test('are the same when each release is built once more', async () => {
    expect([...(await build('newest'))]).toEqual([...(released[1] ?? [])]);
    expect([...(await build('before'))]).toEqual([...(released[0] ?? [])]);
  });

  test('are written into the ledger with the people of each round', async () => {
    const { rows } = await sql<{ atoms: string[] }>`
      select atoms from publication.ledger_people where population_key = ${`nation~${YEARS}`}`.execute(deps.ownerDb);
    const names = new Set(rows.flatMap(({ atoms }) => atoms.map((atom) => atom.split('/')[0])));
    expect(names).toEqual(new Set(['before#1', 'newest#1']));
  });
});
