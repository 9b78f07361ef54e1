import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Deps } from '../../../server/deps.ts';
import { runWords } from '../../support/run-words.ts';
import { createOpenRound, simulateFiles } from '../../support/simulated-files.ts';
import { openTestDatabase, type TestDatabase } from '../../support/test-db.ts';
import { testDeps } from '../../support/test-deps.ts';

let database: TestDatabase;
let deps: Deps;
beforeAll(async () => {
  database = await openTestDatabase();
  deps = await testDeps(database);
});
afterAll(async () => {
  await database.close();
});

test('one process does one import at a time, and says which is running', async () => {
  await createOpenRound(deps, database.dataDir, 'one');
  const { population } = await simulateFiles(deps, database.dataDir, 600);
  const runs = await Promise.all(
    [1, 2].map(() => runWords(deps, database.dataDir, 'population', 'import', 'one', population, '--confirm')),
  );
  expect(runs.map(({ code }) => code).sort()).toEqual([0, 1]);
  expect(runs.map(({ err }) => err).join('')).toContain('importing the population of round one is running');
});
