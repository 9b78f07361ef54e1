import { afterAll, beforeAll, beforeEach, afterEach, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { makeBackup } from '../../../server/backup/make-backup.ts';
import { restoreBackup } from '../../../server/backup/restore-backup.ts';
import type { Deps } from '../../../server/deps.ts';
import { blocksOfRound } from '../../../server/own-blocks/asked-survey.ts';
import { buildRound } from '../../support/build-round.ts';
import { anOwnBlock, askOwnBlock, DEGREE, ELSEWHERE, INSTITUTION } from '../../support/own-blocks.ts';
import { openTestDatabase, type TestDatabase } from '../../support/test-db.ts';
import { testDeps } from '../../support/test-deps.ts';
import { everything } from '../../support/whole-database.ts';

const quiet = () => undefined;
const BLOCKS = [INSTITUTION, DEGREE, ELSEWHERE].map((owner) => anOwnBlock(owner));

let from: TestDatabase;
let deps: Deps;
let to: TestDatabase;
let target: Deps;
beforeAll(async () => {
  from = await openTestDatabase();
  deps = await testDeps(from);
  await buildRound(deps, { id: 'own', persons: 150, blocks: BLOCKS });
  await deps.ownerDb
    .insertInto('survey.own_block_draft')
    .values({
      survey: 'amk-career',
      institution: 'X0103',
      degree: '',
      content: '{"questions": []}',
      saved_on: '2026-11-02',
    })
    .execute();
});
afterAll(() => from.close());
beforeEach(async () => {
  to = await openTestDatabase();
  target = await testDeps(to);
});
afterEach(() => to.close());

const restore = (file: string) => restoreBackup(target, { file, progress: quiet });

test('a backup gives back drafts, published blocks and what each round asks', async () => {
  const file = join(from.dataDir, 'own.backup');
  const { rows } = await makeBackup(deps, { file, progress: quiet });
  expect(rows).toMatchObject({ 'survey.own_block': 3, 'survey.own_block_draft': 1, 'survey.round_own_block': 3 });
  expect(await restore(file)).toMatchObject({ kind: 'restored' });
  expect(await everything(to.owner)).toEqual(await everything(from.owner));
  expect(await blocksOfRound(target.ownerDb, 'own')).toEqual(await blocksOfRound(deps.ownerDb, 'own'));
});

test('a backup is never mixed with own questions that are there, published or not', async () => {
  const file = join(from.dataDir, 'mixed.backup');
  await makeBackup(deps, { file, progress: quiet });
  const place = { survey: 'amk-career', institution: 'X0101', degree: '', saved_on: '2026-11-02', content: '{}' };
  await target.ownerDb.insertInto('survey.own_block_draft').values(place).execute();
  expect(await restore(file)).toEqual({ kind: 'not_empty', rounds: 0, ownBlocks: 1 });
  expect(await target.ownerDb.selectFrom('survey.own_block_draft').selectAll().execute()).toHaveLength(1);
});

test('a version that is published while a backup is made does not spoil it', async () => {
  const file = join(from.dataDir, 'lively.backup');
  const published: Promise<void>[] = [];
  let version = 1;
  const progress = (line: string) => {
    if (!line.startsWith('survey.')) return;
    version += 1;
    published.push(askOwnBlock(deps, 'own', anOwnBlock(INSTITUTION, { version })));
  };
  await makeBackup(deps, { file, progress });
  await Promise.all(published);
  expect(published.length).toBeGreaterThan(5);
  expect(await restore(file)).toMatchObject({ kind: 'restored' });
  expect(await blocksOfRound(target.ownerDb, 'own')).toHaveLength(3);
});
