import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Deps } from '../../../server/deps.ts';
import { canonicalJson } from '../../../server/definitions/definition-hash.ts';
import type { OwnBlock } from '../../../server/engine/own-block.ts';
import { aBlock, aDraft, typedQuestion } from '../../support/build-own-block.ts';
import { runJson, runWords } from '../../support/run-words.ts';
import { openTestDatabase, type TestDatabase } from '../../support/test-db.ts';
import { testDeps } from '../../support/test-deps.ts';

let database: TestDatabase;
let deps: Deps;
beforeAll(async () => {
  database = await openTestDatabase();
  deps = await testDeps(database);
});
afterAll(() => database.close());

async function publish(block: OwnBlock): Promise<void> {
  const { survey, owner, version } = block;
  const key = { survey, institution: owner.institution, degree: owner.degree ?? '', version };
  const row = { ...key, content: canonicalJson(block), hash: 'x', published_on: '2026-11-12' };
  await deps.ownerDb.insertInto('survey.own_block').values(row).execute();
}

const create = (id: string, version: string) => {
  const survey = ['--survey', 'amk-career', '--version', version, '--cohort', '2020'];
  return runJson(
    deps,
    database.dataDir,
    'rounds',
    'create',
    id,
    ...survey,
    '--opens',
    '2026-12-01',
    '--closes',
    '2026-12-31',
  );
};

test('a new round asks the latest version of each owner that goes with it, and says so', async () => {
  const question = typedQuestion('scale', 1, { scale: 'agreement' });
  await publish(aBlock(aDraft(question)));
  await publish(aBlock(aDraft(question, typedQuestion('text', 2)), { version: 2 }));
  const shared = { ...question, code: 'own_x0102_1' };
  await publish(aBlock(aDraft(shared), { owner: { institution: 'X0102', degree: null } }));
  await publish(aBlock(aDraft(shared), { owner: { institution: 'X0102', degree: '671101' } }));
  const isNew = typedQuestion('scale', 3, { code: 'own_x0103_1', scale: 'match_5' });
  await publish(aBlock(aDraft(isNew), { owner: { institution: 'X0103', degree: null } }));

  expect(await create('second', '2')).toMatchObject({
    own_blocks: ['X0101.v2', 'X0102.v1', 'X0102.671101.v1', 'X0103.v1'],
    own_blocks_left_out: [],
  });
  expect(await create('first', '1')).toMatchObject({
    own_blocks: ['X0101.v2', 'X0102.v1', 'X0102.671101.v1'],
    own_blocks_left_out: ['X0103.v1'],
  });
  expect(await runJson(deps, database.dataDir, 'rounds', 'show', 'second')).toMatchObject({
    own_blocks: ['X0101.v2', 'X0102.v1', 'X0102.671101.v1', 'X0103.v1'],
  });
  const { out } = await runWords(deps, database.dataDir, 'rounds', 'show', 'first');
  expect(out).toContain('own questions:   X0101.v2, X0102.v1, X0102.671101.v1');
});

test('a round of another survey asks nothing of them', async () => {
  const survey = ['--survey', 'yo-career', '--version', '1', '--cohort', '2020'];
  const made = await runJson(
    deps,
    database.dataDir,
    'rounds',
    'create',
    'masters',
    ...survey,
    '--opens',
    '2026-12-01',
    '--closes',
    '2026-12-31',
  );
  expect(made).toMatchObject({ own_blocks: [], own_blocks_left_out: [] });
});
