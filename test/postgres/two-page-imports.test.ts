import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase, type OpenDatabase } from '../../server/db/connect.ts';
import type { Deps } from '../../server/deps.ts';
import { makeImportJobs, type ImportJobs } from '../../server/population/import-jobs.ts';
import { beginReading, confirmImport, findUpload } from '../../server/population/import-flow.ts';
import { countsOf } from '../../server/population/import-counts.ts';
import { keepFile, receiveFile } from '../../server/population/receive-file.ts';
import { openUploadFiles } from '../../server/population/upload-files.ts';
import { importFile, importRow } from '../support/import-file.ts';
import { createOpenRound } from '../support/simulated-files.ts';
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

test('two services bring the same file into one round at the same time: everyone is in once, and nothing deadlocks', async () => {
  second = await openDatabase({ dataDir: database.dataDir, databaseUrl: database.databaseUrl });
  const services = [deps, { ...deps, db: second.owner, ownerDb: second.owner }];
  await createOpenRound(deps, database.dataDir, 'both');
  const files = openUploadFiles(database.dataDir);
  const content = importFile(...Array.from({ length: 5000 }, (_, index) => importRow(`T${index}`)));
  const started: { service: Deps; jobs: ImportJobs; id: string }[] = [];
  for (const service of services) {
    const jobs = makeImportJobs(service, files);
    const file = await receiveFile(service, files, { name: 'people.csv', stream: Readable.from([content]) });
    if (typeof file === 'string') throw new Error(file);
    const owner = { roundId: 'both', institutions: ['X0101'], by: randomUUID() };
    const kept = await keepFile(service, files, { file, owner });
    if (kept.kind !== 'kept') throw new Error(kept.problem);
    started.push({ service, jobs, id: kept.id });
  }
  const uploadOf = async ({ service, id }: { service: Deps; id: string }) => {
    const upload = await findUpload(service, { id, roundId: 'both', places: null });
    if (!upload) throw new Error('it is gone');
    return upload;
  };
  const whenDone = async (one: { service: Deps; id: string }) => {
    for (let looks = 0; looks < 1200; looks += 1) {
      const upload = await uploadOf(one);
      if (!['reading', 'applying'].includes(upload.state)) return upload;
      await sleep(50);
    }
    throw new Error('it does not end');
  };
  await Promise.all(started.map(async (one) => beginReading(one.service, one.jobs, await uploadOf(one))));
  for (const one of started) expect((await whenDone(one)).state).toBe('read');
  const choice = { add: true, change: true, remove: false };
  const confirmed = await Promise.all(
    started.map(async (one) =>
      confirmImport(one.service, one.jobs, { upload: await uploadOf(one), choice, acceptNoFsync: false }),
    ),
  );
  expect(confirmed).toEqual(['begun', 'begun']);
  const done = [];
  for (const one of started) done.push(await whenDone(one));
  expect(done.map(({ state }) => state)).toEqual(['applied', 'applied']);
  expect(done.reduce((sum, { counts }) => sum + countsOf(counts).doneAdded, 0)).toBe(5000);
  const people = await deps.ownerDb.selectFrom('contact.person').select('person_key').execute();
  expect(people).toHaveLength(5000);
  for (const { jobs } of started) await jobs.stop();
});
