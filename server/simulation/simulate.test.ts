import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { anOwnBlock, DEGREE, INSTITUTION } from '../../test/support/own-blocks.ts';
import { loadSurveys } from '../../survey-definitions/index.ts';
import { askedSurveys } from '../engine/asked-surveys.ts';
import { isOwnCode, type OwnBlock } from '../engine/own-block.ts';
import { parseResponseRow } from '../engine/parse-response-row.ts';
import { listOf } from '../engine/survey.ts';
import { simulate } from './simulate.ts';

const survey = loadSurveys().find('amk-career', 2);
if (!survey) throw new Error('The career survey has no version 2.');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'uras-simulate-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (name: string, graduates: number, seed: number, blocks: readonly OwnBlock[] = []) => {
  const options = { graduates, seed, cohort: 2020, out: join(folder, name), progress: () => undefined };
  return simulate(askedSurveys(survey, blocks), options);
};
const rowsOf = (file: string) => parse(readFileSync(file, 'utf8'), { columns: true }) as Record<string, string>[]; // our own file

describe('a simulated nation', () => {
  test('is the same for the same seed, and another for another', async () => {
    const first = await run('a', 800, 5);
    const second = await run('b', 800, 5);
    const third = await run('c', 800, 6);
    expect(readFileSync(first.responses_file)).toEqual(readFileSync(second.responses_file));
    expect(readFileSync(first.population)).toEqual(readFileSync(second.population));
    expect(readFileSync(first.responses_file)).not.toEqual(readFileSync(third.responses_file));
  });

  test('answers own questions where they are asked, and the common ones as without them', async () => {
    const without = await run('plain', 800, 5);
    const owned = await run('own', 800, 5, [anOwnBlock(INSTITUTION), anOwnBlock(DEGREE)]);
    expect(readFileSync(owned.population)).toEqual(readFileSync(without.population));
    const rows = rowsOf(owned.responses_file);
    const common = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => !isOwnCode(column))));
    expect(common).toEqual(rowsOf(without.responses_file));
    const own = rows.filter((row) => Object.entries(row).some(([column, value]) => isOwnCode(column) && value !== ''));
    expect(own.length).toBeGreaterThan(2);
    expect(new Set(own.map((row) => row['institution']))).toEqual(new Set(['X0101']));
  });

  test('has the published shape: 24 institutions, some 360 degrees, median 45, response 38 % between 27 and 60', async () => {
    const result = await run('nation', 26_000, 1);
    const people = rowsOf(result.population);
    const sizes = [...countBy(people, (row) => `${row['institution']}/${row['degree']}`).values()].sort(
      (a, b) => a - b,
    );
    expect(people).toHaveLength(26_000);
    expect(sizes).toHaveLength(360);
    expect(sizes[180]).toBeGreaterThan(35);
    expect(sizes[180]).toBeLessThan(55);
    expect(result.responses / 26_000).toBeGreaterThan(0.34);
    expect(result.responses / 26_000).toBeLessThan(0.42);
    const asked = countBy(people, (row) => row['institution'] ?? '');
    const answered = countBy(rowsOf(result.responses_file), (row) => row['institution'] ?? '');
    const rates = [...asked].map(([institution, count]) => (answered.get(institution) ?? 0) / count);
    expect(rates).toHaveLength(24);
    expect(Math.min(...rates)).toBeGreaterThan(0.2);
    expect(Math.max(...rates)).toBeLessThan(0.65);
  });

  test('has only invented institutions, and only answers that the survey takes', async () => {
    const result = await run('valid', 1500, 3);
    const invented = new Set(
      listOf(survey, 'institutions')
        .codes.filter((one) => one.invented)
        .map((one) => one.code),
    );
    for (const row of rowsOf(result.population)) expect(invented.has(row['institution'] ?? '')).toBe(true);
    for (const row of rowsOf(result.responses_file)) expect(parseResponseRow(survey, row, {}).kind).toBe('valid');
  });
});

function countBy<T>(things: readonly T[], keyOf: (thing: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const thing of things) counts.set(keyOf(thing), (counts.get(keyOf(thing)) ?? 0) + 1);
  return counts;
}
