import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../../server/db/connect.ts';
import { importDocumentSchema, type ImportDocument } from '../../../server/population/api-document.ts';
import { importFile, importRow } from '../../support/import-file.ts';
import {
  startProduct,
  urasOrFail,
  type ProductEnvironment,
  type ProductServer,
} from '../../support/product-process.ts';
import { openTestDatabase, preparedDataDir, type TestDatabase } from '../../support/test-db.ts';

const ROUND = 'killed-import';
const ROWS = 12_000;
const DAY_MS = 24 * 3600_000;

let product: ProductEnvironment;
let database: TestDatabase | null = null;
let running: ProductServer | null = null;
let token: string;
beforeAll(async () => {
  if (process.env['TEST_DATABASE_URL']) database = await openTestDatabase();
  product = { dataDir: database?.dataDir ?? (await preparedDataDir()), databaseUrl: database?.databaseUrl ?? null };
  const day = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
  const what = ['--id', ROUND, '--survey', 'amk-career', '--version', '2', '--cohort', '2020'];
  await urasOrFail(product, 'rounds', 'create', ...what, '--opens', day(30), '--closes', day(60));
  const scope = ['--name', 'register', '--scope', 'population:write', '--institution', 'X0101'];
  token = /uras_[\w-]+/.exec(await urasOrFail(product, 'tokens', 'create', ...scope, '--expires', day(30)))?.[0] ?? '';
}, 300_000);
afterAll(async () => {
  await running?.kill();
  await database?.close();
  rmSync(product.dataDir, { recursive: true, force: true });
});

async function call(
  path: string,
  sent?: { type: string; body: string | Buffer<ArrayBuffer> },
): Promise<ImportDocument> {
  const answer = await fetch(`${running?.baseUrl}/api/v1/rounds/${ROUND}/population${path}`, {
    method: sent ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${token}`, ...(sent && { 'content-type': sent.type }) },
    ...(sent && { body: sent.body }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path} → ${answer.status}: ${text}`);
  return importDocumentSchema.parse(JSON.parse(text));
}

async function until(id: string, isIt: (document: ImportDocument) => boolean): Promise<ImportDocument> {
  for (let looks = 0; looks < 6000; looks += 1) {
    const document = await call(`/${id}`);
    if (isIt(document)) return document;
    await sleep(20);
  }
  throw new Error('the import does not go on');
}

/** Ends the service as a power switch does while it is at this, and starts it again. */
async function killAnd(isAt: (document: ImportDocument) => boolean, id: string): Promise<ImportDocument> {
  const seen = await until(id, isAt);
  await running?.kill();
  running = await startProduct(product);
  return seen;
}

test(
  'a service killed while it reads, brings in and takes back goes on where it was: everyone is in once, and then nobody',
  async () => {
    running = await startProduct(product);
    const rows = Array.from({ length: ROWS }, (_, index) => importRow(`K${String(index).padStart(6, '0')}`));
    const { id } = await call('', { type: 'text/csv', body: Buffer.from(importFile(...rows)) });
    await killAnd(({ state }) => state === 'reading', id);
    expect(await until(id, ({ state }) => state !== 'reading')).toMatchObject({
      state: 'read',
      counts: { rows: ROWS, added: ROWS, rejected: 0 },
    });
    await call(`/${id}/confirm`, { type: 'application/json', body: '{}' });
    const seen = await killAnd(({ counts }) => counts.doneAdded > 0, id);
    expect(seen.state).toBe('applying'); // it really was in the middle
    expect(await until(id, ({ state }) => state !== 'applying')).toMatchObject({
      state: 'applied',
      counts: { doneAdded: ROWS },
    });
    await call(`/${id}/undo`, { type: 'application/json', body: '{}' });
    await killAnd(({ state }) => state === 'undoing', id);
    expect(await until(id, ({ state }) => state !== 'undoing')).toMatchObject({ state: 'undone' });
    await running.stop();
    running = null;
    const opened = await openDatabase({ dataDir: product.dataDir, databaseUrl: product.databaseUrl ?? null });
    const left = await opened.owner.selectFrom('contact.person').select('person_key').execute();
    const events = await opened.owner
      .selectFrom('survey.audit_event')
      .select('kind')
      .where('kind', '=', 'population_imported')
      .execute();
    await opened.close();
    expect([left, events.length]).toEqual([[], 1]);
  },
  10 * 60_000,
);
