import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Deps } from '../../../server/deps.ts';
import { upsertInstitution } from '../../../server/rounds/change-store.ts';
import { runJson } from '../../support/run-words.ts';
import { createOpenRound } from '../../support/simulated-files.ts';
import { openTestDatabase, type TestDatabase } from '../../support/test-db.ts';
import { testDeps } from '../../support/test-deps.ts';

let database: TestDatabase;
let deps: Deps;
beforeAll(async () => {
  database = await openTestDatabase();
  deps = await testDeps(database);
});
afterAll(() => database.close());

const json = (...words: string[]) => runJson(deps, database.dataDir, ...words);
const people = (roundId: string) =>
  deps.ownerDb.selectFrom('contact.person').selectAll().where('round_id', '=', roundId).orderBy('person_key').execute();
const HEADER =
  'person_key,institution,degree,graduation_date,gender,birth_year,study_language,contact_language,email,phone\n';
const row = (key: string) => `${key},X0101,671112,2020-05-31,female,1995,fi,sv,a@example.org,+358401234567\n`;

function file(name: string, ...rows: string[]): string {
  const path = join(database.dataDir, name);
  writeFileSync(path, HEADER + rows.join(''));
  return path;
}

// As the pages do it.
test('leaves out who refused in an earlier round and whose institution takes no part, and keeps mended addresses', async () => {
  await createOpenRound(deps, database.dataDir, 'earlier');
  await json('population', 'import', '--round', 'earlier', file('earlier.csv', row('R1')), '--confirm');
  await deps.ownerDb
    .updateTable('contact.person')
    .set({ refused_on: '2026-10-01' })
    .where('person_key', '=', 'R1')
    .execute();
  await createOpenRound(deps, database.dataDir, 'later');
  await upsertInstitution(deps.ownerDb, {
    round_id: 'later',
    institution: 'X0102',
    takes_part: false,
    decided_on: '2026-10-01',
  });
  const away = row('R4').replace('X0101', 'X0102');
  const path = file('later.csv', row('R1'), row('R2'), row('R3'), away);
  const first = await json('population', 'import', '--round', 'later', path, '--confirm');
  expect(first).toMatchObject({ added: 2, refused: 1, rejected: 1, problems: [{ line: 5, column: 'institution' }] });
  await deps.ownerDb
    .updateTable('contact.person')
    .set({ email: 'mended@example.org', contact_source: 'person' })
    .where('person_key', '=', 'R2')
    .execute();
  const other = row('R2').replace('a@example.org', 'old@example.org').replace('1995', '1994');
  const again = file('again.csv', other, row('R3').replace('a@example.org', 'new@example.org'));
  expect(await json('population', 'import', '--round', 'later', again, '--confirm')).toMatchObject({ changed: 2 });
  expect(await json('population', 'import', '--round', 'later', again, '--confirm')).toMatchObject({ unchanged: 2 });
  expect((await people('later')).map(({ email, birth_year }) => [email, birth_year])).toEqual([
    ['mended@example.org', 1994],
    ['new@example.org', 1995],
  ]);
});
