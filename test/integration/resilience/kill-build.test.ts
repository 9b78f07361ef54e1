import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { killedAfter } from '../../support/killed-command.ts';
import { openRoundByCommands } from '../../support/open-round.ts';
import { urasOrFail, type ProductEnvironment } from '../../support/product-process.ts';
import { openTestDatabase, preparedDataDir, type TestDatabase } from '../../support/test-db.ts';

/** Lines of progress after which a build is killed: while counting, protecting, writing and publishing. */
const KILLED_AFTER = [1, 4, 12, 40];

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

test(
  'a build killed at any step is finished by running it again, and its hashes agree',
  async () => {
    const round = await openRoundByCommands(product, product.dataDir, 500);
    await urasOrFail(product, 'responses', 'import', '--round', round.id, round.responses, '--confirm');
    await urasOrFail(product, 'rounds', 'close', round.id);
    await urasOrFail(product, 'rounds', 'freeze', round.id);
    let kills = 0;
    for (const lines of KILLED_AFTER) {
      const { said, wasKilled } = await killedAfter(product, ['releases', 'build', '--round', round.id], lines);
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
