import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openRoundByCommands } from '../../support/open-round.ts';
import { urasOrFail, type ProductEnvironment } from '../../support/product-process.ts';
import { openTestDatabase, preparedDataDir, type TestDatabase } from '../../support/test-db.ts';

/** Lines of progress after which a build is killed: while counting, protecting, writing and publishing. */
const KILLED_AFTER = [1, 4, 12, 40];
const root = fileURLToPath(new URL('../../..', import.meta.url));

let product: ProductEnvironment;
let database: TestDatabase | null = null;
beforeAll(async () => {
  if (process.env['TEST_DATABASE_URL']) database = await openTestDatabase();
  product = { dataDir: database?.dataDir ?? (await preparedDataDir()), databaseUrl: database?.databaseUrl ?? null };
}, 300_000);
afterAll(async () => {
  await database?.close();
  rmSync(product.dataDir, { recursive: true, force: true });
});

/** Runs `releases build` and kills it when it has said so many lines. Resolves with what it said last. */
async function buildUntil(roundId: string, lines: number): Promise<{ said: string; wasKilled: boolean }> {
  const { TEST_DATABASE_URL: _server, ...environment } = process.env;
  const words = ['--disable-warning=ExperimentalWarning', 'server/uras.ts', 'releases', 'build', '--round', roundId];
  const child = spawn(process.execPath, words, {
    cwd: root,
    env: { ...environment, URAS_DATA_DIR: product.dataDir, DATABASE_URL: product.databaseUrl ?? '' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
  let [said, left] = ['', lines];
  for await (const line of createInterface({ input: child.stderr })) {
    said = line;
    left -= 1;
    if (left === 0) child.kill('SIGKILL');
  }
  return { said, wasKilled: (await ended) === 'SIGKILL' };
}

test(
  'a build killed at any step is finished by running it again, and its hashes agree',
  async () => {
    const round = await openRoundByCommands(product, product.dataDir, 500);
    await urasOrFail(product, 'responses', 'import', '--round', round.id, round.responses, '--confirm');
    await urasOrFail(product, 'rounds', 'close', round.id);
    await urasOrFail(product, 'rounds', 'freeze', round.id);
    let kills = 0;
    for (const lines of KILLED_AFTER) {
      const { said, wasKilled } = await buildUntil(round.id, lines);
      if (!wasKilled) break;
      kills += 1;
      process.stderr.write(`killed after: ${said}\n`);
    }
    expect(kills).toBeGreaterThan(1);
    const [fromDatabase, fromFiles] = [join(product.dataDir, 'from-database'), join(product.dataDir, 'from-files')];
    await urasOrFail(product, 'releases', 'build', '--round', round.id, '--out', fromDatabase);
    await urasOrFail(product, 'releases', 'verify', round.id);
    await urasOrFail(product, 'releases', 'verify', fromDatabase);
    const files = ['--population', round.population, '--responses', round.responses];
    const survey = ['--survey', 'amk-career', '--version', '2'];
    await urasOrFail(product, 'releases', 'from-files', ...survey, ...files, '--out', fromFiles);
    for (const name of ['tables.csv', 'manifest.json']) {
      expect(readFileSync(join(fromDatabase, name), 'utf8')).toBe(readFileSync(join(fromFiles, name), 'utf8'));
    }
  },
  10 * 60_000,
);
