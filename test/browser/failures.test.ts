import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import pg from 'pg';
import type { Browser } from 'playwright-core';
import { FAILURES, openDevice, placeOf, type FailingRun } from '../support/failing-run.ts';
import { openRoundByCommands } from '../support/open-round.ts';
import { startPostgres, type PostgresServer } from '../support/postgres-server.ts';
import { startProduct } from '../support/product-process.ts';
import { startBrowser } from '../support/start-browser.ts';

// A PostgreSQL server of its own, since it is stopped and started.

let postgres: PostgresServer;
let browser: Browser;
let ground: Omit<FailingRun, 'path' | 'page' | 'expected'>;
let paths: string[];
const folder = mkdtempSync(join(tmpdir(), 'uras-failures-'));
beforeAll(async () => {
  postgres = await startPostgres();
  browser = await startBrowser();
  const product = { dataDir: folder, databaseUrl: postgres.url };
  paths = (await openRoundByCommands(product, folder, 40)).paths;
  const server = await startProduct(product);
  ground = { browser, postgres, product, server };
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await ground?.server.kill();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The one response that is not sent yet. */
async function draft(): Promise<unknown> {
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  const { rows } = await client.query<{ answers: unknown }>(
    'select answers from answer.response where submitted_on is null',
  );
  await client.end();
  expect(rows).toHaveLength(1);
  return rows[0]?.answers;
}

test('each failure at each page, in any order: what was acknowledged is stored, what was not is still there', async () => {
  const names = Object.keys(FAILURES);
  const seen = new Set<string>();
  const [order = []] = fc.sample(fc.shuffledSubarray(names, { minLength: names.length }), 1);
  for (const first of order.keys()) {
    const path = paths.pop() ?? '';
    const page = await openDevice({ ...ground, path }, '/part/1');
    const run: FailingRun = { ...ground, path, page, expected: {} };
    for (let turn = 0; placeOf(run.page) !== ''; turn += 1) {
      const name = order[(first + turn) % order.length] ?? '';
      const place = placeOf(run.page);
      try {
        await FAILURES[name]?.(run, turn);
      } catch (error) {
        throw new Error(`${name}, at ${place} (${order.join('; ')}): ${String(error)}`, { cause: error });
      }
      expect([name, place, await draft()]).toEqual([name, place, run.expected]);
      seen.add(`${name} ${place}`);
    }
    await run.page.locator('form[action$="/send"] button').first().click();
    await run.page.waitForURL(/\/receipt/);
    await run.page.context().close();
    ground.server = run.server; // another one since it was killed
  }
  expect(seen.size).toBe(names.length * 7);
}, 600_000);
