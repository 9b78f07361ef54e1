import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Deps } from '../../../server/deps.ts';
import { buildFromFiles, type FromFilesCommand } from '../../../server/releases/build-from-files.ts';
import { buildRoundRelease } from '../../../server/releases/build-round-release.ts';
import { importSupplement } from '../../../server/releases/import-supplement.ts';
import { OtherRoundsError } from '../../../server/releases/publish-draft.ts';
import { publishInvented } from '../../../server/releases/publish-invented.ts';
import { verifyReleases } from '../../../server/releases/verify-release.ts';
import { writeReleaseFiles } from '../../../server/releases/write-release-files.ts';
import { freezeRound } from '../../../server/rounds/freeze-round.ts';
import { buildRound, type BuiltRound } from '../../support/build-round.ts';
import { writeRoundFiles } from '../../support/round-files.ts';
import { openTestDatabase, type TestDatabase } from '../../support/test-db.ts';
import { testDeps } from '../../support/test-deps.ts';

// Two rounds of the same degrees, most of them with few answers: what is shown of both together. The steps follow
// one another.

const quiet = () => undefined;
const SIZE = { persons: 130, institutions: 2, degrees: 10 };
const YEARS = '2016-2020';
const LATE = 25;
type Files = ReadonlyMap<string, string>;

let database: TestDatabase;
let deps: Deps;
let before: BuiltRound;
let newest: BuiltRound;
let late: BuiltRound;
let released: { before: Files; newest: Files };
/** Of each round population.csv and responses.csv, and the late answers of the newest. */
let folders: { before: string; newest: string; late: string };
beforeAll(async () => {
  database = await openTestDatabase();
  deps = await testDeps(database, () => new Date('2026-11-02T00:00:00Z'));
  before = await buildRound(deps, { id: 'before', ...SIZE, seed: 3, year: 2017 });
  newest = await buildRound(deps, { id: 'newest', ...SIZE, seed: 4, year: 2020 });
  late = { ...newest, people: await latePeople(newest) };
  folders = { before: written('before', before), newest: written('newest', newest), late: written('late', late) };
  for (const { id } of [before, newest]) await freezeRound(deps, { roundId: id, progress: quiet });
  released = { before: await build('before'), newest: await build('newest', true) };
}, 300_000);
afterAll(() => database.close());

/** People who said nothing while the round was open, with answers of others. */
async function latePeople({ id, people }: BuiltRound): Promise<BuiltRound['people']> {
  const asked = deps.ownerDb.selectFrom('contact.person').select('person_key').where('refused_on', 'is', null);
  const willing = new Set((await asked.where('round_id', '=', id).execute()).map(({ person_key }) => person_key));
  const sent = people.filter(({ state }) => state === 'sent');
  const silent = people.filter(({ state, personKey }) => state === 'silent' && willing.has(personKey)).slice(0, LATE);
  return silent.map((one, index) => ({ ...one, state: 'sent', answers: sent[index]?.answers ?? {} }));
}

function written(name: string, round: BuiltRound): string {
  const folder = join(database.dataDir, name);
  mkdirSync(folder, { recursive: true });
  for (const [kind, path] of Object.entries(writeRoundFiles(folder, round)))
    copyFileSync(path, join(folder, `${kind}.csv`));
  return folder;
}

async function build(roundId: string, asDraft = false): Promise<Files> {
  const outcome = await buildRoundRelease(deps, { roundId, asDraft, progress: quiet });
  if (outcome.kind !== 'built') throw new Error(outcome.kind);
  return outcome.files;
}

async function fromFiles(more: Partial<FromFilesCommand>): Promise<Files> {
  const [population, responses] = [join(folders.newest, 'population.csv'), join(folders.newest, 'responses.csv')];
  const sources = { population, responses, earlier: [folders.before], progress: quiet, ...more };
  const outcome = await buildFromFiles(newest.survey, sources);
  if (outcome.kind !== 'built') throw new Error(outcome.problem.reason);
  return outcome.files;
}

const rowsOf = (files: Files): string[][] =>
  (files.get('tables.csv') ?? '')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
const windowRows = (files: Files): string[] =>
  rowsOf(files)
    .filter(([, period]) => period === YEARS)
    .map((row) => row.slice(0, -1).join());

function expectSame(files: Files, other: Files): void {
  expect([...files.keys()]).toEqual([...other.keys()]);
  for (const [name, text] of files) expect([name, text === other.get(name)]).toEqual([name, true]);
}

describe('several rounds together', () => {
  test('stand beside the figures of the newest round, and in none before it', () => {
    expect(windowRows(released.before)).toEqual([]);
    expect(windowRows(released.newest).length).toBeGreaterThan(100);
    const manifest: unknown = JSON.parse(released.newest.get('manifest.json') ?? '');
    expect(manifest).toMatchObject({
      windows: [{ period: YEARS, rounds: ['2016-2017', '2019-2020'], beside: ['2016-2017'] }],
    });
    expect([...released.newest.keys()].some((name) => name.startsWith(`windows/${YEARS}/`))).toBe(true);
  });

  test('are not published beside other rounds than they were built beside', async () => {
    const rename = async (period: string): Promise<unknown> =>
      sql`update release.release set period = ${period} where round_id = 'before'`.execute(deps.ownerDb);
    const publish = async (): Promise<void> => publishInvented(deps, { roundId: 'newest', progress: quiet });
    await rename('2014-2015');
    await expect(publish()).rejects.toThrow(OtherRoundsError);
    await rename('2016-2017');
    await publish();
  });

  test('come out the same from files, beside the release of the round before', async () => {
    await writeReleaseFiles(join(folders.before, 'release'), released.before);
    expectSame(await fromFiles({}), released.newest);
  }, 100_000);

  test('are the same when each release is built once more', async () => {
    expectSame(await build('newest'), released.newest);
    expectSame(await build('before'), released.before);
  }, 100_000);

  test('are written into the ledger with the people of each round', async () => {
    expect(await roundsInLedger('newest')).toEqual(new Set(['before#1', 'newest#1']));
  });

  test('stand as they were where late answers came', async () => {
    const files = { population: join(folders.late, 'population.csv'), responses: join(folders.late, 'responses.csv') };
    const added = await importSupplement(deps, { roundId: 'newest', ...files, confirm: true });
    expect(added).toMatchObject({ kind: 'done', added: late.people.length });
    const second = await build('newest');
    expect(windowRows(second)).toEqual(windowRows(released.newest));
    const flags = rowsOf(second).flatMap((row) => (row[1] === YEARS && row[2] === 'nation' ? [row.at(-1)] : []));
    expect(new Set(flags)).toEqual(new Set(['as_of_1']));
    const after = join(database.dataDir, 'first-edition');
    await writeReleaseFiles(after, released.newest);
    expectSame(await fromFiles({ supplement: { responses: files.responses, after } }), second);
    for (const id of ['before', 'newest']) {
      for (const { problems } of await verifyReleases(deps, id)) expect(problems).toEqual([]);
    }
    expect(await roundsInLedger('newest_2')).toEqual(new Set());
  }, 200_000);
});

async function roundsInLedger(releaseId: string): Promise<ReadonlySet<string>> {
  const people = deps.ownerDb.selectFrom('publication.ledger_people').select('atoms');
  const rows = await people
    .where('release_id', '=', releaseId)
    .where('population_key', '=', `nation~${YEARS}`)
    .execute();
  return new Set(rows.flatMap(({ atoms }) => atoms.map((atom) => atom.split('/')[0] ?? '')));
}
