import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openDatabase, type OpenDatabase } from '../../server/db/connect.ts';
import type { Deps } from '../../server/deps.ts';
import { runJson, runWords } from '../support/run-words.ts';
import { createOpenRound, simulateFiles } from '../support/simulated-files.ts';
import { openTestDatabase, type TestDatabase } from '../support/test-db.ts';
import { testDeps } from '../support/test-deps.ts';

let database: TestDatabase;
let second: OpenDatabase | null = null;
let deps: Deps;
beforeAll(async () => {
  database = await openTestDatabase();
  deps = await testDeps(database);
});
afterAll(async () => {
  await second?.close();
  await database.close();
});

test('two imports of the same files at the same time bring in everyone and every response once', async () => {
  second = await openDatabase({ dataDir: database.dataDir, databaseUrl: database.databaseUrl });
  const other: Deps = { ...deps, db: second.owner, ownerDb: second.owner };
  await createOpenRound(deps, database.dataDir, 'both');
  const { population, responses, graduates, answered } = await simulateFiles(deps, database.dataDir, 3000);
  const both = (...words: string[]) =>
    Promise.all([deps, other].map((one) => runWords(one, database.dataDir, ...words)));

  for (const { code } of await both('population', 'import', '--round', 'both', population, '--confirm'))
    expect(code).toBe(0);
  expect(await runJson(deps, database.dataDir, 'rounds', 'show', 'both')).toMatchObject({ target: graduates });

  const runs = await both('responses', 'import', '--round', 'both', responses, '--confirm', '--json');
  const reports = runs.map(({ out }) => JSON.parse(out) as { added: number; unchanged: number; rejected: number }); // the command's own document
  expect(reports.map(({ added, unchanged, rejected }) => added + unchanged + rejected)).toEqual([answered, answered]);
  expect(reports.reduce((sum, { added }) => sum + added, 0)).toBe(answered);
  expect(await runJson(deps, database.dataDir, 'rounds', 'show', 'both')).toMatchObject({ sent: answered });
});
