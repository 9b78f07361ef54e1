import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { appendFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Deps } from '../../../server/deps.ts';
import { answerHandle, contactHash, deriveCode } from '../../../server/invitations/code.ts';
import { runJson, runWords } from '../../support/run-words.ts';
import { createOpenRound, simulateFiles } from '../../support/simulated-files.ts';
import { openTestDatabase, type TestDatabase } from '../../support/test-db.ts';
import { testDeps } from '../../support/test-deps.ts';

let database: TestDatabase;
let deps: Deps;
beforeAll(async () => {
  database = await openTestDatabase();
  deps = await testDeps(database);
});
afterAll(() => database.close());

const run = (...words: string[]) => runWords(deps, database.dataDir, ...words);
const json = (...words: string[]) => runJson(deps, database.dataDir, ...words);
const people = (roundId: string) =>
  deps.ownerDb.selectFrom('contact.person').selectAll().where('round_id', '=', roundId).orderBy('person_key').execute();

const HEADER =
  'person_key,institution,degree,graduation_date,gender,birth_year,study_language,contact_language,email,phone\n';
const row = (key: string, rest = 'X0101,671112,2020-05-31,female,1995,fi,sv,a@example.org,+358401234567') =>
  `${key},${rest}\n`;

function file(name: string, ...rows: string[]): string {
  const path = join(database.dataDir, name);
  writeFileSync(path, HEADER + rows.join(''));
  return path;
}

