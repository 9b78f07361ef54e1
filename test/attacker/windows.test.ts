import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtBeside, published, writtenNation, type NationFiles } from '../support/rules-off.ts';
import { attackAll } from './attack.ts';
import type { AttackResult, ReleaseFiles } from './input.ts';

// Years of the same degrees, each released by the product from files, with the windows over them: nothing may
// follow from all of them together, and with the rules off for windows alone, hidden years must.

const QUESTION = 'degree_satisfaction';
/** Answers 1 to 4 of each degree, year by year. */
const YEARS: Readonly<Record<string, readonly (readonly number[])[]>> = {
  'own-insinoori-sahkotekniikka': [
    [2, 2, 2, 0],
    [1, 1, 1, 0],
    [3, 2, 2, 0],
  ],
  'own-insinoori-konetekniikka': [
    [2, 1, 1, 0],
    [1, 2, 1, 0],
    [1, 1, 2, 0],
  ],
  'own-insinoori-rakennustekniikka': [
    [9, 9, 7, 5],
    [8, 9, 9, 4],
    [9, 6, 9, 8],
  ],
};

let folder = '';
const nations: NationFiles[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'windows-'));
  for (const year of [0, 1, 2]) {
    const people = Object.entries(YEARS).flatMap(([degree, years]) =>
      (years[year] ?? []).flatMap((n, step) =>
        Array.from({ length: n }, () => ({ institution: 'X0101', degree, gender: 'female', answer: String(step + 1) })),
      ),
    );
    const made = writtenNation(join(folder, String(year)), people, QUESTION, 2018 + year);
    nations.push(made);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function attacked(windows: Parameters<typeof builtBeside>[1]): Promise<AttackResult> {
  const releases: ReleaseFiles[] = [];
  for (const [index, nation] of nations.entries()) {
    releases.push({ name: String(index), files: await builtBeside(nation, windows, nations.slice(0, index)) });
  }
  const texts = (which: 0 | 1, last: number) => nations.slice(0, last + 1).map(({ answers }) => answers[which]);
  return attackAll({
    releases: releases.map((release, index) => ({
      release,
      population: texts(0, index),
      responses: texts(1, index),
    })),
    ...published,
  });
}

describe('several rounds together', () => {
  test('tell nothing of a year that is hidden (D08)', async () => {
    expect((await attacked({})).findings).toEqual([]);
  });

  test('without the rules they tell the year of three', async () => {
    const off = { secondary: false, leftovers: false, definableGroups: false, thinPairs: false, gate: false };
    const { findings } = await attacked(off);
    expect(findings.map((one) => one.test)).toContain('T7');
    for (const one of findings) expect(one.confirmed).not.toBe(false);
    const last = await readFile(join(folder, '2', 'release', 'manifest.json'), 'utf8');
    expect(last).toContain('"windows"');
  });
});
