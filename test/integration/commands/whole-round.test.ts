import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openRoundByCommands } from '../../support/open-round.ts';
import {
  startProduct,
  uras,
  urasOrFail,
  type ProductEnvironment,
  type ProductServer,
} from '../../support/product-process.ts';
import { openTestDatabase, preparedDataDir, type TestDatabase } from '../../support/test-db.ts';

let product: ProductEnvironment;
let database: TestDatabase | null = null;
let server: ProductServer;
beforeAll(async () => {
  if (process.env['TEST_DATABASE_URL']) database = await openTestDatabase();
  product = { dataDir: database?.dataDir ?? (await preparedDataDir()), databaseUrl: database?.databaseUrl ?? null };
});
afterAll(async () => {
  await server?.stop();
  await database?.close();
  rmSync(product.dataDir, { recursive: true, force: true });
});

test(
  'a whole round is run from the command line beside the running server',
  async () => {
    // A first round, so that the server starts without its demonstration.
    const round = await openRoundByCommands(product, product.dataDir, 600);
    server = await startProduct(product);
    const page = await fetch(server.baseUrl + (round.paths[0] ?? ''));
    expect(page.status).toBe(200);

    const imported = JSON.parse(
      await urasOrFail(product, 'responses', 'import', '--round', round.id, round.responses, '--confirm', '--json'),
    );
    expect(imported.rejected).toBe(0);
    const early = await uras(product, 'rounds', 'freeze', round.id);
    expect(early.code).toBe(1);
    await urasOrFail(product, 'rounds', 'close', round.id);
    expect((await fetch(server.baseUrl + (round.paths[0] ?? ''))).status).not.toBe(404);

    const frozen = await uras(product, 'rounds', 'freeze', round.id);
    expect(frozen.code).toBe(0);
    expect(frozen.err).toMatch(/\d/); // a progress line
    const afterFreezing = await fetch(server.baseUrl + (round.paths[0] ?? ''));
    expect(afterFreezing.status).toBe(410);

    const fromDatabase = join(product.dataDir, 'from-database');
    const fromFiles = join(product.dataDir, 'from-files');
    await urasOrFail(product, 'releases', 'build', '--round', round.id, '--out', fromDatabase);
    const files = ['--population', round.population, '--responses', round.responses];
    await urasOrFail(
      product,
      'releases',
      'from-files',
      '--survey',
      'amk-career',
      '--version',
      '2',
      ...files,
      '--out',
      fromFiles,
    );
    const tables = readFileSync(join(fromDatabase, 'tables.csv'));
    expect(tables.equals(readFileSync(join(fromFiles, 'tables.csv')))).toBe(true);
    expect(tables.length).toBeGreaterThan(1000);

    const reports = await fetch(server.links.get('reports') ?? '');
    expect(reports.status).toBe(200);
    expect(await reports.text()).toContain(`/${round.id}/X01`);
  },
  5 * 60_000,
);
