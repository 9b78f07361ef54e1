import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Deps } from '../../server/deps.ts';
import { runJson } from './run-words.ts';

export const CAREER_SURVEY = ['--survey', 'amk-career', '--version', '2'];

export type SimulatedFiles = { population: string; responses: string; graduates: number; answered: number };

/** The two files of a small invented nation, written by the product into a folder. */
export async function simulateFiles(deps: Deps, folder: string, graduates: number, seed = 1): Promise<SimulatedFiles> {
  const out = join(folder, `simulated-${graduates}-${seed}`);
  const size = ['--graduates', String(graduates), '--seed', String(seed)];
  const { responses } = await runJson(deps, folder, 'simulate', ...CAREER_SURVEY, ...size, '--out', out);
  return {
    population: join(out, 'population.csv'),
    responses: join(out, 'responses.csv'),
    graduates,
    answered: Number(responses),
  };
}

/** Makes a round that is open now. */
export async function createOpenRound(deps: Deps, folder: string, id: string): Promise<void> {
  const times = ['--opens', '2020-01-01', '--closes', '2090-01-01'];
  await runJson(deps, folder, 'rounds', 'create', id, ...CAREER_SURVEY, '--cohort', '2020', ...times);
}

/** The rows of a CSV file with a header. */
export function rowsIn(file: string): Record<string, string>[] {
  return parse(readFileSync(file, 'utf8'), { columns: true, bom: true }) as Record<string, string>[]; // every cell is text
}