describe('a population', () => {
  test('goes in once: without --confirm nothing, with it all, and the same file again changes nothing', async () => {
    await createOpenRound(deps, database.dataDir, 'whole');
    const { population } = await simulateFiles(deps, database.dataDir, 1200);
    const dry = await json('population', 'import', '--round', 'whole', population);
    expect(dry).toMatchObject({ confirmed: false, rows: 1200, added: 1200, rejected: 0, report: null, invented: true });
    expect(await people('whole')).toEqual([]);
    expect(await json('population', 'import', 'whole', population, '--confirm')).toMatchObject({
      added: 1200,
      changed: 0,
    });
    const first = await people('whole');
    const again = await json('population', 'import', '--round', 'whole', population, '--confirm');
    expect(again).toMatchObject({ rows: 1200, added: 0, changed: 0, unchanged: 1200, rejected: 0 });
    expect(await people('whole')).toEqual(first);
    const keys = deps.keys.allRoundKeys().get('whole');
    if (!keys) throw new Error('no keys');
    for (const person of first.slice(0, 20)) {
      expect(person.code_hash?.equals(contactHash(keys, deriveCode(keys, person.person_key, 0)))).toBe(true);
    }
  });

  test('takes the good rows; the bad ones are told, kept for mending, and go in when mended', async () => {
    await createOpenRound(deps, database.dataDir, 'mended');
    const path = file('some.csv', row('A1'), row('A2', 'X0101,671113,31.5.2020,,,,,,'), row('A1'), row('A3'));
    const { code, out } = await run('population', 'import', '--round', 'mended', path, '--confirm', '--json');
    expect(code).toBe(0);
    const report = JSON.parse(out) as { rejected: number; report: string; problems: unknown[] }; // the command's own document
    expect(report).toMatchObject({
      added: 2,
      rejected: 2,
      report: `${path}.rejected.csv`,
      problems: [
        { line: 3, column: 'degree', value: '671113', reason: expect.stringContaining('did you mean 671112?') },
        { line: 3, column: 'graduation_date', value: '31.5.2020', reason: expect.stringContaining('YYYY-MM-DD') },
        { line: 4, column: 'person_key', value: 'A1', reason: 'this person is on line 2 already' },
      ],
    });
    const rejected = readFileSync(report.report, 'utf8');
    expect(rejected.split('\n')[0]).toBe(`_problem,${HEADER.trim()}`);
    expect(statSync(report.report).mode & 0o777).toBe(0o600);
    const mended = join(database.dataDir, 'mended.csv');
    writeFileSync(mended, rejected.replace('671113,31.5.2020', '671112,2020-05-31'));
    expect(await json('population', 'import', '--round', 'mended', mended, '--confirm')).toMatchObject({
      added: 1,
      unchanged: 1,
    });
    const text = await run('population', 'import', '--round', 'mended', path);
    expect(text.out).toContain('line 3, column degree, "671113": the code is not in the list');
  });

  test('is not imported when every row is bad, or the file is none', async () => {
    await createOpenRound(deps, database.dataDir, 'nothing');
    const bad = await run(
      'population',
      'import',
      '--round',
      'nothing',
      file('bad.csv', row('')),
      '--confirm',
      '--json',
    );
    expect(bad.code).toBe(1);
    expect(JSON.parse(bad.out)).toMatchObject({ rows: 1, rejected: 1 });
    for (const [name, reason] of [
      ['none.csv', 'there is no such file'],
      ['', 'this is a folder'],
    ] as const) {
      const { code, err } = await run(
        'population',
        'import',
        '--round',
        'nothing',
        join(database.dataDir, name),
        '--confirm',
      );
      expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(reason) });
    }
    expect((await run('population', 'import', '--round', 'nothing')).err).toContain('FILE.csv is missing');
    expect((await run('population', 'import', '--round', 'no', file('x.csv'), '--confirm')).err).toContain(
      'There is no round no',
    );
    expect((await run('population', 'import', 'nothing', 'x.csv', '--rejected', 'x.csv')).err).toContain(
      'another file',
    );
    expect(existsSync(join(database.dataDir, 'none.csv.rejected.csv'))).toBe(false);
  });

  test('changes people when the file has changed; those who are not in it stay', async () => {
    await createOpenRound(deps, database.dataDir, 'changing');
    await json('population', 'import', '--round', 'changing', file('c.csv', row('C1'), row('C2')), '--confirm');
    const [before] = await people('changing');
    const changed = row('C1', 'X0102,671201,2019-12-20,male,,sv,en,,');
    expect(
      await json('population', 'import', '--round', 'changing', file('c.csv', changed), '--confirm'),
    ).toMatchObject({ changed: 1, unchanged: 0 });
    const [person, other] = await people('changing');
    expect(person).toMatchObject({
      institution: 'X0102',
      graduation_date: '2019-12-20',
      birth_year: null,
      email: null,
      generation: 0,
    });
    expect(person?.code_hash).toEqual(before?.code_hash);
    expect(other?.person_key).toBe('C2');
  });

  test('carries a corrected degree over to answers that are there, so that both sides count the same people', async () => {
    await createOpenRound(deps, database.dataDir, 'corrected');
    await json('population', 'import', '--round', 'corrected', file('d.csv', row('D1')), '--confirm');
    const keys = deps.keys.allRoundKeys().get('corrected');
    if (!keys) throw new Error('no keys');
    const handle = answerHandle(keys, deriveCode(keys, 'D1', 0));
    await deps.ownerDb
      .insertInto('answer.response')
      .values({
        handle,
        round_id: 'corrected',
        survey: 'amk-career',
        version: 2,
        answers: '{}',
        question_order: '{}',
        background: '{"degree":"671112"}',
        pages_saved: [],
        language: 'fi',
        submitted_on: '2025-10-10',
      })
      .execute();
    await json(
      'population',
      'import',
      '--round',
      'corrected',
      file('d.csv', row('D1', 'X0102,671201,2020-05-31,,1995,,,,')),
      '--confirm',
    );
    const stored = await deps.ownerDb
      .selectFrom('answer.response')
      .select('background')
      .where('handle', '=', handle)
      .executeTakeFirst();
    expect(stored?.background).toEqual({
      institution: 'X0102',
      degree: '671201',
      gender: 'unknown',
      age_band: '25_29',
      study_language: 'unknown',
    });
  });

  test('is invented or real, never both; real people on the embedded database are accepted only knowingly', async () => {
    await createOpenRound(deps, database.dataDir, 'invented');
    const mixed = file('mixed.csv', row('E1'), row('E2', '02631,671112,2020-05-31,,,,,,'));
    expect(await json('population', 'import', '--round', 'invented', mixed, '--confirm')).toMatchObject({
      added: 1,
      rejected: 1,
      problems: [
        { line: 3, column: 'institution', reason: 'real institution, but line 2 has invented ones: never both' },
      ],
    });
    await createOpenRound(deps, database.dataDir, 'real');
    const real = file('real.csv', row('F1', '02631,671112,2020-05-31,,,,,,'));
    const refused = await run('population', 'import', '--round', 'real', real, '--confirm');
    expect(refused.code).toBe(database.embedded ? 1 : 0);
    if (database.embedded) {
      expect(refused.err).toContain('does not force its writes to disk');
      expect(await people('real')).toEqual([]);
      expect((await run('population', 'import', '--round', 'real', real)).out).toContain('--accept-no-fsync');
    }
    await json('population', 'import', '--round', 'real', real, '--confirm', '--accept-no-fsync');
    expect(await people('real')).toHaveLength(1);
    const wrong = await run('population', 'import', '--round', 'real', mixed, '--json');
    expect(JSON.parse(wrong.out)).toMatchObject({
      rejected: 1,
      problems: [{ reason: expect.stringContaining('this round has real ones') }],
    });
  });

  test('leaves out who has died or has a protected address, and keeps no address of who is in already', async () => {
    await createOpenRound(deps, database.dataDir, 'flags');
    const withFlags = (name: string, ...rows: string[]) => {
      const path = join(database.dataDir, name);
      writeFileSync(path, `${HEADER.trim()},protected,deceased\n${rows.join('')}`);
      return path;
    };
    const flagged = (key: string, flags: string) => `${row(key).trim()},${flags}\n`;
    await json('population', 'import', '--round', 'flags', file('in.csv', row('P0'), row('P1')), '--confirm');
    const path = withFlags(
      'flags.csv',
      flagged('P1', 'kyllä,'),
      flagged('P2', 'x,'),
      flagged('P3', ',2024-03-01'),
      flagged('P4', 'no,0'),
      flagged('P5', 'perhaps,'),
    );
    const counts = { rows: 5, added: 1, changed: 1, protected: 1, deceased: 1, rejected: 1 };
    expect(await json('population', 'import', '--round', 'flags', path)).toMatchObject({ confirmed: false, ...counts });
    expect(await json('population', 'import', '--round', 'flags', path, '--confirm')).toMatchObject({
      ...counts,
      notices: expect.arrayContaining([
        '1 people have a protected address: left out.',
        '1 people have died: left out.',
      ]),
      problems: [{ line: 6, column: 'protected', value: 'perhaps', reason: expect.stringContaining('yes or no') }],
    });
    const addresses = async () =>
      (await people('flags')).map((person) => [person.person_key, person.protected, person.email, person.phone]);
    const expected = [
      ['P0', false, 'a@example.org', '+358401234567'],
      ['P1', true, null, null],
      ['P4', false, 'a@example.org', '+358401234567'],
    ];
    expect(await addresses()).toEqual(expected);
    const again = await json('population', 'import', '--round', 'flags', file('in.csv', row('P1')), '--confirm');
    expect(again).toMatchObject({ changed: 0, unchanged: 1 });
    expect(await addresses()).toEqual(expected);
  });

  test('does not change once freezing has begun', async () => {
    await createOpenRound(deps, database.dataDir, 'icy');
    await deps.ownerDb.updateTable('survey.round').set({ freeze_step: 1 }).where('id', '=', 'icy').execute();
    const { code, err } = await run('population', 'import', '--round', 'icy', file('g.csv', row('G1')), '--confirm');
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('is frozen') });
  });

  test('may be large: 5,000 rejected rows are all in the file, the first are told', async () => {
    await createOpenRound(deps, database.dataDir, 'large');
    const path = file('large.csv', row('H0'));
    for (let index = 1; index <= 5000; index += 1)
      appendFileSync(path, row(`H${index}`, 'X9999,671112,2020-05-31,,,,,,'));
    const report = await json('population', 'import', '--round', 'large', path);
    expect(report).toMatchObject({ rows: 5001, added: 1, rejected: 5000, problems_left_out: 4800 });
    expect(readFileSync(`${path}.rejected.csv`, 'utf8').trim().split('\n')).toHaveLength(5001);
  });
});
