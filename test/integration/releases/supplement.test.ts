import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Deps } from '../../../server/deps.ts';
import { buildFromFiles } from '../../../server/releases/build-from-files.ts';
import { buildRoundRelease } from '../../../server/releases/build-round-release.ts';
import { importSupplement } from '../../../server/releases/import-supplement.ts';
import { verifyReleases } from '../../../server/releases/verify-release.ts';
import { writeReleaseFiles } from '../../../server/releases/write-release-files.ts';
import { freezeRound } from '../../../server/rounds/freeze-round.ts';
import { buildRound, type BuiltRound } from '../../support/build-round.ts';
import { writeRoundFiles } from '../../support/round-files.ts';
import { openTestDatabase, type TestDatabase } from '../../support/test-db.ts';
import { testDeps } from '../../support/test-deps.ts';

// Answers that come after the preliminary release of a round. The steps follow one another.

const quiet = () => undefined;
const LATE = 60;

let database: TestDatabase;
let deps: Deps;
let round: BuiltRound;
let late: BuiltRound;
let files: { first: ReturnType<typeof writeRoundFiles>; late: ReturnType<typeof writeRoundFiles> };
beforeAll(async () => {
  database = await openTestDatabase();
  deps = await testDeps(database, () => new Date('2026-11-02T00:00:00Z'));
  round = await buildRound(deps, { id: 'first', persons: 420, institutions: 2, degrees: 4 });
  late = { ...round, people: await latePeople(round) };
  const folder = join(database.dataDir, 'late');
  mkdirSync(folder);
  files = { first: writeRoundFiles(database.dataDir, round), late: writeRoundFiles(folder, late) };
}, 200_000);
afterAll(() => database.close());

/** People who said nothing while the round was open, with answers of others. */
async function latePeople({ people }: BuiltRound): Promise<BuiltRound['people']> {
  const sent = people.filter(({ state }) => state === 'sent');
  const asked = deps.ownerDb.selectFrom('contact.person').select('person_key').where('refused_on', 'is', null);
  const willing = new Set((await asked.execute()).map(({ person_key }) => person_key));
  const silent = people.filter(({ state, personKey }) => state === 'silent' && willing.has(personKey)).slice(0, LATE);
  return silent.map((one, index) => ({ ...one, state: 'sent', answers: sent[index]?.answers ?? {} }));
}

const build = async (roundId = 'first') => {
  const outcome = await buildRoundRelease(deps, { roundId, progress: quiet });
  if (outcome.kind !== 'built') throw new Error(outcome.kind);
  return outcome;
};
const add = (confirm = true, paths = files.late) => importSupplement(deps, { roundId: 'first', ...paths, confirm });

async function count(table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(deps.ownerDb);
  return rows[0]?.n ?? 0;
}

describe('late answers', () => {
  test('are not taken before the round is frozen and its release is read', async () => {
    expect(await add()).toEqual({ kind: 'not_frozen' });
    await freezeRound(deps, { roundId: 'first', progress: quiet });
    expect(await add()).toEqual({ kind: 'not_published' });
    await build();
  });

  test('are read without being written, and refused where there would be more answers than people', async () => {
    const before = await count('answer.frozen_response');
    expect(await add(false)).toMatchObject({ kind: 'done', added: late.people.length });
    expect(await count('answer.frozen_response')).toBe(before);
    // Everybody who sent, once more: nobody can tell who has answered, but there are not so many people.
    expect(await add(true, files.first)).toMatchObject({ kind: 'too_many' });
    expect(await count('answer.frozen_response')).toBe(before);
  });

  test('of somebody who refused meanwhile are left out', async () => {
    const [first] = late.people;
    if (!first) throw new Error('nobody is late');
    const refuse = (day: string | null) =>
      deps.ownerDb
        .updateTable('contact.person')
        .set({ refused_on: day })
        .where('person_key', '=', first.personKey)
        .execute();
    await refuse('2026-11-01');
    expect(await add(false)).toMatchObject({ added: late.people.length - 1, responses: { rejected: 1 } });
    await refuse(null);
  });

  test('are added once, without a person key, and their texts apart', async () => {
    expect(await add()).toMatchObject({ kind: 'done', added: late.people.length });
    expect(await add()).toEqual({ kind: 'supplemented' });
    const { rows } = await sql<{ row: string }>`
      select to_jsonb(one)::text as row from answer.frozen_response as one where supplement
      union all select to_jsonb(one)::text from answer.supplement_text as one`.execute(deps.ownerDb);
    expect(rows.length).toBeGreaterThan(late.people.length);
    for (const { row } of rows) for (const { personKey } of late.people) expect(row).not.toContain(`"${personKey}"`);
    expect(await count('answer.frozen_text')).toBeGreaterThan(0);
  });

  test('give a second edition, the same bytes as from files, in which what may not be renewed stands', async () => {
    const second = await build();
    expect(second).toMatchObject({ edition: 2, state: 'published', isNew: true });
    const paths = { population: files.first.population, responses: files.first.responses };
    const before = await buildFromFiles(round.survey, { ...paths, progress: quiet });
    if (before.kind !== 'built') throw new Error(before.problem.reason);
    const after = join(database.dataDir, 'first-edition');
    await writeReleaseFiles(after, before.files);
    const supplement = { responses: files.late.responses, after };
    const outcome = await buildFromFiles(round.survey, { ...paths, supplement, progress: quiet });
    if (outcome.kind !== 'built') throw new Error(outcome.problem.reason);
    expect([...outcome.files.keys()]).toEqual([...second.files.keys()]);
    for (const [name, text] of outcome.files) expect([name, text === second.files.get(name)]).toEqual([name, true]);
    const tables = second.files.get('tables.csv') ?? '';
    expect(tables).toContain('as_of_1');
    expect(tables).toMatch(/^amk-career.v2.2019-2020,2019-2020,nation,,,,,,,respondents,,\d+,,,\d+,$/m);
    expect(await verifyReleases(deps, 'first')).toEqual([
      expect.objectContaining({ problems: [] }),
      expect.objectContaining({ problems: [] }),
    ]);
  });

  test('a third time gives the same edition', async () => {
    expect(await build()).toMatchObject({ edition: 2, isNew: false });
  });

  test('the ledger names the people of both editions, and tells of what is counted anew alone', async () => {
    const people = await deps.ownerDb
      .selectFrom('publication.ledger_people')
      .select('atoms')
      .where('release_id', '=', 'first_2')
      .where('population_key', '=', 'nation')
      .executeTakeFirstOrThrow();
    const editions = new Set(people.atoms.map((atom) => atom.split('/')[0]));
    expect(editions).toEqual(new Set(['first#1', 'first#2']));
    const standing = await deps.ownerDb
      .selectFrom('release.population')
      .select('key')
      .where('release_id', '=', 'first_2')
      .where('as_of', '=', 1)
      .execute();
    const told = await deps.ownerDb
      .selectFrom('publication.ledger')
      .select('populations')
      .where('release_id', '=', 'first_2')
      .execute();
    const keys = new Set(told.flatMap(({ populations }) => populations));
    for (const { key } of standing) expect(keys).not.toContain(key);
    expect(keys).toContain('nation');
  });

  test('are not taken any more when the release is final', async () => {
    const other = await testDeps(database, () => new Date('2026-12-24T00:00:00Z'));
    await sql`update answer.frozen_response set supplement = false`.execute(deps.ownerDb);
    expect(await importSupplement(other, { roundId: 'first', ...files.late, confirm: true })).toEqual({
      kind: 'final',
    });
  });
});
