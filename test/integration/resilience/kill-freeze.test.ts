import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openRoundByCommands } from '../../support/open-round.ts';
import { urasOrFail, type ProductEnvironment } from '../../support/product-process.ts';
import { openTestDatabase, preparedDataDir, type TestDatabase } from '../../support/test-db.ts';

const KILLS = 4;
const root = fileURLToPath(new URL('../../..', import.meta.url));

let product: ProductEnvironment;
let database: TestDatabase | null = null;
beforeAll(async () => {
  if (process.env['TEST_DATABASE_URL']) database = await openTestDatabase();
  product = { dataDir: database?.dataDir ?? (await preparedDataDir()), databaseUrl: database?.databaseUrl ?? null };
});
afterAll(async () => {
  await database?.close();
  rmSync(product.dataDir, { recursive: true, force: true });
});

/** Runs `rounds freeze` and kills it when it has said so many lines. Resolves with what it said last. */
async function freezeUntil(roundId: string, lines: number): Promise<{ said: string; wasKilled: boolean }> {
  const { TEST_DATABASE_URL: _server, ...environment } = process.env;
  const words = ['--disable-warning=ExperimentalWarning', 'server/uras.ts', 'rounds', 'freeze', roundId];
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
  'freezing killed at random moments and begun again loses nothing and ends as if it had never stopped',
  async () => {
    const round = await openRoundByCommands(product, product.dataDir, 1500);
    await urasOrFail(product, 'responses', 'import', '--round', round.id, round.responses, '--confirm');
    await urasOrFail(product, 'rounds', 'close', round.id);
    let kills = 0;
    while (kills < KILLS) {
      const { said, wasKilled } = await freezeUntil(round.id, 1 + Math.floor(Math.random() * 4));
      if (!wasKilled) break;
      kills += 1;
      process.stderr.write(`killed after: ${said}\n`);
    }
    expect(kills).toBeGreaterThan(1);
    expect(await freezeUntil(round.id, Infinity)).toMatchObject({ wasKilled: false });
    expect(existsSync(join(product.dataDir, 'keys', `${round.id}.key`))).toBe(false);

    const [fromDatabase, fromFiles] = [join(product.dataDir, 'from-database'), join(product.dataDir, 'from-files')];
    await urasOrFail(product, 'releases', 'build', '--round', round.id, '--out', fromDatabase);
    const files = ['--population', round.population, '--responses', round.responses];
    const survey = ['--survey', 'amk-career', '--version', '2'];
    await urasOrFail(product, 'releases', 'from-files', ...survey, ...files, '--out', fromFiles);
    const tables = readFileSync(join(fromDatabase, 'tables.csv'), 'utf8');
    expect(tables).toBe(readFileSync(join(fromFiles, 'tables.csv'), 'utf8'));
    expect(tables.length).toBeGreaterThan(10_000);
  },
  5 * 60_000,
);
