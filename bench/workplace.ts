import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { startPostgres, type PostgresServer } from '../test/support/postgres-server.ts';
import { startProduct, urasOrFail, type ProductServer } from '../test/support/product-process.ts';

export const SURVEY = 'amk-career';
export const VERSION = '2';

/** A PostgreSQL server and a folder of their own, for one bench. */
export type Workplace = {
  folder: string;
  postgres: PostgresServer;
  product: { dataDir: string; databaseUrl: string };
  close: () => Promise<void>;
};

export async function openWorkplace(): Promise<Workplace> {
  const folder = mkdtempSync(join(tmpdir(), 'uras-bench-'));
  const postgres = await startPostgres();
  const close = async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, postgres, product: { dataDir: join(folder, 'data'), databaseUrl: postgres.url }, close };
}

/** Makes a round with a simulated population; returns the folder with its two files. */
export async function makeRound(
  place: Workplace,
  round: { id: string; graduates: number; opens: string; closes: string },
): Promise<string> {
  const out = join(place.folder, round.id);
  const size = ['--graduates', String(round.graduates), '--seed', '1'];
  await urasOrFail(place.product, 'simulate', '--survey', SURVEY, '--version', VERSION, ...size, '--out', out);
  const dates = ['--opens', round.opens, '--closes', round.closes, '--tolerance-hours', '0'];
  const what = ['--id', round.id, '--survey', SURVEY, '--version', VERSION, '--cohort', '2020'];
  await urasOrFail(place.product, 'rounds', 'create', ...what, ...dates);
  await urasOrFail(
    place.product,
    'population',
    'import',
    '--round',
    round.id,
    join(out, 'population.csv'),
    '--confirm',
  );
  return out;
}

/** The links of everyone in a round, from its letters. */
export async function linksOf(place: Workplace, roundId: string): Promise<string[]> {
  const file = join(place.folder, `${roundId}-letters.csv`);
  await urasOrFail(place.product, 'letters', 'export', '--round', roundId, '--out', file);
  const rows = parse(readFileSync(file, 'utf8'), { columns: true, bom: true, delimiter: [',', ';'] }) as {
    link: string;
  }[]; // the letters' own header
  return rows.map((row) => new URL(row.link).pathname);
}

export async function withServer<T>(place: Workplace, work: (server: ProductServer) => Promise<T>): Promise<T> {
  const server = await startProduct(place.product);
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}
