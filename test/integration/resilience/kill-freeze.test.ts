import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { killedAfter } from '../../support/killed-command.ts';
import { openRoundByCommands } from '../../support/open-round.ts';
import { urasOrFail, type ProductEnvironment } from '../../support/product-process.ts';
import { openTestDatabase, preparedDataDir, type TestDatabase } from '../../support/test-db.ts';

const KILLS = 4;

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

test(
  'freezing killed at random moments and begun again loses nothing and ends as if it had never stopped',
  async () => {
    const round = await openRoundByCommands(product, product.dataDir, 1500);
    await urasOrFail(product, 'responses', 'import', '--round', round.id, round.responses, '--confirm');
    await urasOrFail(product, 'rounds', 'close', round.id);
    let kills = 0;
    while (kills < KILLS) {
      const { said, wasKilled } = await killedAfter(
        product,
        ['rounds', 'freeze', round.id],
        1 + Math.floor(Math.random() * 4),
      );
      if (!wasKilled) break;
      kills += 1;
      process.stderr.write(`killed after: ${said}\n`);
    }
    expect(kills).toBeGreaterThan(1);
    expect(await killedAfter(product, ['rounds', 'freeze', round.id], Infinity)).toMatchObject({ wasKilled: false });
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
