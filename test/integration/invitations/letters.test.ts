import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Deps } from '../../../server/deps.ts';
import { answerHandle, contactHash, deriveCode, normaliseCode } from '../../../server/invitations/code.ts';
import { runJson, runWords } from '../../support/run-words.ts';
import { createOpenRound, rowsIn } from '../../support/simulated-files.ts';
import { openTestDatabase, type TestDatabase } from '../../support/test-db.ts';
import { testDeps } from '../../support/test-deps.ts';

let database: TestDatabase;
let deps: Deps;
beforeAll(async () => {
  database = await openTestDatabase();
  deps = await testDeps(database, () => new Date('2025-10-06T09:00Z'));
  await createOpenRound(deps, database.dataDir, 'r');
  importPeople('=1+1', 'B2', 'å3');
  await json('population', 'import', '--round', 'r', 'people.csv', '--confirm');
});
afterAll(() => database.close());

const run = (...words: string[]) => runWords(deps, database.dataDir, ...words);
const json = (...words: string[]) => runJson(deps, database.dataDir, ...words);
const person = (key: string) =>
  deps.ownerDb
    .selectFrom('contact.person')
    .selectAll()
    .where('round_id', '=', 'r')
    .where('person_key', '=', key)
    .executeTakeFirstOrThrow();

function importPeople(...keys: string[]): void {
  const rows = keys.map((key) => `${key},X0101,671112,2020-05-31,sv\n`).join('');
  writeFileSync(
    join(database.dataDir, 'people.csv'),
    `person_key,institution,degree,graduation_date,study_language\n${rows}`,
  );
}

function keys() {
  const round = deps.keys.allRoundKeys().get('r');
  if (!round) throw new Error('no keys');
  return round;
}

describe('letters', () => {
  test('hold the link of everyone who has not refused, in a file for its owner only', async () => {
    await deps.ownerDb
      .updateTable('contact.person')
      .set({ refused_on: '2025-10-01' })
      .where('person_key', '=', 'B2')
      .execute();
    expect(await json('letters', 'export', '--round', 'r', '--out', 'letters.csv')).toMatchObject({ letters: 2 });
    const file = join(database.dataDir, 'letters.csv');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const rows = rowsIn(file);
    expect(rows.map((row) => row['person_key'])).toEqual(["'=1+1", 'å3']); // a spreadsheet runs no formula
    const [row] = rows;
    const code = deriveCode(keys(), '=1+1', 0);
    expect(normaliseCode(row?.['code'] ?? '')).toEqual({ kind: 'code', code });
    expect(row).toMatchObject({
      link: `http://127.0.0.1:3000/v/${row?.['code']}`,
      contact_language: 'sv',
      institution: 'X0101',
    });
    expect(await person('å3')).toMatchObject({ letter_exported_on: '2025-10-06', messages: 1 });
    expect(await person('B2')).toMatchObject({ letter_exported_on: null, messages: 0 });
  });

  test('are exported once: a second time says when and how many, and is done for a reason only', async () => {
    const second = await run('letters', 'export', 'r', '--out', 'second.csv');
    expect({ code: second.code, out: second.out }).toEqual({ code: 1, out: '' });
    expect(second.err).toContain('exported on 2025-10-06: 2 people have one, 0 have none');
    expect(existsSync(join(database.dataDir, 'second.csv'))).toBe(false);
    expect((await run('letters', 'export', 'r', '--out', 'x.csv', '--again', ' ')).code).toBe(1);
    expect((await run('letters', 'export', 'r', '--out', 'letters.csv', '--again', 'lost')).err).toContain(
      'letters.csv exists',
    );
    expect(
      await json('letters', 'export', 'r', '--out', 'again.csv', '--again', 'the printer lost them'),
    ).toMatchObject({ letters: 2 });
    expect(readFileSync(join(database.dataDir, 'again.csv'))).toEqual(
      readFileSync(join(database.dataDir, 'letters.csv')),
    );
    const events = await deps.ownerDb
      .selectFrom('survey.audit_event')
      .select('detail')
      .where('kind', '=', 'letters_exported')
      .orderBy('id')
      .execute();
    expect(events.map((event) => event.detail)).toEqual([
      { letters: 2 },
      { letters: 2, again: 'the printer lost them' },
    ]);
  });

  test('go to people who have none, with --new', async () => {
    expect((await run('letters', 'export', 'r', '--out', 'n.csv', '--new')).err).toContain('Nobody');
    importPeople('C4');
    await json('population', 'import', '--round', 'r', 'people.csv', '--confirm');
    expect((await run('letters', 'export', 'r', '--out', 'n.csv')).err).toContain('1 have none');
    await json('letters', 'export', 'r', '--out', 'n.csv', '--new');
    expect(rowsIn(join(database.dataDir, 'n.csv')).map((row) => row['person_key'])).toEqual(['C4']);
  });
});

describe('a replaced link', () => {
  test('finds the answers; the old one is remembered as replaced, and the person needs a new letter', async () => {
    const old = deriveCode(keys(), 'å3', 0);
    const record = {
      round_id: 'r',
      survey: 'amk-career',
      version: 2,
      background: '{}',
      answers: '{"main_activity":"grant"}',
      question_order: '{}',
      pages_saved: [],
      language: 'fi',
      submitted_on: null,
    };
    await deps.ownerDb
      .insertInto('answer.response')
      .values({ ...record, handle: answerHandle(keys(), old) })
      .execute();
    const replaced = await json('codes', 'replace', '--round', 'r', '--person', 'å3');
    const code = deriveCode(keys(), 'å3', 1);
    expect(normaliseCode(String(replaced['code']))).toEqual({ kind: 'code', code });
    const { handle, answers } = await deps.ownerDb
      .selectFrom('answer.response')
      .select(['handle', 'answers'])
      .executeTakeFirstOrThrow();
    expect(handle.equals(answerHandle(keys(), code))).toBe(true);
    expect(answers).toEqual({ main_activity: 'grant' });
    const row = await person('å3');
    expect(row).toMatchObject({ generation: 1, letter_exported_on: null });
    expect(row.code_hash?.equals(contactHash(keys(), code))).toBe(true);
    const gone = await deps.ownerDb.selectFrom('contact.replaced_code').selectAll().execute();
    expect(gone.map(({ code_hash, round_id }) => [code_hash.equals(contactHash(keys(), old)), round_id])).toEqual([
      [true, 'r'],
    ]);
  });

  test('stays when the population is imported again', async () => {
    importPeople('å3');
    expect(await json('population', 'import', '--round', 'r', 'people.csv', '--confirm')).toMatchObject({
      unchanged: 1,
    });
    expect(await person('å3')).toMatchObject({ generation: 1 });
  });

  test('needs a person of the round', async () => {
    const { code, err } = await run('codes', 'replace', '--round', 'r', '--person', 'nobody');
    expect({ code, err }).toEqual({ code: 1, err: 'Round r has no person of this key.\n' });
  });
});
