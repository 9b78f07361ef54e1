import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { urasOrFail, type ProductEnvironment } from './product-process.ts';

const DAY_MS = 24 * 3600 * 1000;

export type OpenRound = { id: string; folder: string; population: string; responses: string; paths: string[] };

/** Makes an open round of simulated people with the product's own commands, and returns their links' paths. */
export async function openRoundByCommands(
  product: ProductEnvironment,
  folder: string,
  graduates: number,
): Promise<OpenRound> {
  const id = 'test-round';
  const data = join(folder, 'simulated');
  const survey = ['--survey', 'amk-career', '--version', '2'];
  await urasOrFail(product, 'simulate', ...survey, '--graduates', String(graduates), '--seed', '7', '--out', data);
  const opens = new Date(Date.now() - DAY_MS).toISOString();
  const closes = new Date(Date.now() + DAY_MS).toISOString();
  const times = ['--opens', opens, '--closes', closes, '--tolerance-hours', '0'];
  await urasOrFail(product, 'rounds', 'create', '--id', id, ...survey, '--cohort', '2020', ...times);
  const population = join(data, 'population.csv');
  await urasOrFail(product, 'population', 'import', '--round', id, population, '--confirm');
  const letters = join(folder, 'letters.csv');
  await urasOrFail(product, 'letters', 'export', '--round', id, '--out', letters);
  const rows = parse(readFileSync(letters, 'utf8'), { columns: true, bom: true, delimiter: [',', ';'] }) as {
    link: string;
  }[]; // the letters' own header
  return {
    id,
    folder: data,
    population,
    responses: join(data, 'responses.csv'),
    paths: rows.map((row) => new URL(row.link).pathname),
  };
}
