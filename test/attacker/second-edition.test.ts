import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { published, releaseWithout, simulatedNation, twoEditions, type NationFiles } from '../support/rules-off.ts';
import { attackAll } from './attack.ts';
import type { AttackResult } from './input.ts';

// Answers that came late, and the second edition that the product makes of them; and what it would tell if it
// simply counted everybody anew.

const ANSWERED = ['main_activity', 'skill_stress', 'degree_satisfaction'];
const SIZE = { graduates: 260, institutions: 2, degrees: 7, responseRate: 0.6, answered: ANSWERED };
const folder = mkdtempSync(join(tmpdir(), 'second-edition-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Editions = { nation: NationFiles; first: NationFiles; late: string; texts: { first: string; late: string } };
const nations: Editions[] = [];

beforeAll(async () => {
  for (const seed of [5, 6]) {
    const nation = await simulatedNation(join(folder, String(seed)), { ...SIZE, seed });
    const [population, responses] = nation.answers;
    const [head = '', ...rows] = responses.trimEnd().split('\n');
    const isLate = (index: number): boolean => index % 4 === 3;
    const text = (some: readonly string[]): string => [head, ...some, ''].join('\n');
    const texts = {
      first: text(rows.filter((_row, index) => !isLate(index))),
      late: text(rows.filter((_row, index) => isLate(index))),
    };
    const file = (name: 'first' | 'late'): string => {
      const path = join(folder, `${seed}-${name}.csv`);
      writeFileSync(path, texts[name]);
      return path;
    };
    const first = { ...nation, responses: file('first'), answers: [population, texts.first] as const };
    nations.push({ nation, first, late: file('late'), texts });
  }
});

type Files = ReadonlyMap<string, string>;

function attacked({ nation, texts }: Editions, before: Files, after: Files): AttackResult {
  const [population] = nation.answers;
  const editions = [
    { release: { name: 'first', files: before }, population: [population], responses: [texts.first] },
    { release: { name: 'second', files: after }, population: [population], responses: [texts.first, texts.late] },
  ];
  return attackAll({ releases: editions, ...published, insiders: 12 });
}

describe('two editions of one release', () => {
  test.each([{ splits: [] }, { splits: ['gender'] }])(
    'tell nothing together, with splits $splits',
    async ({ splits }) => {
      for (const one of nations) {
        const { before, after } = await twoEditions(one.first, one.late, splits);
        const tables = after.get('tables.csv') ?? '';
        expect(tables).toContain('as_of_1');
        expect(tables.split('\n').filter((row) => !row.includes('as_of_1')).length).toBeGreaterThan(100);
        expect(attacked(one, before, after).findings).toEqual([]);
      }
    },
  );

  test('tell what few answered, if the second simply counted everybody anew', async () => {
    for (const one of nations) {
      const before = await releaseWithout(one.first, []);
      const { findings } = attacked(one, before, await releaseWithout(one.nation, []));
      const across = findings.filter((finding) => finding.test === 'T7');
      expect(across.length).toBeGreaterThan(0);
      for (const finding of findings) expect(finding.confirmed).not.toBe(false);
    }
  });

  test('a figure that is said to stand, and does not, is found', async () => {
    const [one] = nations;
    if (!one) throw new Error('no nation');
    const { before, after } = await twoEditions(one.first, one.late);
    const tables = (after.get('tables.csv') ?? '').replace(/(,n,,)(\d+)(,,,\d+,as_of_1)/, '$199$3');
    const { findings } = attacked(one, before, new Map([...after, ['tables.csv', tables]]));
    expect(findings).toContainEqual(expect.objectContaining({ test: 'T2' }));
  });
});
