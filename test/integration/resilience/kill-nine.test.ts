import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../../server/db/connect.ts';
import { answerNextPart, lostParts, newGraduate, type Graduate } from '../../support/answering-graduate.ts';
import { openRoundByCommands } from '../../support/open-round.ts';
import { anOwnBlock, askOwnBlock } from '../../support/own-blocks.ts';
import { startProduct, type ProductEnvironment, type ProductServer } from '../../support/product-process.ts';
import { openTestDatabase, preparedDataDir, type TestDatabase } from '../../support/test-db.ts';

const GRADUATES = 16;
const KILLS = 20;

let product: ProductEnvironment;
let database: TestDatabase | null = null;
let running: ProductServer | null = null;
beforeAll(async () => {
  if (process.env['TEST_DATABASE_URL']) database = await openTestDatabase();
  product = { dataDir: database?.dataDir ?? (await preparedDataDir()), databaseUrl: database?.databaseUrl ?? null };
});
afterAll(async () => {
  await running?.kill();
  await database?.close();
  rmSync(product.dataDir, { recursive: true, force: true });
});

test(
  'a server killed at 20 random moments while 16 graduates answer loses no page that it acknowledged',
  async () => {
    const round = await openRoundByCommands(product, product.dataDir, 40);
    await askOwnQuestions(round.id);
    const graduates = round.paths.slice(0, GRADUATES).map(newGraduate);
    let checkedPages = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      running = await startProduct(product);
      const server = running;
      for (const graduate of graduates) {
        expect(await lostParts(server.baseUrl, graduate)).toEqual([]);
        checkedPages += graduate.acknowledged.size;
      }
      // Own questions come last: in the middle of it all, everyone who is asked some goes there.
      if (kill === KILLS / 2) for (const graduate of graduates) graduate.next = `${graduate.path}/part/8`;
      await answerUntilKilled(server, graduates, 200 + Math.random() * 1200);
    }
    running = await startProduct(product);
    const server = running;
    for (const graduate of graduates) expect(await lostParts(server.baseUrl, graduate)).toEqual([]);
    await server.stop();
    expect(checkedPages).toBeGreaterThan(KILLS * GRADUATES); // it really answered and really looked
    const own = graduates.filter(({ acknowledged, path }) => acknowledged.has(`${path}/part/8`));
    expect(own.length).toBeGreaterThan(0);
  },
  10 * 60_000,
);

/** Own questions of every second invented institution, a part 8 for their people. */
async function askOwnQuestions(roundId: string): Promise<void> {
  const opened = await openDatabase({ dataDir: product.dataDir, databaseUrl: product.databaseUrl ?? null });
  for (const number of ['01', '03', '05', '07', '09', '11', '13', '15']) {
    const block = anOwnBlock({ institution: `X01${number}`, degree: null });
    await askOwnBlock({ ownerDb: opened.owner, now: () => new Date() }, roundId, block);
  }
  await opened.close();
}

async function answerUntilKilled(
  server: ProductServer,
  graduates: readonly Graduate[],
  afterMs: number,
): Promise<void> {
  let isUp = true;
  const answering = graduates.map(async (graduate) => {
    while (isUp) {
      try {
        await answerNextPart(server.baseUrl, graduate, Math.random);
      } catch (error) {
        // The connection broke. (By name: the error comes from another realm than the test's.)
        if (isUp && nameOf(error) !== 'TypeError') throw error;
        await sleep(10);
      }
    }
  });
  await sleep(afterMs);
  await server.kill();
  isUp = false;
  await Promise.all(answering);
}

function nameOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
}
